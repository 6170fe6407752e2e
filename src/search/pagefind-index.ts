import { close, createIndex, type PagefindIndex } from 'pagefind'
import { escapeHtml } from '../source/escape-html.ts'
import { ENGINE_FILE } from './directory.ts'
import type { PackedFile } from './packed-files.ts'
import type { SearchRecord } from './record.ts'

/** Thrown where Pagefind fails: what it said stands in `cause`. */
export class SearchIndexError extends Error {}

/** Files of an index: of its punkter, and of Pagefind itself in the browser. */
export interface PagefindFiles {
  readonly index: readonly PackedFile[]
  readonly engine: readonly PackedFile[]
}

/** How many records are on their way to Pagefind at a time. */
const AT_ONCE = 32

/**
 * Has Pagefind index records. The same records in the same order give the same bytes.
 * @throws SearchIndexError where Pagefind cannot be started, or fails
 */
export async function indexRecords(records: Iterable<SearchRecord>, onIndexed: () => void = () => {}): Promise<PagefindFiles> {
  indexing += 1
  try {
    return await filesOf(records, onIndexed)
  } finally {
    indexing -= 1
  }
}

/** How many indexes are being made: they share Pagefind's one process. */
let indexing = 0

/** Ends Pagefind's process, unless an index is still being made. */
export async function endPagefind(): Promise<void> {
  if (indexing === 0) await close()
}

async function filesOf(records: Iterable<SearchRecord>, onIndexed: () => void): Promise<PagefindFiles> {
  const { index } = await ask('start', () => createIndex({ forceLanguage: 'da' }))
  if (!index) throw new SearchIndexError('Pagefind gave no index.')
  try {
    await addAll(index, records, onIndexed)
    const { files } = await ask('give its files', () => index.getFiles())
    const found = files.map(({ path, content }): PackedFile => [path, content]).sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      index: found.filter(([path]) => path === 'pagefind-entry.json' || /\.pf_\w+$/.test(path)),
      engine: found.filter(([path]) => path === ENGINE_FILE),
    }
  } finally {
    await index.deleteIndex()
  }
}

async function addAll(index: PagefindIndex, records: Iterable<SearchRecord>, onIndexed: () => void): Promise<void> {
  const waiting = new Set<Promise<void>>()
  for (const record of records) {
    const { url } = record
    const adding = ask(`index ${url}`, () => index.addHTMLFile({ url, content: documentOf(record) })).then(onIndexed)
    const done = adding.finally(() => waiting.delete(done))
    waiting.add(done)
    if (waiting.size >= AT_ONCE) await Promise.race(waiting)
  }
  await Promise.all(waiting)
}

/** The page that Pagefind reads of a record: never shown to anyone. */
export function documentOf({ html, meta }: SearchRecord): string {
  const head = Object.entries(meta).map(([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escapeHtml(value)}">`)
  return `<!doctype html><html lang="da"><head>${head.join('')}</head><body data-pagefind-body>${html}</body></html>`
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
