/** The ways in which results can be narrowed, by the name that stands in the address of a search. */
export const FACETS = ['myndighed', 'udvalg', 'aar', 'beslutning', 'fulgt', 'emne'] as const
export type FacetId = (typeof FACETS)[number]

/** A value of a facet: what stands in the address, and what the visitor reads. */
export interface FacetValue {
  readonly id: string
  readonly label: string
}
