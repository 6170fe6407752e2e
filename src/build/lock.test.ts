import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Lock } from './lock.ts'

let around: string
let file: string

beforeEach(async () => {
  around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-'))
  file = path.join(around, 'lock')
})
afterEach(() => rm(around, { recursive: true }))

test('where many find a lock that was left behind, one at a time has it', async () => {
  const { pid } = spawnSync('true')
  for (let round = 0; round < 8; round += 1) {
    await writeFile(file, `${pid} 1`)
    let holders = 0
    const most = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const lock = new Lock(file)
        await lock.take()
        holders += 1
        const now = holders
        await new Promise((resolve) => setTimeout(resolve, 2))
        holders -= 1
        await lock.release()
        return now
      }),
    )
    expect(most).toEqual([1, 1, 1, 1])
  }
  expect(await readdir(around)).toEqual([])
}, 60_000)

test('a lock that could not be written, as on a full disk, holds up nobody for long', async () => {
  await writeFile(file, '')
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  const lock = new Lock(file)
  await lock.take()
  await lock.release()
  expect(await readdir(around)).toEqual([])
})

test.skipIf(process.platform !== 'linux')('a lock of a process whose number another has by now is taken away', async () => {
  const other = spawn('sleep', ['60'])
  try {
    await writeFile(file, `${other.pid} 1`)
    const lock = new Lock(file)
    await lock.take()
    await lock.release()
  } finally {
    other.kill()
  }
  expect(await readdir(around)).toEqual([])
})
