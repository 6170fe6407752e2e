import { createRequire } from 'node:module'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type { SearchRecord } from '../search/record.ts'
import { textOfHtml } from '../search/text.ts'

/** Answers a query with addresses in rank order. */
export type PeerSearch = (query: string) => readonly string[]

interface Page {
  readonly url: string
  readonly title: string
  readonly facts: string
  readonly text: string
}

function pageOf({ url, html, meta }: SearchRecord): Page {
  const facts = [meta.dag, meta.udvalg, meta.myndighed, meta.sagsnummer ?? ''].join(' ')
  return { url, title: meta.title, facts, text: textOfHtml(html) }
}

/** MiniSearch (https://lucaong.github.io/minisearch/) over the same pages, with the beginnings of words and slips of the pen allowed. */
export function miniSearch(records: readonly SearchRecord[]): PeerSearch {
  const index = new MiniSearch<Page>({ idField: 'url', fields: ['title', 'facts', 'text'] })
  index.addAll(records.map(pageOf))
  return (query) => index.search(query, { prefix: true, fuzzy: 0.2, boost: { title: 2 }, combineWith: 'AND' }).map(({ id }) => String(id))
}

/** Lunr (https://lunrjs.com) over the same pages with its Danish stemmer, with the beginnings of words and slips of the pen allowed. */
export function lunrSearch(records: readonly SearchRecord[]): PeerSearch {
  const require = createRequire(import.meta.url)
  for (const part of ['lunr-languages/lunr.stemmer.support', 'lunr-languages/lunr.da'])
    (require(part) as (engine: typeof lunr) => void)(lunr)
  const { da } = lunr as unknown as { readonly da: lunr.Builder.Plugin }
  const index = lunr((builder) => {
    builder.use(da)
    builder.ref('url')
    for (const field of ['title', 'facts', 'text']) builder.field(field, field === 'title' ? { boost: 2 } : {})
    for (const record of records) builder.add(pageOf(record))
  })
  return (query) => {
    const found = index.query((asked) => {
      for (const word of query.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? []) {
        asked.term(word, { boost: 10 })
        asked.term(word, { wildcard: lunr.Query.wildcard.TRAILING, boost: 5 })
        if (word.length > 4) asked.term(word, { editDistance: 1 })
      }
    })
    return found.map(({ ref }) => ref)
  }
}
