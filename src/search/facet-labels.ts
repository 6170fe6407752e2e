import { compareDanish } from '../referat/collation.ts'
import type { Directory } from './directory.ts'
import type { FacetValue } from './facets.ts'
import type { RecordFacts } from './record.ts'

/** What the values of each facet are called, by the Danish alphabet; of a value with several names the newest. */
export function facetsOf(facts: readonly RecordFacts[]): Directory['facets'] {
  const named = (valuesOf: (of: RecordFacts) => readonly (FacetValue | undefined)[]): FacetValue[] => {
    const labels = new Map<string, string>()
    for (const of of facts) for (const value of valuesOf(of)) if (value && !labels.has(value.id)) labels.set(value.id, value.label)
    return [...labels].map(([id, label]) => ({ id, label })).sort((a, b) => compareDanish(a.label, b.label) || (a.id < b.id ? -1 : 1))
  }
  return {
    myndighed: named(({ authority }) => [authority]),
    udvalg: named(({ body }) => [body]),
    beslutning: named(({ outcomes }) => outcomes),
    fulgt: named(({ followed }) => [followed]),
    emne: named(({ subject }) => [subject]),
  }
}
