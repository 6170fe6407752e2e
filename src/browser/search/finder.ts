import { FACETS, type FacetId, type FacetValue, MONTH_FILTER, readFacetValue } from '../../search/facets.ts'
import type { SearchState } from '../../search/state.ts'
import { isExactly, isNamed, readTyped } from '../../search/typed.ts'
import type { FilterCounts, Pagefind, Reading, SearchHit, SearchOptions, SearchResponse } from './pagefind.ts'

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
  /** Bodies whose name was typed. */
  readonly bodies: readonly FacetValue[]
  /** Filters that were typed and that nothing has: `udvalg:xyz`. */
  readonly unmet: readonly string[]
}

/** The engines that a search may ask: of everything, and of the decisions alone, which is loaded when it is asked. */
export interface Engines {
  readonly all: Pagefind
  readonly decisions: () => Promise<Pagefind>
}

type Chosen = Readonly<Record<FacetId, readonly string[] | undefined>>

/** Answers searches from Pagefind: turns a state into filters, and counts what each further choice would give. */
export class Finder {
  readonly #engines: Engines
  readonly #all: FilterCounts

  constructor(engines: Engines, all: FilterCounts) {
    this.#engines = engines
    this.#all = all
  }

  static async over(engines: Engines): Promise<Finder> {
    return new Finder(engines, await engines.all.filters())
  }

  /** Months in which there are meetings, oldest first, `yyyy-mm`. */
  get months(): readonly string[] {
    return Object.keys(this.#all[MONTH_FILTER] ?? {}).sort()
  }

  async find(state: SearchState): Promise<Found> {
    const typed = readTyped(state.q)
    const engine = state.decisions ? await this.#engines.decisions() : this.#engines.all
    if (state.decisions) await engine.filters()
    const chosen = this.#chosen(state, typed.bodies, typed.years)
    const query = typed.words || null
    const sort: SearchOptions['sort'] = state.sort === 'nyeste' || query === null ? { dato: 'desc' } : undefined
    const ask = (filters: NonNullable<SearchOptions['filters']>, inOrder = sort): Promise<SearchResponse> =>
      engine.search(query, { filters, exact: state.exact, ...(inOrder && { sort: inOrder }) })
    const main = await ask(this.#filters(state, chosen))
    const counts = await Promise.all(
      FACETS.map(async (facet) => {
        // Values of one facet add up, so each is counted as if none of its own facet were chosen.
        const response = chosen[facet] ? await ask(this.#filters(state, chosen, facet), undefined) : main
        return [facet, this.#counted(facet, response.filters)] as const
      }),
    )
    const named = this.#values('udvalg').filter(({ label }) => isExactly(label, typed.words))
    const missing = typed.bodies.filter((body) => !this.#values('udvalg').some(({ label }) => isNamed(label, body)))
    return {
      hits: main.results,
      facets: Object.fromEntries(counts) as unknown as FacetCounts,
      bodies: named,
      unmet: [...missing, ...typed.years.filter((year) => !this.#values('aar').some(({ id }) => id === year))],
      ...(main.reading && { reading: main.reading }),
    }
  }

  #values(facet: FacetId): FacetValue[] {
    return Object.keys(this.#all[facet] ?? {}).map(readFacetValue)
  }

  /** Values of each facet as the index holds them; undefined where it narrows nothing. What is typed narrows what is ticked. */
  #chosen(state: SearchState, bodies: readonly string[], years: readonly string[]): Chosen {
    const typed: Partial<Record<FacetId, (value: FacetValue) => boolean>> = {
      ...(bodies.length > 0 && { udvalg: ({ label }: FacetValue) => bodies.some((body) => isNamed(label, body)) }),
      ...(years.length > 0 && { aar: ({ id }: FacetValue) => years.includes(id) }),
    }
    const entries = FACETS.map((facet) => {
      const ticked = state.facets[facet]
      const byWords = typed[facet]
      if (ticked.length === 0 && !byWords) return [facet, undefined] as const
      const values = Object.keys(this.#all[facet] ?? {}).filter((value) => {
        const read = readFacetValue(value)
        return (ticked.length === 0 || ticked.includes(read.id)) && (!byWords || byWords(read))
      })
      return [facet, values] as const
    })
    return Object.fromEntries(entries) as Chosen
  }

  #filters(state: SearchState, chosen: Chosen, except?: FacetId): NonNullable<SearchOptions['filters']> {
    const filters: Record<string, { any: readonly string[] }> = {}
    for (const facet of FACETS) {
      const values = chosen[facet]
      if (facet !== except && values) filters[facet] = { any: orNothing(values) }
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
function orNothing(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : ['\u0000']
}
