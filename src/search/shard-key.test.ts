import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AttachmentDigests } from './shard-key.ts'

const LONG_AGO = new Date('2026-01-06T12:00:00Z')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'referatarkiv-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('an attachment that was replaced by one of the same size and time is read again', async () => {
  const file = path.join(folder, 'plan.pdf')
  const digest = (): string => {
    const digests = AttachmentDigests.open(folder, path.join(folder, 'bilag.json'))
    const found = digests.of({ title: 'Plan', url: '/plan.pdf', path: 'plan.pdf' })
    digests.save()
    return found
  }
  await writeFile(file, 'med navne')
  await utimes(file, LONG_AGO, LONG_AGO)
  const before = digest()
  expect(digest()).toBe(before)
  await writeFile(file, 'uden dem.')
  await utimes(file, LONG_AGO, LONG_AGO)
  expect(digest()).not.toBe(before)
})
