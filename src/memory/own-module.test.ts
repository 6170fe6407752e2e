import { expect, test } from 'vitest'
import { ownModule } from './own-module.ts'

test('from the source a module is TypeScript, which Node needs help to read', () => {
  expect(ownModule('worker', 'file:///arkiv/src/build/crew.ts')).toEqual({
    url: 'file:///arkiv/src/build/worker.ts',
    file: '/arkiv/src/build/worker.ts',
    execArgv: ['--import', expect.stringContaining('/tsx/')],
  })
})

test('in the bundle it is JavaScript, whichever part of the bundle asks', () => {
  expect(ownModule('worker', 'file:///arkiv/.cache/program-1/chunk-A.mjs')).toEqual({
    url: 'file:///arkiv/.cache/program-1/worker.mjs',
    file: '/arkiv/.cache/program-1/worker.mjs',
    execArgv: [],
  })
})
