import type { Archive } from '../archive/archive.ts'
import { OUTCOMES, type OutcomeId } from '../referat/beslutning.ts'
import { yearOf } from '../referat/dato.ts'
import type { Followed } from '../referat/followed.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { once } from '../source/once.ts'
import { slugify } from '../source/slug.ts'
import { urls } from './urls.ts'

/** How the register files a decision: its outcomes, or `closed` for an open decision of a closed punkt without any. */
export type RegisterOutcome = OutcomeId | 'closed'

/** Decisions, newest meeting first, with those of each outcome. A decision with two outcomes stands under both. */
export interface DecisionGroup {
  readonly punkter: readonly Punkt[]
  readonly byOutcome: ReadonlyMap<RegisterOutcome, readonly Punkt[]>
}

/** Every decision of the archive, grouped once. */
export interface DecisionRegister extends DecisionGroup {
  /** Newest year first. */
  readonly years: ReadonlyMap<number, DecisionGroup>
  /** By the id of the body, in the order of the archive's bodies. */
  readonly bodies: ReadonlyMap<string, DecisionGroup>
  /** Decisions on a recommendation, by what became of it. */
  readonly byFollowed: ReadonlyMap<Followed, readonly Punkt[]>
}

/** The outcomes in the order in which the register lists them, with the words for addresses and pages. */
export const REGISTER_OUTCOMES: readonly { readonly id: RegisterOutcome; readonly slug: string; readonly label: string }[] = [
  ...OUTCOMES.map(({ id, key, label }) => ({ id, slug: slugify(key), label })),
  { id: 'closed', slug: 'lukket-punkt', label: 'Lukket punkt' },
]

/** Addresses of the register's parts; years and outcomes cannot meet in one. */
export const registerUrls = {
  year: (year: number): string => `${urls.decisions}${year}/`,
  yearOutcome: (year: number, slug: string): string => `${urls.decisions}${year}/${slug}/`,
  outcome: (slug: string): string => `${urls.decisions}udfald/${slug}/`,
  followed: (slug: string): string => `${urls.decisions}indstilling/${slug}/`,
  body: (id: string): string => `${urls.decisions}udvalg/${id}/`,
  bodyOutcome: (id: string, slug: string): string => `${urls.decisions}udvalg/${id}/${slug}/`,
} as const

/** True for a punkt that the register lists: decided at a meeting that was held, closed ones only with an open decision. */
export function isRegistered(punkt: Punkt, meeting: Meeting): boolean {
  if (meeting.status === 'dagsorden' || meeting.status === 'aflyst') return false
  if (punkt.beslutning.status === 'closed') return punkt.beslutning.outcomes.length > 0 || punkt.beslutning.text !== ''
  return punkt.beslutning.status === 'decided'
}

/** Gathers the decisions of the archive by year and outcome, in one pass. */
export const gatherDecisions = once((archive: Archive): DecisionRegister => {
  const whole = openGroup()
  const years = new Map<number, OpenGroup>()
  const bodies = new Map<string, OpenGroup>()
  const byFollowed = new Map<Followed, Punkt[]>()
  for (const punkt of archive.punkter) {
    const meeting = archive.meeting(punkt.meeting)
    if (!isRegistered(punkt, meeting)) continue
    const year = yearOf(meeting.date)
    const group = years.get(year) ?? openGroup()
    years.set(year, group)
    const body = bodies.get(meeting.udvalg) ?? openGroup()
    bodies.set(meeting.udvalg, body)
    const followed = punkt.followed?.followed
    const list = followed && byFollowed.get(followed)
    if (list) list.push(punkt)
    else if (followed) byFollowed.set(followed, [punkt])
    for (const { punkter, byOutcome } of [whole, group, body]) {
      punkter.push(punkt)
      for (const outcome of registerOutcomesOf(punkt)) {
        const listed = byOutcome.get(outcome)
        if (listed) listed.push(punkt)
        else byOutcome.set(outcome, [punkt])
      }
    }
  }
  const inOrder = archive.udvalg.flatMap(({ id }): [string, OpenGroup][] => {
    const group = bodies.get(id)
    return group ? [[id, group]] : []
  })
  return { ...whole, years, bodies: new Map(inOrder), byFollowed }
})

interface OpenGroup {
  readonly punkter: Punkt[]
  readonly byOutcome: Map<RegisterOutcome, Punkt[]>
}

function openGroup(): OpenGroup {
  return { punkter: [], byOutcome: new Map() }
}

function registerOutcomesOf(punkt: Punkt): Set<RegisterOutcome> {
  return new Set(punkt.beslutning.outcomes.length > 0 ? punkt.beslutning.outcomes : ['closed'])
}
