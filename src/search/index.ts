import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { escapeHtml } from '../source/escape-html.ts'
import { loadDictionary } from './dictionary.ts'
import { INDEX_FOLDERS } from './folders.ts'
import { prepareRecords } from './prepare.ts'
import type { SearchRecord } from './record.ts'
import { Vocabulary, WORDS_FOLDER } from './vocabulary.ts'

/** Thrown where Pagefind fails: what it said stands in `cause`. */
export class SearchIndexError extends Error {}

/** The index while it is built. `close` it in any case: Pagefind is a process of its own. */
export interface SearchIndex {
  add(record: SearchRecord): Promise<void>
  /** Writes the index to `<output>/pagefind/` and says how many punkter can be found. */
  write(output: string): Promise<{ readonly pages: number }>
  close(): Promise<void>
}

/**
 * Starts an index. The same records in the same order give the same bytes.
 * @throws SearchIndexError where Pagefind cannot be started; its methods throw it where Pagefind fails. Where
 * the output cannot be written, the file system's own error comes through.
 */
export async function createSearchIndex(): Promise<SearchIndex> {
  return new PagefindSearchIndex(await startIndex(), await startIndex())
}

async function startIndex(): Promise<PagefindIndex> {
  const { index } = await ask('start', () => createIndex({ forceLanguage: 'da' }))
  if (!index) throw new SearchIndexError('Pagefind gave no index.')
  return index
}

/** Pagefind's ready-made interfaces: the search page has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

class PagefindSearchIndex implements SearchIndex {
  readonly #all: PagefindIndex
  readonly #decisions: PagefindIndex
  readonly #records: SearchRecord[] = []

  constructor(all: PagefindIndex, decisions: PagefindIndex) {
    this.#all = all
    this.#decisions = decisions
  }

  async add(record: SearchRecord): Promise<void> {
    this.#records.push(record)
  }

  async write(output: string): Promise<{ readonly pages: number }> {
    const vocabulary = await this.#feed()
    await writeIndex(this.#all, path.join(output, INDEX_FOLDERS.all))
    await writeIndex(this.#decisions, path.join(output, INDEX_FOLDERS.decisions))
    for (const [shard, words] of vocabulary.shards()) await put(path.join(output, INDEX_FOLDERS.all, WORDS_FOLDER, `${shard}.txt`), words)
    return { pages: this.#records.length }
  }

  async #feed(): Promise<Vocabulary> {
    const vocabulary = new Vocabulary()
    for (const record of prepareRecords(this.#records, await loadDictionary(), vocabulary)) {
      const { url, decision, meta } = record
      await ask(`index ${url}`, () => this.#all.addHTMLFile({ url, content: documentOf(record) }))
      if (decision === '') continue
      const { led: _, naevnt: __, sagsnumre: ___, ...brief } = meta
      const content = documentOf({ ...record, html: decision, meta: brief })
      await ask(`index the decision of ${url}`, () => this.#decisions.addHTMLFile({ url, content }))
    }
    return vocabulary
  }

  async close(): Promise<void> {
    try {
      await this.#all.deleteIndex()
      await this.#decisions.deleteIndex()
    } finally {
      await close()
    }
  }
}

/** Pagefind's own writer dies without an answer where it may not write, so the files are taken from it and written here. */
async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { files } = await ask('give its files', () => index.getFiles())
  for (const file of files) if (!UNUSED.test(file.path)) await put(path.join(folder, file.path), file.content)
}

async function put(target: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, content)
}

/** The page that Pagefind reads of a record: never shown to anyone. */
function documentOf({ html, meta, filters, sort }: Omit<SearchRecord, 'decision'>): string {
  const head = [
    ...Object.entries(meta).map(([key, value]) => tag('meta', key, value)),
    ...Object.entries(filters).flatMap(([key, values]) => values.map((value) => tag('filter', key, value))),
    ...Object.entries(sort).map(([key, value]) => tag('sort', key, value)),
  ]
  return `<!doctype html><html lang="da"><head>${head.join('')}</head><body data-pagefind-body>${html}</body></html>`
}

function tag(kind: 'meta' | 'filter' | 'sort', key: string, value: string): string {
  return `<meta data-pagefind-${kind}="${key}[content]" content="${escapeHtml(value)}">`
}

async function ask<T extends { readonly errors: readonly string[] }>(task: string, request: () => Promise<T>): Promise<T> {
  let answer: T
  try {
    answer = await request()
  } catch (cause) {
    throw new SearchIndexError(`Pagefind could not ${task}.`, { cause })
  }
  if (answer.errors.length > 0) throw new SearchIndexError(`Pagefind could not ${task}.`, { cause: answer.errors })
  return answer
}
