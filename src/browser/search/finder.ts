import type { ShardEntry } from '../../search/directory.ts'
import { FACETS, type FacetId, type FacetValue } from '../../search/facets.ts'
import type { Row } from '../../search/facts.ts'
import type { SearchState } from '../../search/state.ts'
import { isExactly, isNamed, readTyped } from '../../search/typed.ts'
import type { ArchiveIndex, Hit } from './archive-index.ts'
import { type Answer, DanishSearch, type Reading } from './danish.ts'

/** A value of a facet with the number of results that choosing it would give; not told where they are not all searched. */
export interface CountedValue extends FacetValue {
  readonly count?: number
}

export type FacetCounts = Readonly<Record<FacetId, readonly CountedValue[]>>

/** What a search found. */
export interface Found {
  readonly hits: readonly Hit[]
  readonly facets: FacetCounts
  readonly reading?: Reading
  /** Bodies whose name was typed. */
  readonly bodies: readonly FacetValue[]
  /** Filters that were typed and that nothing has: `udvalg:xyz`. */
  readonly unmet: readonly string[]
  /** Where older meetings may have more: the month since when all are searched, and the months that are left (`yyyy-mm`). */
  readonly older?: { readonly since: string; readonly from: string; readonly to: string }
}

/** How much to search. */
export interface Reach {
  /** True where all years are to be searched, however much the newest have. */
  readonly all: boolean
  /** Told what is found so far, while older meetings are searched too. */
  readonly onPartly: (found: Found) => void
}

/** Ids of the values that let a punkt through; undefined where a facet narrows nothing. */
type Chosen = Readonly<Record<FacetId, ReadonlySet<string> | undefined>>

/** Answers searches from the index: narrows what is found, and counts what each further choice would give. */
export class Finder {
  readonly #index: ArchiveIndex
  readonly #danish: DanishSearch
  readonly #years: readonly FacetValue[]
  /** Months in which there are meetings, oldest first, `yyyy-mm`. */
  readonly months: readonly string[]

  constructor(index: ArchiveIndex) {
    this.#index = index
    this.#danish = new DanishSearch(index)
    this.months = [...new Set(index.directory.shards.flatMap(({ months }) => months))].sort()
    this.#years = [...new Set(this.months.map((month) => month.slice(0, 4)))].map((year) => ({ id: year, label: year }))
  }

  /** Loads what the first search will most likely need. */
  prepare(): Promise<void> {
    return this.#index.load([0])
  }

  close(): void {
    this.#index.close()
  }

  async find(state: SearchState, { all, onPartly }: Reach): Promise<Found> {
    const typed = readTyped(state.q)
    const chosen = this.#chosen(state, typed.bodies, typed.years)
    const inMonths = (month: string): boolean => (!state.from || month >= state.from) && (!state.to || month <= state.to)
    const shards = this.#index.directory.shards.flatMap((shard, place) => (mayHave(shard, chosen, inMonths) ? [place] : []))
    const newest = state.sort === 'nyeste' || typed.words === ''
    const named = this.#index.directory.facets.udvalg.filter(({ label }) => isExactly(label, typed.words))
    const found = (answer: Answer): Found => {
      const inTime = answer.hits.filter(({ row }) => inMonths(row.date.slice(0, 7)))
      const hits = inTime.filter(({ row }) => failing(row, chosen, 1).length === 0)
      return {
        hits: newest ? hits.sort((a, b) => a.row.shard - b.row.shard || a.row.place - b.row.place) : hits,
        facets: this.#counts(inTime, chosen, answer.unsearched),
        bodies: named,
        unmet: this.#unmet(typed),
        ...(answer.reading && { reading: answer.reading }),
        ...this.#older(answer.left),
      }
    }
    const answer = await this.#danish.search(typed.words || null, {
      exact: state.exact,
      decisions: state.decisions && typed.words !== '',
      shards,
      all,
      keeps: ({ row }) => inMonths(row.date.slice(0, 7)) && failing(row, chosen, 1).length === 0,
      onPartly: (partly) => onPartly(found(partly)),
    })
    return found(answer)
  }

  #unmet({ bodies, years }: { readonly bodies: readonly string[]; readonly years: readonly string[] }): string[] {
    const { udvalg } = this.#index.directory.facets
    return [
      ...bodies.filter((body) => !udvalg.some(({ label }) => isNamed(label, body))),
      ...years.filter((year) => !this.#years.some(({ id }) => id === year)),
    ]
  }

  #values(facet: FacetId): readonly FacetValue[] {
    return facet === 'aar' ? this.#years : this.#index.directory.facets[facet]
  }

  /** What is typed narrows what is ticked. */
  #chosen(state: SearchState, bodies: readonly string[], years: readonly string[]): Chosen {
    const typed: Partial<Record<FacetId, (value: FacetValue) => boolean>> = {
      ...(bodies.length > 0 && { udvalg: ({ label }: FacetValue) => bodies.some((body) => isNamed(label, body)) }),
      ...(years.length > 0 && { aar: ({ id }: FacetValue) => years.includes(id) }),
    }
    const entries = FACETS.map((facet) => {
      const ticked = state.facets[facet]
      const byWords = typed[facet]
      if (ticked.length === 0 && !byWords) return [facet, undefined] as const
      const values = this.#values(facet).filter(
        (value) => (ticked.length === 0 || ticked.includes(value.id)) && (!byWords || byWords(value)),
      )
      return [facet, new Set(values.map(({ id }) => id))] as const
    })
    return Object.fromEntries(entries) as Chosen
  }

  /** Values of one facet add up, so each is counted as if none of its own facet were chosen. */
  #counts(hits: readonly Hit[], chosen: Chosen, unsearched: ReadonlySet<number>): FacetCounts {
    const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]))
    for (const { row } of hits) {
      const fails = failing(row, chosen, 2)
      for (const facet of fails.length === 0 ? FACETS : fails.length === 1 ? fails : []) {
        const values = counts.get(facet)
        for (const value of idsOf(facet, row)) values?.set(value, (values.get(value) ?? 0) + 1)
      }
    }
    const unknown = new Set(
      [...unsearched].flatMap((shard) => this.#index.directory.shards[shard]?.months.map((month) => month.slice(0, 4))),
    )
    const counted = (facet: FacetId): CountedValue[] =>
      this.#values(facet).map((value) =>
        facet === 'aar' && unknown.has(value.id) ? value : { ...value, count: counts.get(facet)?.get(value.id) ?? 0 },
      )
    return Object.fromEntries(FACETS.map((facet) => [facet, counted(facet)])) as unknown as FacetCounts
  }

  #older(left: readonly number[]): Pick<Found, 'older'> {
    const [next] = left
    if (next === undefined) return {}
    const months = left.flatMap((shard) => this.#index.directory.shards[shard]?.months ?? []).sort()
    const to = months.at(-1) ?? ''
    return { older: { since: this.months.find((month) => month > to) ?? to, from: months[0] ?? '', to } }
  }
}

function mayHave({ months, bodies }: ShardEntry, { aar, udvalg, myndighed }: Chosen, inMonths: (month: string) => boolean): boolean {
  return (
    months.some((month) => inMonths(month) && (!aar || aar.has(month.slice(0, 4)))) &&
    bodies.some((body) => (!udvalg || udvalg.has(body)) && (!myndighed || myndighed.has(body.split('/', 1)[0] ?? '')))
  )
}

function idsOf(facet: FacetId, row: Row): readonly string[] {
  switch (facet) {
    case 'myndighed':
      return [row.authority]
    case 'udvalg':
      return [row.body]
    case 'aar':
      return [row.date.slice(0, 4)]
    case 'beslutning':
      return row.outcomes
    case 'fulgt':
      return row.followed ? [row.followed] : []
    case 'emne':
      return row.subject ? [row.subject] : []
  }
}

/** The facets of which a punkt has no chosen value, `most` of them at most. */
function failing(row: Row, chosen: Chosen, most: number): FacetId[] {
  const fails: FacetId[] = []
  for (const facet of FACETS) {
    const values = chosen[facet]
    if (values && !idsOf(facet, row).some((id) => values.has(id))) fails.push(facet)
    if (fails.length >= most) break
  }
  return fails
}
