import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OutputRefused, PublishFolder } from './publish-folder.ts'

let around: string

beforeEach(async () => {
  around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-'))
})

afterEach(() => rm(around, { recursive: true, force: true }))

async function build(folder: PublishFolder, text: string): Promise<void> {
  await folder.prepare()
  await writeFile(path.join(folder.building, 'index.html'), text)
}

test('a build takes the place of the one before it, and nothing is left beside it', async () => {
  const folder = new PublishFolder(path.join(around, '_site'))
  await build(folder, 'old')
  await folder.publish()
  await build(folder, 'new')
  expect(await readFile(path.join(around, '_site/index.html'), 'utf8')).toBe('old')
  await folder.publish()
  expect(await readFile(path.join(around, '_site/index.html'), 'utf8')).toBe('new')
  expect(await readdir(around)).toEqual(['_site'])
})

test('a discarded build leaves the published one as it was', async () => {
  const folder = new PublishFolder(path.join(around, '_site'))
  await build(folder, 'old')
  await folder.publish()
  await build(folder, 'broken')
  await folder.discard()
  expect(await readFile(path.join(around, '_site/index.html'), 'utf8')).toBe('old')
  expect(await readdir(around)).toEqual(['_site'])
})

test('what a cut-off build left behind is cleared away by the next', async () => {
  const folder = new PublishFolder(path.join(around, '_site'))
  await build(folder, 'half')
  await folder.prepare()
  expect(await readdir(folder.building)).toEqual([])
})

test('a folder with something else in it is not replaced', async () => {
  await writeFile(path.join(around, 'letter.txt'), 'dear')
  await expect(new PublishFolder(around).prepare()).rejects.toThrow(OutputRefused)
  expect(await readdir(around)).toEqual(['letter.txt'])
})
