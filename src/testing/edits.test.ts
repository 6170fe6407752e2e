import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('after any changes, a site made of what is remembered is the one that is made anew, byte for byte', () => {
  const told = execFileSync('node', ['--import', 'tsx', 'src/testing/edit-and-build.ts', '20261122', '16'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const builds = JSON.parse(told) as {
    edit?: { kind: string }
    published: boolean
    written: number
    shown: number
    differences: string[]
  }[]
  expect(builds).toHaveLength(17)
  expect(builds.flatMap(({ edit, differences }) => differences.map((file) => `${edit?.kind}: ${file}`))).toEqual([])
  expect(builds.filter(({ shown }) => shown > 0).length, 'saved while a build was printing').toBeGreaterThan(1)
  const [first, ...later] = builds.filter(({ published }) => published)
  expect(later.length).toBeGreaterThan(3)
  for (const { edit, written } of later) expect(written, JSON.stringify(edit)).toBeLessThan(first?.written ?? 0)
}, 300_000)
