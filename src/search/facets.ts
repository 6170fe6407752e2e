/** The ways in which results can be narrowed, by the name that stands in the address of a search. */
export const FACETS = ['myndighed', 'udvalg', 'aar', 'beslutning', 'fulgt', 'emne'] as const
export type FacetId = (typeof FACETS)[number]

/** Name of the filter by which a range of months is searched; Pagefind knows no ranges. */
export const MONTH_FILTER = 'maaned'

/** A value of a facet: what stands in the address, and what the visitor reads. */
export interface FacetValue {
  readonly id: string
  readonly label: string
}

/**
 * A facet's value as the index holds it: its id, a space and its label. So the page needs no table of names of its own,
 * and an address (which has the id alone) outlives a change of name. Ids have no spaces.
 */
export function writeFacetValue({ id, label }: FacetValue): string {
  return label === id ? id : `${id} ${label}`
}

/** Reads a facet's value as the index holds it. */
export function readFacetValue(value: string): FacetValue {
  const space = value.indexOf(' ')
  return space < 0 ? { id: value, label: value } : { id: value.slice(0, space), label: value.slice(space + 1) }
}
