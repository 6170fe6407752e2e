import { FACETS, type FacetId } from './facets.ts'

export type Sorting = 'bedst' | 'nyeste'

/** What a visitor asks for; it stands in the address of the search page, so that a search can be shared and Back works. */
export interface SearchState {
  /** The words as typed, trimmed. */
  readonly q: string
  /** Ids of the chosen values, sorted, without repeats. */
  readonly facets: Readonly<Record<FacetId, readonly string[]>>
  /** First and last month, `yyyy-mm`; open where absent. */
  readonly from?: string
  readonly to?: string
  readonly sort: Sorting
  /** True where only the decisions are searched. */
  readonly decisions: boolean
  /** True where the results of a meeting stand together. */
  readonly grouped: boolean
  /** True where the words are searched as typed, without a slip of the pen being set right. */
  readonly exact: boolean
}

/** Longer queries are cut: nobody reads what they would find. */
const LONGEST_QUERY = 200
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

export const EMPTY_STATE: SearchState = {
  q: '',
  facets: { myndighed: [], udvalg: [], aar: [], beslutning: [], fulgt: [], emne: [] },
  sort: 'bedst',
  decisions: false,
  grouped: false,
  exact: false,
}

/** Reads the query part of an address (`?q=…&udvalg=…`). What it does not know or cannot read is passed over. */
export function readState(query: string): SearchState {
  const params = new URLSearchParams(query)
  const from = params.get('fra') ?? ''
  const to = params.get('til') ?? ''
  return {
    q: readWords(params.get('q') ?? ''),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, readIds(params.getAll(facet))])) as Record<FacetId, string[]>,
    ...(MONTH.test(from) && { from }),
    ...(MONTH.test(to) && { to }),
    sort: params.get('sortering') === 'nyeste' ? 'nyeste' : 'bedst',
    decisions: params.get('kun') === 'beslutninger',
    grouped: params.get('vis') === 'moeder',
    exact: params.get('ordret') === '1',
  }
}

/** The query part of the address of a search: '' for an empty one. `readState` reads it back. */
export function writeState(state: SearchState): string {
  const params = new URLSearchParams()
  if (state.q) params.set('q', state.q)
  for (const facet of FACETS) for (const id of state.facets[facet]) params.append(facet, id)
  if (state.from) params.set('fra', state.from)
  if (state.to) params.set('til', state.to)
  if (state.sort !== 'bedst') params.set('sortering', state.sort)
  if (state.decisions) params.set('kun', 'beslutninger')
  if (state.grouped) params.set('vis', 'moeder')
  if (state.exact) params.set('ordret', '1')
  const query = params.toString().replaceAll('%2F', '/')
  return query && `?${query}`
}

/** The words of a query as they are searched: trimmed, white space collapsed, cut to a sensible length. */
export function readWords(text: string): string {
  return text
    .slice(0, LONGEST_QUERY)
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A state with one value of a facet chosen, or no longer. */
export function withFacet(state: SearchState, facet: FacetId, id: string, chosen: boolean): SearchState {
  const others = state.facets[facet].filter((other) => other !== id)
  return { ...state, facets: { ...state.facets, [facet]: readIds(chosen ? [...others, id] : others) } }
}

/** The same words without anything that narrows the results. */
export function withoutFilters({ q, sort, grouped, exact }: SearchState): SearchState {
  return { ...EMPTY_STATE, q, sort, grouped, exact }
}

/** How many choices narrow the results. */
export function countFilters({ facets, from, to, decisions }: SearchState): number {
  return FACETS.reduce((sum, facet) => sum + facets[facet].length, 0) + (from ? 1 : 0) + (to ? 1 : 0) + (decisions ? 1 : 0)
}

/** True where there is nothing to search for. */
export function isEmpty(state: SearchState): boolean {
  return state.q === '' && countFilters(state) === 0
}

function readIds(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id) => /^[^\s]{1,200}$/.test(id)))].sort()
}
