import path from 'node:path'
import { close, createIndex } from 'pagefind'
import { escapeHtml } from '../source/escape-html.ts'
import { SearchIndexError } from './pagefind-index.ts'
import type { SearchRecord } from './record.ts'

/** A query with the ids of the punkter that a person has judged to answer it; none, where nothing must be found. */
export interface JudgedQuery {
  readonly category: string
  readonly query: string
  readonly relevant: readonly string[]
}

/** How one query was answered. */
export interface RatedQuery extends JudgedQuery {
  readonly recall: number
  readonly reciprocalRank: number
  /** The first ten results. */
  readonly found: readonly string[]
}

/** How well queries of one category were answered. */
export interface Quality {
  readonly category: string
  readonly queries: number
  /** Mean share of the relevant punkter that are among the first ten results. */
  readonly recall: number
  /** Mean of one over the rank of the first relevant result. */
  readonly reciprocalRank: number
}

const FIRST = 10

/**
 * Rates answers (ids in rank order, one list a query). Where more than ten punkter are relevant, ten of them are all
 * that can be asked for; where none is, only an empty answer is right.
 */
export function rateEach(queries: readonly JudgedQuery[], answers: readonly (readonly string[])[]): RatedQuery[] {
  return queries.map((query, index) => {
    const answer = answers[index] ?? []
    const found = answer.slice(0, FIRST)
    if (query.relevant.length === 0) {
      const right = answer.length === 0 ? 1 : 0
      return { ...query, recall: right, reciprocalRank: right, found }
    }
    const rank = answer.findIndex((id) => query.relevant.includes(id))
    const hits = found.filter((id) => query.relevant.includes(id)).length
    return {
      ...query,
      recall: hits / Math.min(FIRST, query.relevant.length),
      reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1),
      found,
    }
  })
}

/** The same by category, in the order in which these are first met; all together last. */
export function rate(rated: readonly RatedQuery[]): Quality[] {
  const categories = [...new Set(rated.map(({ category }) => category))]
  const groups: (readonly [category: string, rated: readonly RatedQuery[]])[] = [
    ...categories.map((name) => [name, rated.filter(({ category }) => category === name)] as const),
    ['alle', rated],
  ]
  return groups.map(([category, group]) => ({
    category,
    queries: group.length,
    recall: group.reduce((sum, { recall }) => sum + recall, 0) / group.length,
    reciprocalRank: group.reduce((sum, { reciprocalRank }) => sum + reciprocalRank, 0) / group.length,
  }))
}

/**
 * Writes an index of the same punkter as Pagefind makes it by itself: title, facts and text on a page, and nothing done
 * for Danish. It is what the archive's own search is measured against.
 */
export async function writePlainIndex(records: readonly SearchRecord[], output: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'da' })
    if (!index) throw new SearchIndexError('Pagefind gave no index.', { cause: errors })
    for (const { url, html, meta } of records) {
      const facts = [meta.dag, meta.udvalg, meta.myndighed, meta.sagsnummer ?? ''].map(escapeHtml).join(' ')
      const content = `<!doctype html><html lang="da"><body><h1>${escapeHtml(meta.title)}</h1><p>${facts}</p>${html}</body></html>`
      await index.addHTMLFile({ url, content })
    }
    await index.writeFiles({ outputPath: path.join(output, 'pagefind') })
  } finally {
    await close()
  }
}
