import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { CompoundSplitter, markCompounds, markCompoundsInHtml } from './compounds.ts'
import type { SearchRecord } from './record.ts'
import { escapeHtml, textOfHtml } from './text.ts'
import { Vocabulary, WORDS_FOLDER, wordsOf } from './vocabulary.ts'

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
  const { index } = await ask('start', () => createIndex({ forceLanguage: 'da' }))
  if (!index) throw new SearchIndexError('Pagefind gave no index.')
  return new PagefindSearchIndex(index)
}

/** Pagefind's ready-made interfaces: the search page has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

class PagefindSearchIndex implements SearchIndex {
  readonly #index: PagefindIndex
  readonly #records: SearchRecord[] = []

  constructor(index: PagefindIndex) {
    this.#index = index
  }

  async add(record: SearchRecord): Promise<void> {
    this.#records.push(record)
  }

  async write(output: string): Promise<{ readonly pages: number }> {
    const vocabulary = await this.#feed()
    // Pagefind's own writer dies without an answer where it may not write, so the files are taken from it and written here.
    const { files } = await ask('give its files', () => this.#index.getFiles())
    const folder = path.join(output, 'pagefind')
    const put = async (name: string, content: string | Uint8Array): Promise<void> => {
      const target = path.join(folder, name)
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, content)
    }
    for (const file of files) if (!UNUSED.test(file.path)) await put(file.path, file.content)
    for (const [shard, words] of vocabulary.shards()) await put(`${WORDS_FOLDER}/${shard}.txt`, words)
    return { pages: this.#records.length }
  }

  /** Compounds are split by the words of the whole archive, so Pagefind is fed when all of it is there. */
  async #feed(): Promise<Vocabulary> {
    const vocabulary = new Vocabulary()
    const plain = this.#records.map(({ html, meta }) => wordsOf([textOfHtml(html), ...Object.values(meta)].join(' ')))
    const splitter = new CompoundSplitter(plain.flat())
    for (const [index, record] of this.#records.entries()) {
      const marked = withMarks(record, splitter)
      const { title, udvalg, myndighed } = marked.meta
      vocabulary.add([...(plain[index] ?? []), ...wordsOf([textOfHtml(marked.html), title, udvalg, myndighed].join(' '))])
      await ask(`index ${record.url}`, () => this.#index.addHTMLFile({ url: record.url, content: documentOf(marked) }))
    }
    return vocabulary
  }

  async close(): Promise<void> {
    try {
      await this.#index.deleteIndex()
    } finally {
      await close()
    }
  }
}

function withMarks(record: SearchRecord, splitter: CompoundSplitter): SearchRecord {
  const mark = (text: string): string => markCompounds(text, splitter)
  const { title, udvalg, myndighed } = record.meta
  return {
    ...record,
    html: markCompoundsInHtml(record.html, splitter),
    meta: { ...record.meta, title: mark(title), udvalg: mark(udvalg), myndighed: mark(myndighed) },
  }
}

/** The page that Pagefind reads of a record: never shown to anyone. */
function documentOf({ html, meta, filters, sort }: SearchRecord): string {
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
