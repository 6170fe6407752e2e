import type { Archive, Sag } from '../../archive/archive.ts'
import { CASE_STATES, caseStateOf } from '../../archive/case-state.ts'
import { daysBetween, formatDate, yearOf } from '../../referat/dato.ts'
import { kleLink } from '../../referat/kle.ts'
import { hasMinutes } from '../../referat/meeting.ts'
import { type MinorityStatement, minorityStatements } from '../../referat/protokol.ts'
import type { Punkt } from '../../referat/punkt.ts'
import { type Sagsnummer, sagsnummerForms } from '../../referat/sagsnummer.ts'
import { type CourseDrawing, courseDrawing } from '../course-drawing.ts'
import { laterBy } from '../duration.ts'
import { type FollowedView, followedView } from '../followed-view.ts'
import { type MeetingItem, meetingItem } from '../meeting-item.ts'
import type { OutcomeView } from '../outcome-view.ts'
import { type PunktItem, punktItem } from '../punkt-item.ts'
import type { SubjectName } from '../subject-tree.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { type VoteRow, voteRows } from '../vote-view.ts'

/** A body that a case was sent on to; without an address where the archive does not know it. */
export interface Forwarding {
  readonly name: string
  readonly url?: string
}

/** One treatment of a case at a meeting. */
export interface Treatment {
  readonly meeting: MeetingItem
  readonly punkt: PunktItem
  readonly forwardedTo: readonly Forwarding[]
  /** "12 dage senere" than the treatment before; '' for the first. */
  readonly later: string
  /** Absent where there is no recommendation to compare with. */
  readonly followed?: FollowedView
  readonly vote: readonly VoteRow[]
  readonly minority: readonly MinorityStatement[]
  /** Treatments of the matter under other numbers, before and after, and those that the archive does not hold. */
  readonly related: readonly Related[]
}

/** A treatment outside the case that belongs to its story. */
export interface Related {
  readonly kind: 'from' | 'to'
  readonly label: string
  readonly url?: string
}

/** The page of a case. */
export interface SagView extends View {
  readonly heading: string
  readonly number: string
  readonly standing: boolean
  /** Other ways in which the number is written and searched for. */
  readonly spellings: readonly string[]
  readonly authority: { readonly name: string; readonly url: string; readonly casesUrl: string }
  readonly subjects: readonly { readonly kle: string; readonly title?: string; readonly url: string }[]
  readonly kleUrl?: string
  readonly bodies: readonly { readonly name: string; readonly url: string }[]
  /** Oldest first. */
  readonly treatments: readonly Treatment[]
  /** The same, newest year first, for a standing case: a list and no story. */
  readonly years: readonly { readonly year: number; readonly treatments: readonly Treatment[] }[]
  /** Where the case stands; absent for a standing case, and where its decisions do not tell. */
  readonly state?: {
    readonly id: string
    readonly label: string
    readonly about: string
    readonly date: string
    readonly bodyName: string
    readonly url: string
    readonly outcomes: readonly OutcomeView[]
  }
  /** Its newest treatment that led to something. */
  readonly latest?: { readonly date: string; readonly bodyName: string; readonly url: string; readonly outcomes: readonly OutcomeView[] }
  readonly drawing?: CourseDrawing
  /** Its treatment on an agenda, where it awaits one. */
  readonly upcoming?: { readonly date: string; readonly bodyName: string; readonly url: string }
}

/** The page of a case: every punkt with its number, oldest first. `subjects` is the way to its own subject, from the top. */
export function sagView(archive: Archive, sag: Sag, subjects: readonly SubjectName[]): SagView {
  const authority = archive.authority(sag.authority)
  const punkter = sag.punkter.map((id) => archive.punkt(id))
  const treatments = punkter.map((punkt, index) => treatmentOf(archive, sag, punkt, punkter[index - 1]))
  const decided = treatments.findLast(({ meeting, punkt }) => hasMinutes(meeting) && punkt.outcomes.every(({ id }) => id !== 'missing'))
  const last = treatments.at(-1)
  const state = stateView(archive, sag)
  const drawing = sag.standing ? undefined : courseDrawing(treatments.map(stepOf))
  const bodies = new Map(treatments.map(({ meeting }) => [meeting.bodyUrl, { name: meeting.bodyName, url: meeting.bodyUrl }]))
  return {
    template: 'views/sag.njk',
    page: { url: urls.of(sag.id) },
    title: `${sag.title} (sag ${sag.sagsnummer.written})`,
    description: describe(sag, authority.name, treatments),
    breadcrumbs: trail(
      { label: authority.name, url: urls.of(authority.id) },
      { label: 'Sager', url: urls.cases(authority.id) },
      { label: sag.sagsnummer.written },
    ),
    heading: sag.title,
    number: sag.sagsnummer.written,
    standing: sag.standing,
    spellings: spellingsOf(
      sag.sagsnummer,
      punkter.flatMap(({ sagsnummer }) => sagsnummer ?? []),
    ),
    authority: { name: authority.name, url: urls.of(authority.id), casesUrl: urls.cases(authority.id) },
    subjects: subjects.map(({ kle, title }) => ({ kle, ...(title !== undefined && { title }), url: urls.subject(kle) })),
    ...(sag.sagsnummer.kle !== undefined && { kleUrl: kleLink(sag.sagsnummer.kle) }),
    bodies: [...bodies.values()],
    treatments,
    years: sag.standing ? byYear(treatments) : [],
    ...(state && { state }),
    ...(drawing && { drawing }),
    ...(decided && {
      latest: {
        date: decided.meeting.date,
        bodyName: decided.meeting.bodyName,
        url: decided.punkt.url,
        outcomes: decided.punkt.outcomes,
      },
    }),
    ...(last?.meeting.status === 'dagsorden' && {
      upcoming: { date: last.meeting.date, bodyName: last.meeting.bodyName, url: last.punkt.url },
    }),
  }
}

function treatmentOf(archive: Archive, sag: Sag, punkt: Punkt, before: Punkt | undefined): Treatment {
  const meeting = archive.meeting(punkt.meeting)
  const followed = sag.standing ? undefined : followedView(punkt)
  return {
    meeting: meetingItem(archive, meeting),
    punkt: punktItem(archive, punkt),
    forwardedTo: punkt.forwardedTo.map((name) => {
      const body = archive.findBody(sag.authority, name)
      return body ? { name: body.name, url: urls.of(body.id) } : { name }
    }),
    later: before ? laterBy(daysBetween(archive.meeting(before.meeting).date, meeting.date)) : '',
    ...(followed && { followed }),
    vote: voteRows(archive, punkt, meeting),
    minority: punkt.closed ? [] : minorityStatements(punkt.beslutning.text),
    related: sag.standing ? [] : relatedOf(archive, sag, punkt),
  }
}

function relatedOf(archive: Archive, sag: Sag, punkt: Punkt): Related[] {
  const [before, after] = [archive.referencesFrom(punkt.id), archive.referencesTo(punkt.id)]
  if (before.length === 0 && after.length === 0) return []
  const own = new Set(sag.punkter)
  const ownMeetings = new Set(sag.punkter.map((id) => archive.punkt(id).meeting))
  const from = before.flatMap(({ kind, target, reference }): Related[] => {
    if (target !== undefined && (own.has(target) || ownMeetings.has(target))) return []
    if (kind === 'punkt' && target) return [{ kind: 'from', label: labelOf(archive, archive.punkt(target)), url: urls.of(target) }]
    if (kind === 'meeting' && target) return [{ kind: 'from', label: reference.label, url: urls.of(target) }]
    return [{ kind: 'from', label: `${reference.label} (mødet er ikke i arkivet)` }]
  })
  const to = [...new Set(after.map((reference) => reference.from))]
    .filter((id) => !own.has(id))
    .map((id): Related => ({ kind: 'to', label: labelOf(archive, archive.punkt(id)), url: urls.of(id) }))
  return [...from, ...to]
}

function labelOf(archive: Archive, punkt: Punkt): string {
  const meeting = archive.meeting(punkt.meeting)
  return `${archive.body(meeting.udvalg).name} den ${formatDate(meeting.date)}, punkt ${punkt.number}: ${punkt.title}`
}

function stateView(archive: Archive, sag: Sag): SagView['state'] {
  const state = caseStateOf(archive, sag)
  if (!state) return undefined
  const { meetingDate, bodyName, url, outcomes } = punktItem(archive, archive.punkt(state.punkt))
  return { id: state.id, ...CASE_STATES[state.id], date: meetingDate, bodyName, url, outcomes }
}

function stepOf({ meeting, punkt }: Treatment): Parameters<typeof courseDrawing>[0][number] {
  return { bodyId: meeting.bodyUrl, bodyName: meeting.bodyName, date: meeting.date, outcomes: punkt.outcomes }
}

/** Whole numbers only: a facet or a KLE number alone is no name of this case. */
function spellingsOf(sagsnummer: Sagsnummer, met: readonly Sagsnummer[]): string[] {
  const forms = new Set([sagsnummer, ...met].flatMap((number) => [number.written, ...sagsnummerForms(number)]))
  for (const part of [sagsnummer.written, sagsnummer.kle, sagsnummer.facet]) if (part !== undefined) forms.delete(part)
  return [...forms].filter((form) => form.length > (sagsnummer.kle ?? '').length || sagsnummer.kle === undefined)
}

function byYear(treatments: readonly Treatment[]): SagView['years'] {
  const years = new Map<number, Treatment[]>()
  for (const treatment of [...treatments].reverse()) {
    const year = yearOf(treatment.meeting.date)
    const list = years.get(year)
    if (list) list.push(treatment)
    else years.set(year, [treatment])
  }
  return [...years].map(([year, list]) => ({ year, treatments: list }))
}

function describe(sag: Sag, authorityName: string, treatments: readonly Treatment[]): string {
  const first = treatments[0]
  const last = treatments.at(-1)
  if (!first || !last) return ''
  const times = treatments.length === 1 ? 'ét møde' : `${treatments.length} møder`
  const period =
    first.meeting.date === last.meeting.date
      ? formatDate(first.meeting.date)
      : `fra ${formatDate(first.meeting.date)} til ${formatDate(last.meeting.date)}`
  return `${sag.standing ? 'Stående sag' : 'Sag'} ${sag.sagsnummer.written} i ${authorityName}: ${times}, ${period}.`.replaceAll(
    '\u00a0',
    ' ',
  )
}
