import path from 'node:path'
import { close, createIndex } from 'pagefind'
import { SearchIndexError } from './index.ts'
import type { SearchRecord } from './record.ts'
import { escapeHtml } from './text.ts'

/** A query with the ids of the punkter that a person has judged to answer it. */
export interface JudgedQuery {
  readonly category: string
  readonly query: string
  readonly relevant: readonly string[]
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

/** Rates answers (ids in rank order, one list a query) by category, in the order in which these are first met; all together last. */
export function rate(queries: readonly JudgedQuery[], answers: readonly (readonly string[])[]): Quality[] {
  const rated = queries.map(({ category, relevant }, index) => {
    const answer = answers[index] ?? []
    const rank = answer.findIndex((id) => relevant.includes(id))
    const found = answer.slice(0, FIRST).filter((id) => relevant.includes(id)).length
    return { category, recall: found / relevant.length, reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1) }
  })
  const categories = [...new Set(rated.map(({ category }) => category))]
  const groups = [...categories.map((name) => [name, rated.filter(({ category }) => category === name)] as const), ['alle', rated] as const]
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
