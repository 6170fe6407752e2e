import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
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
  await folder.discard()
  await build(folder, 'new')
  expect(await readFile(path.join(around, '_site/index.html'), 'utf8')).toBe('old')
  await folder.publish()
  await folder.discard()
  expect(await readFile(path.join(around, '_site/index.html'), 'utf8')).toBe('new')
  expect(await readdir(around)).toEqual(['_site'])
})

test('a discarded build leaves the published one as it was', async () => {
  const folder = new PublishFolder(path.join(around, '_site'))
  await build(folder, 'old')
  await folder.publish()
  await folder.discard()
  await build(folder, 'broken')
  await folder.discard()
  expect(await readFile(path.join(around, '_site/index.html'), 'utf8')).toBe('old')
  expect(await readdir(around)).toEqual(['_site'])
})

test('what a cut-off build left behind is cleared away by the next', async () => {
  const folder = new PublishFolder(path.join(around, '_site'))
  const { pid } = spawnSync('true')
  const left = path.join(around, `._site-${pid}`)
  await mkdir(left)
  await writeFile(path.join(around, '._site-lock'), String(pid))
  await folder.prepare()
  expect(await readdir(around)).not.toContain(`._site-${pid}`)
  await folder.discard()
  expect(await readdir(around)).toEqual([])
})

test('a second build of an output waits until the first is through', async () => {
  const [first, second] = [new PublishFolder(path.join(around, '_site')), new PublishFolder(path.join(around, '_site'))]
  await build(first, 'first')
  const told: string[] = []
  const waiting = second.prepare(() => told.push('waits')).then(() => told.push('goes on'))
  await expect.poll(() => told).toEqual(['waits'])
  await first.publish()
  await first.discard()
  await waiting
  expect(told).toEqual(['waits', 'goes on'])
  await second.discard()
})

test('single files take their places, and what goes takes its empty folders along', async () => {
  const folder = new PublishFolder(path.join(around, '_site'))
  await build(folder, 'front')
  await mkdir(path.join(folder.building, 'a/b'), { recursive: true })
  await writeFile(path.join(folder.building, 'a/b/index.html'), 'page')
  await folder.publish()
  await folder.discard()
  await build(folder, 'new front')
  await folder.publishFiles(['/index.html'], ['/a/b/index.html'])
  await folder.discard()
  expect(await readFile(path.join(around, '_site/index.html'), 'utf8')).toBe('new front')
  expect(await readdir(path.join(around, '_site'))).toEqual(['index.html'])
})

test('a file may become a folder, and a folder a file', async () => {
  const folder = new PublishFolder(path.join(around, '_site'))
  await build(folder, 'front')
  await writeFile(path.join(folder.building, 'plan'), 'file')
  await mkdir(path.join(folder.building, 'kort/a'), { recursive: true })
  await writeFile(path.join(folder.building, 'kort/a/b'), 'below')
  await folder.publish()
  await folder.discard()
  await build(folder, 'front')
  await mkdir(path.join(folder.building, 'plan/a'), { recursive: true })
  await writeFile(path.join(folder.building, 'plan/a/b'), 'below')
  await writeFile(path.join(folder.building, 'kort'), 'file')
  await folder.publishFiles(['/plan/a/b', '/kort'], ['/plan', '/kort/a/b'])
  await folder.discard()
  expect(await readFile(path.join(around, '_site/plan/a/b'), 'utf8')).toBe('below')
  expect(await readFile(path.join(around, '_site/kort'), 'utf8')).toBe('file')
})

test('an output that is a symbolic link stays one, and what it leads to is replaced', async () => {
  await mkdir(path.join(around, 'host/www'), { recursive: true })
  await writeFile(path.join(around, 'host/www/index.html'), 'old')
  await symlink('host/www', path.join(around, '_site'))
  const folder = new PublishFolder(path.join(around, '_site'))
  await build(folder, 'new')
  await folder.publish()
  await folder.discard()
  expect(await readFile(path.join(around, 'host/www/index.html'), 'utf8')).toBe('new')
  expect(await readlink(path.join(around, '_site'))).toBe('host/www')
  expect(await readdir(path.join(around, 'host'))).toEqual(['www'])
})

test('a folder with something else in it is not replaced', async () => {
  await writeFile(path.join(around, 'letter.txt'), 'dear')
  await expect(new PublishFolder(around).prepare()).rejects.toThrow(OutputRefused)
  expect(await readdir(around)).toEqual(['letter.txt'])
})
