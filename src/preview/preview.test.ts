import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Preview, startPreview } from './preview.ts'

let around: string
let preview: Preview
let saved: string[]

beforeEach(async () => {
  around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-'))
  await mkdir(path.join(around, 'site'))
  await mkdir(path.join(around, 'indhold'))
  await writeFile(path.join(around, 'site/index.html'), '<html><body><h1>Forside</h1></body></html>')
  saved = []
  const places = { folder: path.join(around, 'site'), port: 0, watched: [path.join(around, 'indhold')] }
  preview = await startPreview(places, (files) => saved.push(...files))
})

afterEach(async () => {
  await preview.close()
  await rm(around, { recursive: true, force: true })
})

const page = async (): Promise<string> => (await fetch(preview.url)).text()

test('tells of what is saved', async () => {
  const file = path.join(around, 'indhold/01-punkt.md')
  await writeFile(file, 'Et punkt.')
  await expect.poll(() => saved, { timeout: 10_000 }).toEqual([file])
})

test('tells of what is saved in a folder that was away', async () => {
  const folder = path.join(around, 'indhold')
  await rename(folder, `${folder}-væk`)
  await expect.poll(() => saved, { timeout: 10_000 }).toContain(folder)
  saved.length = 0
  await rename(`${folder}-væk`, folder)
  await expect.poll(() => saved, { timeout: 10_000 }).toContain(folder)
  const file = path.join(folder, '01-punkt.md')
  await expect
    .poll(async () => writeFile(file, `Et punkt ${saved.length}.`).then(() => saved), { timeout: 10_000, interval: 300 })
    .toContain(file)
})

test('long work can hear of what is saved while it is at it', async () => {
  const file = path.join(around, 'indhold/01-punkt.md')
  await writeFile(file, 'Et punkt.')
  // Nothing but this is done on this thread until it is heard of.
  const until = Date.now() + 10_000
  while (saved.length === 0 && Date.now() < until) preview.attend()
  expect(saved).toEqual([file])
})

test('serves its pages while this thread is busy', () => {
  const get = `fetch(${JSON.stringify(preview.url)}).then((got) => got.text()).then((text) => process.stdout.write(text))`
  expect(execFileSync(process.execPath, ['-e', get], { encoding: 'utf8', timeout: 10_000 })).toContain('<h1>Forside</h1>')
})

test('lays over its pages what it is told to', async () => {
  preview.show('<p role="alert">1 fejl</p>')
  await expect.poll(page, { timeout: 10_000 }).toContain('<p role="alert">1 fejl</p>')
  preview.show('')
  await expect.poll(page, { timeout: 10_000 }).not.toContain('alert')
})

test('a port that is taken is told as the system tells it', async () => {
  const places = { folder: around, port: Number(new URL(preview.url).port), watched: [] }
  await expect(startPreview(places, () => {})).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
