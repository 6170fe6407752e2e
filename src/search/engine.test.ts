import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { close, createIndex } from 'pagefind'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { readContent } from '../source/read.ts'
import { hostFolder, type StaticHost } from '../testing/static-host.ts'
import { ENGINE_FILE } from './directory.ts'
import { namesOf, pageFile, readPagefindIndex, writeIndex } from './indexed-pages.ts'
import { JoinedWords } from './joined-words.ts'
import { withoutMarks } from './marks.ts'
import type { PackedFile } from './packed-files.ts'
import { documentOf } from './pagefind-index.ts'
import { searchRecord } from './record.ts'
import { textOfHtml } from './text.ts'
import { wordsOf } from './vocabulary.ts'

/** What Pagefind's own script gives. */
interface Pagefind {
  options(options: unknown): Promise<void>
  search(query: string | null): Promise<{ readonly results: readonly Found[] }>
}
interface Found {
  readonly id: string
  readonly score: number
  readonly words: readonly number[]
  data(): Promise<{ url: string; excerpt: string; sub_results: { title: string; excerpt: string }[] }>
}

/** What the test asks of the engine: the file itself is checked with the browser's types. */
interface Engine {
  search(shards: readonly string[], query: string | null, withWords: boolean): Promise<Matches[]>
  show(
    shard: string,
    id: string,
    query: string | null,
  ): Promise<{ url: string; excerpt: string; parts: { title: string; excerpt: string }[] }>
}
interface Matches {
  readonly ids: string
  readonly scores: Float64Array
  readonly words: readonly (readonly number[])[]
}
interface EngineModule {
  readonly Engine: new (wasm: string) => Engine
  readonly RANKING: { readonly meta_weights: Readonly<Record<string, number>> }
}
const ATTACHED = 'Kommunens plan for skoler og cykelstier er vedlagt, og økonomien i planen fremgår af et notat.'
const ENGINE = path.resolve('src/browser/search/engine.ts')

/** The shipped content as Pagefind writes and searches it, beside the same as the search page does. */
let folder = ''
let host: StaticHost
let pagefind: Pagefind
let engine: Engine
/** Names of the punkter in the compact index, by Pagefind's own. */
const names = new Map<string, string>()
/** Words of each punkt's text, by its address. */
const words = new Map<string, readonly string[]>()
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'engine-'))
  const archive = publishable(loadArchive(readContent('content')).archive)
  const { index } = await createIndex({ forceLanguage: 'da' })
  for (const punkt of archive.punkter) {
    const record = searchRecord(archive, punkt, [{ title: 'Notat om plan|lægning', url: '/notat.pdf', page: 2, text: ATTACHED }])
    if (!record) continue
    words.set(record.url, wordsOf(textOfHtml(record.html)))
    await index?.addHTMLFile({ url: record.url, content: documentOf(record) })
  }
  const written = await index?.getFiles()
  const files = (written?.files ?? []).map(({ path: name, content }): PackedFile => [name, content])
  await close()
  await put('plain', files)
  await put('compact', compact(files))
  host = await hostFolder(folder)
  const { Engine, RANKING } = (await import(ENGINE)) as EngineModule
  // Node has no workers of the browser's kind, so Pagefind's script searches at once; it takes parts of its own from the host.
  pagefind = await import(path.join(folder, 'plain', 'pagefind.js'))
  await pagefind.options({
    basePath: `${host.url}plain/`,
    baseUrl: '/',
    excerptLength: 28,
    excerptEllipsis: '…',
    ranking: { metaWeights: RANKING.meta_weights },
  })
  engine = new Engine(`${host.url}plain/${ENGINE_FILE}`)
})
afterAll(async () => {
  await host?.close()
  await rm(folder, { recursive: true, force: true })
})

/** An index of Pagefind's as the search page loads it. */
function compact(written: readonly PackedFile[]): PackedFile[] {
  const index = readPagefindIndex(written)
  const words = new JoinedWords()
  const places = index.pages.map((_, place) => place)
  for (const part of index.parts) words.add(part, places)
  const pages = namesOf(index.pages).map((name, place): PackedFile => {
    const { hash = '', file = new Uint8Array() } = index.pages[place] ?? {}
    names.set(`da_${hash.slice(0, 7)}`, `da_${name}`)
    return [pageFile(name), file]
  })
  return [...writeIndex(index, index.pages, words.written()), ...pages]
}

async function put(name: string, content: readonly PackedFile[]): Promise<void> {
  for (const [file, bytes] of content) {
    await mkdir(path.dirname(path.join(folder, name, file)), { recursive: true })
    await writeFile(path.join(folder, name, file), bytes)
  }
}

/** An excerpt of Pagefind's as people read it, with words marked without the comma after them. */
function plain(excerpt: string): string {
  return withoutMarks(excerpt)
    .replace(/<mark>([^\p{L}\p{N}]+)/gu, '$1<mark>')
    .replace(/([^\p{L}\p{N}]+)<\/mark>/gu, '</mark>$1')
}

describe('the engine of the search page', () => {
  test.each([
    'kommunen',
    'Økonomi',
    'skoler cykelsti',
    '"taget til efterretning"',
    'kommunalbestyrelsen godkendte budgettet',
    'plan',
    'udvalg',
    'håndbold-hal',
    'zzzz',
    'æblegrød, tak!',
    null,
  ])('finds for %s what Pagefind’s own script finds, and shows the same of it', async (query) => {
    const shard = `${host.url}compact/`
    const [{ results }, [found]] = await Promise.all([pagefind.search(query), engine.search([shard], query, true)])
    const ids = found?.ids.split(' ').filter(Boolean) ?? []
    expect(ids).toEqual(results.map(({ id }) => names.get(id)))
    expect([...(found?.scores ?? [])]).toEqual(results.map(({ score }) => score))
    expect(found?.words).toEqual(results.map(({ words }) => words))
    for (const [at, { data }] of results.slice(0, 10).entries()) {
      const theirs = await data()
      const ours = await engine.show(shard, ids[at] ?? '', query)
      expect(ours.url).toBe(theirs.url)
      expect(ours.excerpt).toBe(plain(theirs.excerpt))
      expect(ours.parts.map(({ title }) => title)).toEqual(theirs.sub_results.map(({ title }) => withoutMarks(title)))
      // Where a part ends soon after the words, Pagefind's script shows less before them.
      for (const [part, { excerpt }] of theirs.sub_results.entries()) {
        expect(ours.parts[part]?.excerpt).toContain(plain(excerpt).replace(/^… | …$/g, ''))
      }
    }
  })

  test('finds every punkt with a word that begins with four letters, wherever the index is cut', async () => {
    const shard = `${host.url}compact/`
    const beginnings = [...new Set([...words.values()].flat().flatMap((word) => /^[a-z]{4}(?=[a-z])/.exec(word) ?? []))].sort()
    const missed: string[] = []
    for (const beginning of beginnings.filter((_, at) => at % 10 === 0)) {
      const [found] = await engine.search([shard], beginning, false)
      const addresses = await Promise.all((found?.ids.split(' ') ?? []).map(async (id) => (await engine.show(shard, id, beginning)).url))
      for (const [url, own] of words) {
        if (own.some((word) => word.startsWith(beginning)) && !addresses.includes(url)) missed.push(`${beginning} in ${url}`)
      }
    }
    expect(beginnings.length).toBeGreaterThan(100)
    expect(missed).toEqual([])
  })
})
