import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { contentTree } from '../source/content-tree.ts'
import { filesBelow } from '../testing/folder-files.ts'
import { punktFile } from '../testing/large-archive.ts'
import { readPagefindIndex } from './indexed-pages.ts'
import { JoinedWords } from './joined-words.ts'
import { type PackedFile, unpackFiles } from './packed-files.ts'
import { endPagefind, indexRecords } from './pagefind-index.ts'
import { NO_PUNKT, type SearchRecord } from './record.ts'
import { writeSearchIndex } from './write-index.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'))
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(endPagefind)

/** Words of several kinds: in compounds, of no dictionary, with marks on letters, without letters, outside the common plane. */
const WORDS = [
  'vej',
  'kragemosen',
  'kragemosevej',
  'mosevejen',
  'kvist',
  'kvistrup',
  'kvistrupgade',
  'café',
  'cafe',
  'CAFÉ',
  'ål',
  'al',
  '𝒜',
  '2025',
  'skolebestyrelsen',
]
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => `${words.join(' ')}.`)

test('an index joined of several is what Pagefind makes of all pages at once', async () => {
  const pages = fc.array(fc.record({ html: text, title: text, turn: fc.nat(2) }), { minLength: 2, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(pages, async (given) => {
      const records = given.map(({ html, title }, place): SearchRecord => {
        return { ...NO_PUNKT, url: `/${place}/`, html: `<p>${html}</p>`, meta: { ...NO_PUNKT.meta, title } }
      })
      const whole = readPagefindIndex((await indexRecords(records)).index)
      const words = new JoinedWords()
      for (const turn of [2, 0, 1]) {
        const some = records.filter((_, place) => given[place]?.turn === turn)
        if (some.length === 0) continue
        const { pages, parts } = readPagefindIndex((await indexRecords([...some, NO_PUNKT])).index)
        const places = pages.map(({ url }) => records.findIndex((record) => record.url === url))
        for (const part of parts) words.add(part, places)
      }
      expect(Buffer.concat(whole.parts.map(wordsOf))).toEqual(Buffer.concat([...words.written()].map(({ bytes }) => bytes)))
    }),
    { numRuns: 12 },
  )
})

/** A list without its heads (an array of one array of words), of at most 65,535 words. */
function wordsOf(part: Buffer): Buffer {
  const head = part[1] ?? 0
  return part.subarray(head < 0x98 ? 2 : head === 0x98 ? 3 : 4)
}

test('after any changes a shard made of what is remembered is the one that is made anew, and nothing else is remembered', async () => {
  const changes = fc.array(fc.record({ punkt: fc.integer({ min: 1, max: 6 }), text: fc.option(text, { freq: 3 }) }), {
    minLength: 6,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(changes, async (edits) => {
      const files: Record<string, string> = {
        'index.md': '---\ntitel: Arkiv\nurl: https://arkiv.example\nbeskrivelse: Prøve\n---\n',
        'by/index.md': '---\nnavn: By Kommune\ntype: kommune\n---\n',
        'by/kb/index.md': '---\nnavn: Kommunalbestyrelsen\ntype: kommunalbestyrelse\n---\n',
        'by/kb/2025-01-05/index.md': '---\ndato: 2025-01-05\nstatus: referat\n---\n',
      }
      for (let punkt = 1; punkt <= 6; punkt += 1) files[fileOf(punkt)] = punktFile(`Sag ${punkt}`, 'Kvistrupgade og kragemosevej.')
      await rm(path.join(folder, 'cache'), { recursive: true, force: true })
      for (const edit of edits) {
        if (edit.text === null && edit.punkt > 1) delete files[fileOf(edit.punkt)]
        else files[fileOf(edit.punkt)] = punktFile(`Sag ${edit.punkt}`, edit.text ?? 'Intet.')
        await indexed(files, 'kept', 'cache')
        await indexed(files, 'anew', 'other')
        expect(filesBelow(path.join(folder, 'kept'))).toEqual(filesBelow(path.join(folder, 'anew')))
        expect(await remembered('cache')).toEqual(await remembered('other'))
        await rm(path.join(folder, 'other'), { recursive: true })
      }
    }),
    // A punkt is added and taken away again: the shard is one that was made before.
    { numRuns: 4, examples: [[[null, 'vej.', null].map((text) => ({ punkt: 2, text }))]] },
  )
})

function fileOf(punkt: number): string {
  return `by/kb/2025-01-05/${punkt}-punkt.md`
}

async function indexed(files: Record<string, string>, output: string, cache: string): Promise<void> {
  const archive = publishable(loadArchive(contentTree(files)).archive)
  await writeSearchIndex({ archive, root: folder, output: path.join(folder, output), cache: path.join(folder, cache) })
}

/** The words that the memory of the only shard has, sorted. */
async function remembered(cache: string): Promise<string[]> {
  const below = path.join(folder, cache, 'soegning')
  const last = (await readdir(below)).find((name) => name.startsWith('sidst-')) ?? ''
  const key = (await readFile(path.join(below, last))).subarray(0, -32).toString()
  const [[, texts]] = unpackFiles((await readFile(path.join(below, `${key}.husk`))).subarray(0, -32)) as [PackedFile]
  const { table } = JSON.parse(Buffer.from(texts).toString()) as { table: string[] }
  return table.filter((word) => word !== '').sort()
}
