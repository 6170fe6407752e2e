import { foldLabel } from '../referat/collation.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { isStandingFacet } from '../referat/sagsnummer.ts'
import type { Sag } from './archive.ts'

/** Titles of what stands on every agenda; a case made of nothing else is a standing one. */
const STANDING_TITLES = new Set(
  [
    'Eventuelt',
    'Siden sidst',
    'Meddelelser',
    'Orientering',
    'Orienteringer',
    'Orientering fra formanden',
    'Nyt fra formanden',
    'Godkendelse af dagsorden',
    'Godkendelse af referat',
    'Underskriftsside',
    'Spørgetid',
    'Næste møde',
  ].map(foldLabel),
)

/** Cases by id: the punkter of one authority with the same normalised case number, oldest first. */
export function gatherCases(punkter: readonly Punkt[], meetingOf: (punkt: Punkt) => Meeting): Sag[] {
  const gathered = new Map<string, Punkt[]>()
  for (const punkt of punkter) {
    if (!punkt.sagsnummer) continue
    const id = sagId(meetingOf(punkt).authority, punkt)
    const list = gathered.get(id)
    if (list) list.push(punkt)
    else gathered.set(id, [punkt])
  }
  return [...gathered].map(([id, unordered]) => {
    const treatments = [...unordered].sort((a, b) => compare(meetingOf(a), meetingOf(b)) || a.order - b.order)
    const open = treatments.filter((punkt) => !punkt.closed)
    const newest = open.findLast((punkt) => meetingOf(punkt).status !== 'dagsorden') ?? open.at(-1) ?? treatments.at(-1)
    const first = treatments[0] as Punkt
    const sagsnummer = first.sagsnummer as NonNullable<Punkt['sagsnummer']>
    return {
      id,
      authority: meetingOf(first).authority,
      sagsnummer,
      title: newest?.title ?? '',
      standing:
        isStandingFacet(sagsnummer) ||
        treatments.every((punkt) => STANDING_TITLES.has(foldLabel(punkt.title))) ||
        holdsSeveralMatters(treatments),
      punkter: treatments.map((punkt) => punkt.id),
    }
  })
}

/** True for a number that stands on several punkter of different titles, meeting after meeting: no one matter. */
function holdsSeveralMatters(treatments: readonly Punkt[]): boolean {
  // Two meetings with two titles each.
  if (treatments.length < 4) return false
  const titles = new Map<string, Set<string>>()
  for (const { meeting, title } of treatments) titles.set(meeting, (titles.get(meeting) ?? new Set()).add(foldLabel(title)))
  return [...titles.values()].filter(({ size }) => size > 1).length > 1
}

/** Id of a punkt's case: its authority belongs to it, since two authorities may use one number for two matters. */
export function sagId(authority: string, punkt: Punkt): string {
  return `${authority}/sager/${punkt.sagsnummer?.slug ?? ''}`
}

function compare(a: Meeting, b: Meeting): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
