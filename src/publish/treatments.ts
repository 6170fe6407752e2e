import type { Archive, ResolvedReference } from '../archive/archive.ts'
import { compareDanish } from '../referat/collation.ts'
import { formatDate } from '../referat/dato.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { type OutcomeView, outcomesOf } from './outcome-view.ts'
import { urls } from './urls.ts'

/** Another treatment of a matter, before or after the one at hand. */
export interface Treatment {
  /** ISO date. */
  readonly date: string
  readonly bodyName: string
  /** "punkt 3", or '' where only the meeting is known. */
  readonly number: string
  /** Title of the punkt; '' where it is not in the archive. */
  readonly title: string
  readonly url?: string
  readonly outcomes: readonly OutcomeView[]
  /** A plain sentence where the archive does not hold what is pointed at. */
  readonly note: string
}

/** The course of a matter as seen from one punkt. */
export interface Treatments {
  /** Oldest first. */
  readonly earlier: readonly Treatment[]
  readonly later: readonly Treatment[]
  /** The case with all its treatments, where more belong to it than are listed. */
  readonly more?: { readonly url: string; readonly count: number }
}

/** A case of more treatments than this on either side is listed on its own page. */
const NEAREST = 8

/**
 * What came before a punkt and what came of it: what it refers to, what refers to it, and the other treatments of its
 * case. Standing cases ("Eventuelt", "Meddelelser") are left out: they are lists, no stories.
 */
export function treatmentsOf(archive: Archive, punkt: Punkt): Treatments {
  const here = archive.meeting(punkt.meeting)
  const earlier = new Map<string, Treatment>()
  const later = new Map<string, Treatment>()
  const add = (treatment: Treatment, key: string, sameDayIsLater: boolean): void => {
    if (earlier.has(key) || later.has(key)) return
    const isLater = treatment.date === here.date ? sameDayIsLater : treatment.date > here.date
    ;(isLater ? later : earlier).set(key, treatment)
  }

  for (const resolved of archive.referencesFrom(punkt.id)) {
    if (resolved.target === punkt.id || resolved.target === here.id) continue
    add(referred(archive, resolved, here.authority), keyOf(resolved), false)
  }
  for (const { from } of archive.referencesTo(punkt.id).slice(0, NEAREST * 4)) add(treatment(archive, archive.punkt(from)), from, true)

  const sag = archive.sagOf(punkt)
  if (sag && !sag.standing && sag.punkter.length > 1) {
    const at = sag.punkter.indexOf(punkt.id)
    for (const id of sag.punkter.slice(Math.max(0, at - NEAREST), at)) add(treatment(archive, archive.punkt(id)), id, false)
    for (const id of sag.punkter.slice(at + 1, at + 1 + NEAREST)) add(treatment(archive, archive.punkt(id)), id, true)
  }

  const before = inOrder(earlier).slice(-NEAREST)
  const after = inOrder(later).slice(0, NEAREST)
  const hidden =
    earlier.size > NEAREST || later.size > NEAREST || (sag && !sag.standing && sag.punkter.length > before.length + after.length + 1)
  return { earlier: before, later: after, ...(sag && hidden && { more: { url: urls.of(sag.id), count: sag.punkter.length } }) }
}

function inOrder(treatments: ReadonlyMap<string, Treatment>): Treatment[] {
  return [...treatments.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : compareDanish(a.number, b.number)))
}

function keyOf({ target, reference }: ResolvedReference): string {
  return target && target.split('/').length > 2 ? target : `${reference.udvalg} ${reference.dato} ${reference.punkt ?? ''}`
}

function treatment(archive: Archive, punkt: Punkt): Treatment {
  const meeting = archive.meeting(punkt.meeting)
  return {
    date: meeting.date,
    bodyName: archive.body(meeting.udvalg).name,
    number: `punkt ${punkt.number}`,
    title: punkt.title,
    url: urls.of(punkt.id),
    outcomes: outcomesOf(punkt, meeting),
    note: '',
  }
}

function referred(archive: Archive, { kind, target, reference }: ResolvedReference, authority: string): Treatment {
  if (kind === 'punkt' && target) return treatment(archive, archive.punkt(target))
  const meeting: Meeting | undefined = kind === 'meeting' && target ? archive.meeting(target) : undefined
  const bodyName = (meeting ? archive.body(meeting.udvalg) : archive.findBody(authority, reference.udvalg))?.name ?? reference.udvalg
  return {
    date: reference.dato,
    bodyName,
    number: reference.punkt ? `punkt ${reference.punkt}` : '',
    title: '',
    ...(meeting && { url: urls.of(meeting.id) }),
    outcomes: [],
    note: meeting
      ? reference.punkt
        ? `Mødet den ${formatDate(meeting.date)} er i arkivet, men har ikke punkt ${reference.punkt}.`
        : ''
      : 'Mødet er ikke i arkivet.',
  }
}
