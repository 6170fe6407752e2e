import { FACETS, type FacetId, type FacetValue, MONTH_FILTER, readFacetValue } from '../../search/facets.ts'
import type { SearchState } from '../../search/state.ts'
import type { FilterCounts, Pagefind, Reading, SearchHit, SearchOptions } from './pagefind.ts'

/** A value of a facet with the number of results that choosing it would give. */
export interface CountedValue extends FacetValue {
  readonly count: number
}

export type FacetCounts = Readonly<Record<FacetId, readonly CountedValue[]>>

/** What a search found. */
export interface Found {
  readonly hits: readonly SearchHit[]
  readonly facets: FacetCounts
  readonly reading?: Reading
}

/** Answers searches from Pagefind: turns a state into filters, and counts what each further choice would give. */
export class Finder {
  readonly #pagefind: Pagefind
  readonly #all: FilterCounts

  constructor(pagefind: Pagefind, all: FilterCounts) {
    this.#pagefind = pagefind
    this.#all = all
  }

  static async over(pagefind: Pagefind): Promise<Finder> {
    return new Finder(pagefind, await pagefind.filters())
  }

  /** Months in which there are meetings, oldest first, `yyyy-mm`. */
  get months(): readonly string[] {
    return Object.keys(this.#all[MONTH_FILTER] ?? {}).sort()
  }

  async find(state: SearchState): Promise<Found> {
    const query = state.q || null
    const sort: SearchOptions['sort'] = state.sort === 'nyeste' || query === null ? { dato: 'desc' } : undefined
    const main = await this.#pagefind.search(query, { filters: this.#filters(state), ...(sort && { sort }) })
    const counts = await Promise.all(
      FACETS.map(async (facet) => {
        // Values of one facet add up, so each is counted as if none of its own facet were chosen.
        const narrowed = state.facets[facet].length > 0
        const response = narrowed ? await this.#pagefind.search(query, { filters: this.#filters(state, facet) }) : main
        return [facet, this.#counted(facet, response.filters)] as const
      }),
    )
    const facets = Object.fromEntries(counts) as unknown as FacetCounts
    return { hits: main.results, facets, ...(main.reading && { reading: main.reading }) }
  }

  #filters(state: SearchState, except?: FacetId): NonNullable<SearchOptions['filters']> {
    const filters: Record<string, { any: string[] }> = {}
    for (const facet of FACETS) {
      const chosen = state.facets[facet]
      if (facet === except || chosen.length === 0) continue
      const known = Object.keys(this.#all[facet] ?? {}).filter((value) => chosen.includes(readFacetValue(value).id))
      filters[facet] = { any: orNothing(known) }
    }
    if (state.from || state.to) {
      const months = this.months.filter((month) => (!state.from || month >= state.from) && (!state.to || month <= state.to))
      filters[MONTH_FILTER] = { any: orNothing(months) }
    }
    return filters
  }

  #counted(facet: FacetId, counts: FilterCounts): CountedValue[] {
    return Object.keys(this.#all[facet] ?? {}).map((value) => ({ ...readFacetValue(value), count: counts[facet]?.[value] ?? 0 }))
  }
}

/** A filter without values would let everything through; one that no punkt has lets nothing through. */
function orNothing(values: string[]): string[] {
  return values.length > 0 ? values : ['\u0000']
}
