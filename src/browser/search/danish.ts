import { MONTH_FILTER } from '../../search/facets.ts'
import { withoutMarks } from '../../search/marks.ts'
import type { FilterCounts, HitData, Pagefind, Reading, SearchHit, SearchOptions, SearchResponse } from './pagefind.ts'
import { type Clause, type Plan, planSearch, type Vocabulary } from './plan.ts'

/** Two words of a compound stand together where no more than this many words lie from one to the other. */
const TOGETHER = 4

/**
 * Pagefind with an ear for Danish: the same API, between the search page and Pagefind itself. It reads a query by the
 * archive's own words and asks Pagefind once for each part that must be met.
 */
export class DanishPagefind implements Pagefind {
  readonly #pagefind: Pagefind
  readonly #archive: Vocabulary
  readonly #plans = new Map<string, Promise<Plan>>()
  #membership: Promise<ReadonlyMap<string, readonly (readonly [filter: string, value: string])[]>> | undefined

  constructor(pagefind: Pagefind, archive: Vocabulary) {
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
    const { exact = false, ...asked } = options
    if (query === null) return readable(await this.#pagefind.search(null, asked))
    const { must, words, not, unknown, instead, meant } = await this.#plan(query, exact)
    const clauses = [...must, ...joined(words)]
    const whole = clauses.length === 0 && not.length > 0 ? await this.#pagefind.search(null, asked) : await this.#all(clauses, asked)
    const relax = whole.results.length === 0 && clauses.length + words.length > 2 && !(await this.#anyWithout(clauses, asked))
    const found = relax ? await this.#most(must, words, asked) : whole
    const response = readable(await this.#without(found, not, relax ? [] : clauses, asked))
    const relaxed = relax && response.results.length > 0
    if (unknown.length === 0 && !instead && !meant && !relaxed) return response
    const reading: Reading = { unknown, relaxed, ...(instead && { instead }), ...(meant && { meant }) }
    return { ...response, reading }
  }

  #plan(query: string, exact: boolean): Promise<Plan> {
    const key = `${exact} ${query}`
    const known = this.#plans.get(key)
    if (known) return known
    const together = async (head: string, tail: string): Promise<boolean> =>
      (await this.#ask({ query: `${head} ${tail}`, pair: [head, tail] }, {})).results.length > 0
    const plan = planSearch(query, this.#archive, { together, exact })
    plan.catch(() => this.#plans.delete(key))
    this.#plans.set(key, plan)
    return plan
  }

  async #ask({ query, pair }: Clause, options: SearchOptions): Promise<SearchResponse> {
    const response = await this.#pagefind.search(query, options)
    if (!pair || response.results.length === 0) return response
    const [heads, tails] = await Promise.all(pair.map(async (word) => placesOf(await this.#pagefind.search(word, {}))))
    const results = response.results.filter(({ id }) => standTogether(heads?.get(id), tails?.get(id)))
    return results.length === response.results.length ? response : this.#counted(results)
  }

  /** Results that meet every clause. */
  async #all(clauses: readonly Clause[], options: SearchOptions): Promise<SearchResponse> {
    const responses = await Promise.all(clauses.map((clause) => this.#ask(clause, options)))
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
   * Results that meet what must be met (phrases, days, case numbers), and as many of the words as any does, or one fewer.
   * Where none of them has a word, the rest alone counts; where nothing meets the rest, the words alone do.
   */
  async #most(must: readonly Clause[], words: readonly Clause[], options: SearchOptions): Promise<SearchResponse> {
    const all = must.length > 0 ? await this.#all(must, options) : undefined
    const ids = all && all.results.length > 0 ? new Set(all.results.map(({ id }) => id)) : undefined
    const met = new Map<string, SearchHit[]>()
    for (const { results } of await Promise.all(words.map((word) => this.#ask(word, options)))) {
      for (const hit of results) if (!ids || ids.has(hit.id)) met.set(hit.id, [...(met.get(hit.id) ?? []), hit])
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

  async #anyWithout(clauses: readonly Clause[], { filters }: SearchOptions): Promise<boolean> {
    return Object.keys(filters ?? {}).length > 0 && (await this.#all(clauses, {})).results.length > 0
  }

  async #without(
    response: SearchResponse,
    not: readonly string[],
    clauses: readonly Clause[],
    options: SearchOptions,
  ): Promise<SearchResponse> {
    if (not.length === 0 || response.results.length === 0) return response
    const [clause, ...others] = clauses
    const [unwantedWord = '', ...more] = not
    if (clause && others.length + more.length === 0 && !clause.pair && !`${clause.query}${unwantedWord}`.includes('"')) {
      if (!(await this.#knows(unwantedWord))) return response
      // Both words in one query: Pagefind counts what is to be taken away.
      return minus(response, await this.#pagefind.search(`${clause.query} ${unwantedWord}`, options))
    }
    const unwanted = new Set<string>()
    for (const word of not) {
      if (word.startsWith('"') || (await this.#knows(word)))
        for (const { id } of (await this.#pagefind.search(word, {})).results) unwanted.add(id)
    }
    return this.#counted(response.results.filter(({ id }) => !unwanted.has(id)))
  }

  /** Pagefind would take the longest known beginning of a word that it does not know. */
  async #knows(word: string): Promise<boolean> {
    return ['known', 'variant'].includes((await this.#archive.near(word)).lookUp(word).kind)
  }

  /** Counts the values of results that Pagefind has not put together itself. */
  async #counted(results: readonly SearchHit[]): Promise<SearchResponse> {
    this.#membership ??= this.#readMembership()
    const membership = await this.#membership
    const filters: Record<string, Record<string, number>> = {}
    for (const { id } of results) {
      for (const [filter, value] of membership.get(id) ?? []) {
        const counts = filters[filter] ?? {}
        counts[value] = (counts[value] ?? 0) + 1
        filters[filter] = counts
      }
    }
    return { results, filters }
  }

  /** The values of every punkt: asked once, a value at a time, without a word of text being fetched. Months are never counted. */
  async #readMembership(): Promise<Map<string, [string, string][]>> {
    const membership = new Map<string, [string, string][]>()
    for (const [filter, values] of Object.entries(await this.#pagefind.filters())) {
      if (filter === MONTH_FILTER) continue
      for (const value of Object.keys(values)) {
        const { results } = await this.#pagefind.search(null, { filters: { [filter]: { any: [value] } } })
        for (const { id } of results) {
          const known = membership.get(id)
          if (known) known.push([filter, value])
          else membership.set(id, [[filter, value]])
        }
      }
    }
    return membership
  }
}

/** The words as one clause, so that Pagefind ranks and counts them together; pairs by themselves. A word alone keeps its quotes. */
function joined(words: readonly Clause[]): Clause[] {
  const loose = words.filter(({ pair }) => !pair)
  const query = loose.map((word) => (words.length > 1 ? word.query.replaceAll('"', '') : word.query)).join(' ')
  return [...words.filter(({ pair }) => pair), ...(query ? [{ query }] : [])]
}

/** Results and counts without some of them. */
function minus(all: SearchResponse, some: SearchResponse): SearchResponse {
  const unwanted = new Set(some.results.map(({ id }) => id))
  const filters = Object.fromEntries(
    Object.entries(all.filters).map(([filter, counts]) => [
      filter,
      Object.fromEntries(Object.entries(counts).map(([value, count]) => [value, count - (some.filters[filter]?.[value] ?? 0)])),
    ]),
  )
  return { results: all.results.filter(({ id }) => !unwanted.has(id)), filters }
}

function placesOf({ results }: SearchResponse): Map<string, readonly number[]> {
  return new Map(results.map(({ id, words = [] }) => [id, words]))
}

function standTogether(heads: readonly number[] = [], tails: readonly number[] = []): boolean {
  return heads.some((head) => tails.some((tail) => Math.abs(head - tail) <= TOGETHER))
}

/** The same results with the marks taken out of what people read. */
function readable(response: SearchResponse): SearchResponse {
  const results = response.results.map(({ id, score, data }): SearchHit => ({ id, score, data: async () => withoutMarksIn(await data()) }))
  return { ...response, results }
}

function withoutMarksIn(data: HitData): HitData {
  const meta = Object.fromEntries(Object.entries(data.meta).map(([key, value]) => [key, withoutMarks(value)]))
  const parts = data.sub_results.map((part) => ({ ...part, title: withoutMarks(part.title), excerpt: withoutMarks(part.excerpt) }))
  return { ...data, meta, excerpt: withoutMarks(data.excerpt), sub_results: parts }
}

function withScore(hit: SearchHit, hits: readonly SearchHit[]): SearchHit {
  return { ...hit, score: hits.reduce((sum, { score }) => sum + score, 0), data: () => hit.data() }
}

function byScore(hits: readonly SearchHit[]): SearchHit[] {
  return [...hits].sort((a, b) => b.score - a.score)
}
