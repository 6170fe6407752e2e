import { withoutMarks } from '../../search/marks.ts'
import type { FilterCounts, HitData, Pagefind, SearchHit, SearchOptions, SearchResponse } from './pagefind.ts'
import { type Plan, planSearch } from './plan.ts'
import type { ArchiveWords } from './words.ts'

type Filters = SearchOptions['filters']

/**
 * Pagefind with an ear for Danish: the same API, between the search page and Pagefind itself. It reads a query by the
 * archive's own words and asks Pagefind once for each part that must be met.
 */
export class DanishPagefind implements Pagefind {
  readonly #pagefind: Pagefind
  readonly #archive: ArchiveWords
  readonly #plans = new Map<string, Promise<Plan>>()
  #membership: Promise<ReadonlyMap<string, readonly (readonly [filter: string, value: string])[]>> | undefined

  constructor(pagefind: Pagefind, archive: ArchiveWords) {
    this.#pagefind = pagefind
    this.#archive = archive
  }

  options(options: Parameters<Pagefind['options']>[0]): Promise<void> {
    return this.#pagefind.options(options)
  }

  init(): Promise<void> {
    return this.#pagefind.init()
  }

  filters(): Promise<FilterCounts> {
    return this.#pagefind.filters()
  }

  async search(query: string | null, options: SearchOptions = {}): Promise<SearchResponse> {
    if (query === null) return readable(await this.#pagefind.search(null, options))
    const { clauses, words, unknown, instead } = await this.#plan(query)
    const whole = await this.#all(clauses, options)
    const relax =
      whole.results.length === 0 && (words.length > 1 || clauses.length > 1) && !(await this.#anyWithout(clauses, options.filters))
    const response = readable(relax ? await this.#most(words.length > 0 ? clauses.slice(0, -1) : clauses, words, options) : whole)
    if (unknown.length === 0 && !instead && !relax) return response
    return { ...response, reading: { unknown, relaxed: relax && response.results.length > 0, ...(instead && { instead }) } }
  }

  #plan(query: string): Promise<Plan> {
    const known = this.#plans.get(query)
    if (known) return known
    const plan = planSearch(query, this.#archive)
    plan.catch(() => this.#plans.delete(query))
    this.#plans.set(query, plan)
    return plan
  }

  /** Results that meet every clause. */
  async #all(clauses: readonly string[], options: SearchOptions): Promise<SearchResponse> {
    const responses = await Promise.all(clauses.map((clause) => this.#pagefind.search(clause, options)))
    const [first, ...others] = responses
    if (!first || others.length === 0) return first ?? { results: [], filters: {} }
    const sets = responses.map(({ results }) => new Map(results.map((hit) => [hit.id, hit])))
    // The last clause has the loose words, where there are any: its excerpts show most.
    const results = (responses.at(-1)?.results ?? []).flatMap((hit) => {
      const hits = sets.flatMap((set) => set.get(hit.id) ?? [])
      return hits.length === sets.length ? [withScore(hit, hits)] : []
    })
    return this.#counted(options.sort ? results : byScore(results))
  }

  /**
   * Results that meet the clauses (phrases, days, case numbers), and as many of the words as any does, or one fewer.
   * Where none of them has a word, the clauses alone count; where nothing meets the clauses, the words alone do.
   */
  async #most(clauses: readonly string[], words: readonly string[], options: SearchOptions): Promise<SearchResponse> {
    const all = clauses.length > 0 ? await this.#all(clauses, options) : undefined
    const must = all && all.results.length > 0 ? new Set(all.results.map(({ id }) => id)) : undefined
    const met = new Map<string, SearchHit[]>()
    for (const { results } of await Promise.all(words.map((word) => this.#pagefind.search(word, options)))) {
      for (const hit of results) if (!must || must.has(hit.id)) met.set(hit.id, [...(met.get(hit.id) ?? []), hit])
    }
    if (met.size === 0 && all) return all
    const most = Math.max(0, ...[...met.values()].map((hits) => hits.length))
    const enough = [...met.values()].filter((hits) => hits.length >= Math.max(1, most - 1))
    const scored = enough.flatMap((hits) => {
      const [best] = byScore(hits)
      return best ? [{ hit: withScore(best, hits), words: hits.length }] : []
    })
    scored.sort((a, b) => b.words - a.words || b.hit.score - a.hit.score)
    const results = scored.map(({ hit }) => hit)
    if (!options.sort) return this.#counted(results)
    const order = new Map((await this.#pagefind.search(null, options)).results.map(({ id }, index) => [id, index]))
    return this.#counted(results.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)))
  }

  async #anyWithout(clauses: readonly string[], filters: Filters): Promise<boolean> {
    return Object.keys(filters ?? {}).length > 0 && (await this.#all(clauses, {})).results.length > 0
  }

  /** Counts the values of results that Pagefind has not put together itself. */
  async #counted(results: readonly SearchHit[]): Promise<SearchResponse> {
    this.#membership ??= this.#readMembership()
    const membership = await this.#membership
    const filters: Record<string, Record<string, number>> = {}
    for (const { id } of results) {
      for (const [filter, value] of membership.get(id) ?? []) {
        filters[filter] = { ...filters[filter], [value]: (filters[filter]?.[value] ?? 0) + 1 }
      }
    }
    return { results, filters }
  }

  /** The values of every punkt: asked once, a value at a time, without a word of text being fetched. */
  async #readMembership(): Promise<Map<string, [string, string][]>> {
    const membership = new Map<string, [string, string][]>()
    for (const [filter, values] of Object.entries(await this.#pagefind.filters())) {
      for (const value of Object.keys(values)) {
        const { results } = await this.#pagefind.search(null, { filters: { [filter]: { any: [value] } } })
        for (const { id } of results) membership.set(id, [...(membership.get(id) ?? []), [filter, value]])
      }
    }
    return membership
  }
}

/** The same results with the marks taken out of what people read. */
function readable(response: SearchResponse): SearchResponse {
  const results = response.results.map(({ id, score, data }): SearchHit => ({ id, score, data: async () => withoutMarksIn(await data()) }))
  return { ...response, results }
}

function withoutMarksIn(data: HitData): HitData {
  const meta = Object.fromEntries(Object.entries(data.meta).map(([key, value]) => [key, withoutMarks(value)]))
  return { ...data, meta, excerpt: withoutMarks(data.excerpt) }
}

function withScore(hit: SearchHit, hits: readonly SearchHit[]): SearchHit {
  return { id: hit.id, score: hits.reduce((sum, { score }) => sum + score, 0), data: () => hit.data() }
}

function byScore(hits: readonly SearchHit[]): SearchHit[] {
  return [...hits].sort((a, b) => b.score - a.score)
}
