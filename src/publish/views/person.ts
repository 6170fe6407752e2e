import type { Archive } from '../../archive/archive.ts'
import { yearOf } from '../../referat/dato.ts'
import type { Attendance, PunktAbsence } from '../../referat/deltager.ts'
import type { Punkt } from '../../referat/punkt.ts'
import { type OutcomeView, outcomesOf } from '../outcome-view.ts'
import type { Attended, Person, VoteCast } from '../people.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { partyOf, personUrl } from './people.ts'

interface Link {
  readonly label: string
  readonly url: string
}

/** A meeting in a person's attendance list. */
export interface AttendanceRow {
  /** ISO date. */
  readonly date: string
  readonly meetingUrl: string
  readonly bodyName: string
  readonly attendance: Attendance
  readonly label: string
  readonly substituteFor?: string
  /** Punkter that the person did not take part in, with the ground in words. */
  readonly absences: readonly (Link & { readonly reason: string })[]
}

/** The page of a member of a political body. */
export interface PersonView extends View {
  readonly name: string
  /** True where the page must say that it is one of several people of the name. */
  readonly sharesName: boolean
  readonly authorityName: string
  readonly terms: readonly {
    readonly bodyName: string
    readonly bodyUrl: string
    readonly role?: string
    readonly party?: string
    readonly from?: string
    readonly to?: string
  }[]
  readonly attended: { readonly present: number; readonly total: number }
  readonly years: readonly { readonly year: number; readonly rows: readonly AttendanceRow[] }[]
  /** Attendance by body, most meetings first. */
  readonly bodies: readonly {
    readonly bodyName: string
    readonly bodyUrl: string
    readonly total: number
    readonly present: number
    readonly apologies: number
    readonly absent: number
    /** Punkter that the person was disqualified from. */
    readonly recused: number
  }[]
  readonly votes: readonly (Treated & {
    readonly cast: string
    /** True where the minutes name the party and not the person. */
    readonly withParty: boolean
    readonly outcomes: readonly OutcomeView[]
  })[]
  readonly dissents: readonly (Treated & { readonly text: string; readonly withParty: boolean })[]
}

/** A punkt that a person's page points at. */
interface Treated {
  /** ISO date. */
  readonly date: string
  readonly bodyName: string
  readonly title: string
  readonly url: string
}

const ATTENDANCE_LABELS: Readonly<Record<Attendance, string>> = { 'til stede': 'Til stede', afbud: 'Afbud', fravær: 'Fraværende' }
const REASONS: Readonly<Record<PunktAbsence['reason'], string>> = {
  inhabil: 'inhabil',
  'ankom senere': 'ankom senere',
  gik: 'gik inden',
  afbud: 'afbud',
}
const CAST_LABELS: Readonly<Record<VoteCast, string>> = { for: 'For', against: 'Imod', abstained: 'Undlod at stemme' }

/** The page of a member of a political body: terms with their parties, attendance by meeting, and votes that name the member. */
export function personView(archive: Archive, person: Person): PersonView {
  const { authority, name } = person
  const newest = person.memberships[0]
  return {
    template: 'views/person.njk',
    page: { url: personUrl(person) },
    title: `${person.sharesName && newest ? `${name} (${newest.body.name})` : name}, ${authority.name}`,
    description: `${name}${newest ? `, ${newest.member.role ?? 'medlem'} i ${newest.body.name}` : ''}, ${authority.name}: valgperioder, parti, fremmøde og stemmer.`,
    breadcrumbs: trail(
      { label: authority.name, url: urls.of(authority.id) },
      { label: 'Medlemmer', url: urls.people(authority.id) },
      { label: name },
    ),
    name,
    sharesName: person.sharesName,
    authorityName: authority.name,
    terms: person.memberships.map((membership) => {
      const { body, member } = membership
      const party = partyOf(authority, membership)
      return {
        bodyName: body.name,
        bodyUrl: urls.of(body.id),
        ...(member.role !== undefined && { role: member.role }),
        ...(party !== undefined && { party }),
        ...(member.from !== undefined && { from: member.from }),
        ...(member.to !== undefined && { to: member.to }),
      }
    }),
    attended: {
      present: person.attended.filter(({ deltager }) => deltager.attendance === 'til stede').length,
      total: person.attended.length,
    },
    years: byYear(person.attended.map((attended) => rowOf(archive, attended))),
    bodies: bodiesOf(archive, person.attended),
    votes: person.votes.map(({ punkt, cast, withParty }) => ({
      ...treated(archive, punkt),
      ...{ cast: CAST_LABELS[cast], withParty, outcomes: outcomesOf(punkt, archive.meeting(punkt.meeting)) },
    })),
    dissents: person.dissents.map(({ punkt, statement, withParty }) => ({ ...treated(archive, punkt), text: statement.text, withParty })),
  }
}

function treated(archive: Archive, punkt: Punkt): Treated {
  const { date, udvalg } = archive.meeting(punkt.meeting)
  return { date, bodyName: archive.body(udvalg).name, title: punkt.title, url: urls.of(punkt.id) }
}

function bodiesOf(archive: Archive, attended: readonly Attended[]): PersonView['bodies'] {
  const bodies = new Map<string, Attended[]>()
  for (const one of attended) bodies.set(one.meeting.udvalg, [...(bodies.get(one.meeting.udvalg) ?? []), one])
  return [...bodies]
    .map(([id, meetings]) => {
      const count = (wanted: Attendance): number => meetings.filter(({ deltager }) => deltager.attendance === wanted).length
      return {
        ...{ bodyName: archive.body(id).name, bodyUrl: urls.of(id), total: meetings.length },
        ...{ present: count('til stede'), apologies: count('afbud'), absent: count('fravær') },
        recused: meetings.reduce((sum, { absences }) => sum + absences.filter(({ reason }) => reason === 'inhabil').length, 0),
      }
    })
    .sort((a, b) => b.total - a.total || (a.bodyUrl < b.bodyUrl ? -1 : 1))
}

function rowOf(archive: Archive, { meeting, deltager, absences }: Attended): AttendanceRow {
  return {
    date: meeting.date,
    meetingUrl: urls.of(meeting.id),
    bodyName: archive.body(meeting.udvalg).name,
    attendance: deltager.attendance,
    label: ATTENDANCE_LABELS[deltager.attendance],
    ...(deltager.substituteFor !== undefined && { substituteFor: deltager.substituteFor }),
    absences: absences.map(({ punkt, reason }) => ({ label: `punkt ${punkt.number}`, url: urls.of(punkt.id), reason: REASONS[reason] })),
  }
}

function byYear(rows: readonly AttendanceRow[]): PersonView['years'] {
  const years = new Map<number, AttendanceRow[]>()
  for (const row of rows) {
    const year = yearOf(row.date)
    const list = years.get(year)
    if (list) list.push(row)
    else years.set(year, [row])
  }
  return [...years].map(([year, list]) => ({ year, rows: list }))
}
