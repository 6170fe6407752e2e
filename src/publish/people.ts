import type { Archive } from '../archive/archive.ts'
import type { Authority, Udvalg, UdvalgType } from '../referat/authority.ts'
import type { Deltager, Member, PunktAbsence } from '../referat/deltager.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { personSlug } from './urls.ts'

/** Bodies whose members get a page: elected or appointed to decide or advise. Employees and citizens never get one. */
export const POLITICAL: ReadonlySet<UdvalgType> = new Set(['kommunalbestyrelse', 'økonomiudvalg', 'fagudvalg', 'råd', 'bestyrelse'])

/** A term in a body. */
export interface Membership {
  readonly body: Udvalg
  readonly member: Member
}

/** A meeting that a person is on the list of, and the punkter that the person did not take part in. */
export interface Attended {
  readonly meeting: Meeting
  readonly deltager: Deltager
  readonly absences: readonly { readonly punkt: Punkt; readonly reason: PunktAbsence['reason'] }[]
}

export type VoteCast = 'for' | 'against' | 'abstained'

/** A member of a political body. Two members of one authority with the same name share a page: minutes do not tell them apart. */
export interface Person {
  readonly authority: Authority
  readonly name: string
  readonly slug: string
  /** Newest first. */
  readonly memberships: readonly Membership[]
  /** Newest first. */
  readonly attended: readonly Attended[]
  /** Votes in which the minutes name the person, newest first. */
  readonly votes: readonly { readonly punkt: Punkt; readonly cast: VoteCast }[]
}

interface OpenPerson extends Person {
  readonly memberships: Membership[]
  readonly attended: (Attended & { readonly absences: { punkt: Punkt; reason: PunktAbsence['reason'] }[] })[]
  readonly votes: { punkt: Punkt; cast: VoteCast }[]
}

/** Gathers the members of political bodies by authority, in one pass over bodies, meetings and punkter. */
export function gatherPeople(archive: Archive): ReadonlyMap<string, readonly Person[]> {
  const people = new Map<string, Map<string, OpenPerson>>()
  for (const authority of archive.authorities) {
    const known = new Map<string, OpenPerson>()
    for (const body of archive.bodiesOf(authority.id)) {
      if (!POLITICAL.has(body.type)) continue
      for (const member of body.members) {
        const slug = personSlug(member.name)
        const person = known.get(slug) ?? { authority, name: member.name, slug, memberships: [], attended: [], votes: [] }
        person.memberships.push({ body, member })
        known.set(slug, person)
      }
    }
    for (const { memberships } of known.values()) memberships.sort(newestTermFirst)
    people.set(authority.id, known)
  }
  for (const meeting of archive.meetings) {
    const known = people.get(meeting.authority)
    if (known && wasHeld(meeting) && POLITICAL.has(archive.body(meeting.udvalg).type)) note(archive, meeting, known)
  }
  return new Map([...people].map(([authority, known]) => [authority, [...known.values()]]))
}

function note(archive: Archive, meeting: Meeting, known: ReadonlyMap<string, OpenPerson>): void {
  const here = new Map<string, OpenPerson['attended'][number]>()
  for (const deltager of meeting.deltagere) {
    const slug = personSlug(deltager.name)
    const person = known.get(slug)
    if (!person || here.has(slug)) continue
    const attended = { meeting, deltager, absences: [] }
    here.set(slug, attended)
    person.attended.push(attended)
  }
  for (const punkt of archive.punkterOf(meeting.id)) {
    for (const { name, reason } of punkt.absences) here.get(personSlug(name))?.absences.push({ punkt, reason })
    for (const cast of ['for', 'against', 'abstained'] as const) {
      for (const name of punkt.vote?.[cast]?.members ?? []) known.get(personSlug(name))?.votes.push({ punkt, cast })
    }
  }
}

function wasHeld(meeting: Meeting): boolean {
  return meeting.status !== 'dagsorden' && meeting.status !== 'aflyst'
}

function newestTermFirst(a: Membership, b: Membership): number {
  const from = (membership: Membership): string => membership.member.from ?? ''
  return from(a) < from(b) ? 1 : from(a) > from(b) ? -1 : a.body.id < b.body.id ? -1 : 1
}
