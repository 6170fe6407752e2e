import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PART_FILE } from '../build/part.ts'
import { cacheFolder } from '../memory/cache-folder.ts'
import { filesBelow } from './folder-files.ts'
import { npmScript } from './npm-script.ts'

let folder: string
let content: string
let output: string
let anew: Map<string, string>

/** Builds by the real command; gives what it says. */
async function build(...words: string[]): Promise<string> {
  const args = [...npmScript('build'), '--content', content, '--output', output, '--no-search', ...words]
  return (await promisify(execFile)('node', args)).stderr
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'referatarkiv-'))
  content = path.join(folder, 'content')
  output = path.join(folder, '_site')
  cpSync('content', content, { recursive: true })
  await build('--no-cache')
  anew = filesBelow(output)
}, 60_000)

afterAll(() => {
  for (const place of [cacheFolder('content', content), cacheFolder('site', output), folder])
    rmSync(place, { recursive: true, force: true })
})

test('a build without cache remembers nothing, one with it writes nothing twice', async () => {
  expect(readdirSync('.cache')).not.toContain(path.basename(cacheFolder('content', content)))
  await build()
  expect(await build()).toContain(' 0 filer skrevet')
  expect(filesBelow(output)).toEqual(anew)
}, 60_000)

test('what is remembered and broken is made anew', async () => {
  await build()
  for (const place of [cacheFolder('content', content), cacheFolder('site', output)]) {
    for (const [index, name] of readdirSync(place).entries()) {
      const file = path.join(place, name)
      const raw = readFileSync(file)
      writeFileSync(
        file,
        index % 2 === 0 ? raw.subarray(0, raw.length / 2) : Buffer.from(raw.map((byte, at) => (at === raw.length - 3 ? byte ^ 1 : byte))),
      )
    }
  }
  expect(await build()).not.toContain(' 0 filer skrevet')
  expect(filesBelow(output)).toEqual(anew)
}, 60_000)

test('a page that was taken away or changed by another hand is put right', async () => {
  await build()
  rmSync(path.join(output, 'oenskeby/index.html'))
  await build()
  expect(filesBelow(output)).toEqual(anew)
  writeFileSync(path.join(output, 'oenskeby/index.html'), 'graffiti')
  await build()
  expect(filesBelow(output)).toEqual(anew)
}, 60_000)

test('pages that come back from an earlier state, times and all, are put right', async () => {
  await build()
  const page = path.join(output, 'oenskeby/index.html')
  const { atime, mtime } = statSync(page)
  writeFileSync(page, 'as it was the year before')
  utimesSync(page, atime, mtime)
  await build()
  expect(filesBelow(output)).toEqual(anew)
}, 60_000)

test('a site that was put away and fetched again with the times of its files in seconds is current', async () => {
  await build()
  for (const name of filesBelow(output).keys()) {
    const file = path.join(output, name)
    const seconds = Math.floor(statSync(file).mtimeMs / 1000)
    utimesSync(file, seconds, seconds)
  }
  expect(await build()).toContain(' 0 filer skrevet')
}, 60_000)

test('what an earlier build left that is not of this one goes: an index that is not wanted, and what tells of a part', async () => {
  await build()
  mkdirSync(path.join(output, 'pagefind'))
  writeFileSync(path.join(output, 'pagefind/arkiv.json'), '{}')
  writeFileSync(path.join(output, PART_FILE), 'En åben beslutning, som siden er lukket.')
  await build()
  expect(filesBelow(output)).toEqual(anew)
}, 60_000)

test('a text that may be misread is not taken for the sound one that it looks like', async () => {
  const punkt = path.join(content, 'oenskeby/kommunalbestyrelsen/2026-11-17/index.md')
  const text = readFileSync(punkt)
  writeFileSync(punkt, Buffer.concat([text, Buffer.from('\nTegnet \uFFFD.\n')]))
  await build()
  writeFileSync(punkt, Buffer.concat([text, Buffer.from('\nTegnet '), Buffer.from([0xff]), Buffer.from('.\n')]))
  await expect(build()).rejects.toThrow('tegnsaet')
  writeFileSync(punkt, text)
  await build()
  expect(filesBelow(output)).toEqual(anew)
}, 60_000)

test('two builds at once do not harm each other', async () => {
  rmSync(output, { recursive: true })
  await Promise.all([build(), build()])
  expect(filesBelow(output)).toEqual(anew)
  expect(readdirSync(folder).sort()).toEqual(['_site', 'content'])
}, 120_000)

test('what may not be published is not, though all else is remembered', async () => {
  await build()
  const meeting = path.join(content, 'oenskeby/kommunalbestyrelsen/2026-11-17/index.md')
  const text = readFileSync(meeting, 'utf8')
  writeFileSync(meeting, text.replace(/^status: .*$/m, 'status: kladde'))
  await build()
  expect(Object.fromEntries([...filesBelow(output)].filter(([name]) => name.includes('kommunalbestyrelsen/2026-11-17')))).toEqual({})
  writeFileSync(meeting, text)
  await build()
  expect(filesBelow(output)).toEqual(anew)
}, 60_000)
