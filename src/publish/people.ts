import type { Archive } from '../archive/archive.ts'
import type { Authority, UdvalgType } from '../referat/authority.ts'
import type { Deltager, PunktAbsence } from '../referat/deltager.ts'
import { hasMinutes, type Meeting } from '../referat/meeting.ts'
import { partyName } from '../referat/party.ts'
import { type MinorityStatement, minorityStatements } from '../referat/protokol.ts'
import type { Punkt } from '../referat/punkt.ts'
import { type Identity, identitiesOf, type Membership } from './homonyms.ts'
import { personSlug } from './urls.ts'

/** Bodies whose members get a page: elected or appointed to decide or advise. Employees and citizens never get one. */
export const POLITICAL: ReadonlySet<UdvalgType> = new Set(['kommunalbestyrelse', 'økonomiudvalg', 'fagudvalg', 'råd', 'bestyrelse'])

/** A meeting that a person is on the list of, and the punkter that the person did not take part in. */
export interface Attended {
  readonly meeting: Meeting
  readonly deltager: Deltager
  readonly absences: readonly { readonly punkt: Punkt; readonly reason: PunktAbsence['reason'] }[]
}

export type VoteCast = 'for' | 'against' | 'abstained'

/** A vote that a member cast: named in the minutes, or as one of a party that the minutes name as a whole. */
export interface CastVote {
  readonly punkt: Punkt
  readonly cast: VoteCast
  readonly withParty: boolean
}

/** A dissent that the minutes record for a member, by name or with the party. */
export interface Dissent {
  readonly punkt: Punkt
  readonly statement: MinorityStatement
  readonly withParty: boolean
}

/** A member of a political body. People of one name are told apart as `homonyms.ts` writes down. */
export interface Person {
  readonly authority: Authority
  readonly name: string
  /** The last part of the address. */
  readonly slug: string
  /** True where someone else in the authority has the same name. */
  readonly sharesName: boolean
  /** Newest first. */
  readonly memberships: readonly Membership[]
  /** Newest first. */
  readonly attended: readonly Attended[]
  /** Newest first. */
  readonly votes: readonly CastVote[]
  /** Newest first. */
  readonly dissents: readonly Dissent[]
}

interface OpenPerson extends Person {
  readonly attended: OpenAttended[]
  readonly votes: CastVote[]
  readonly dissents: Dissent[]
}

interface OpenAttended extends Attended {
  readonly absences: { punkt: Punkt; reason: PunktAbsence['reason'] }[]
}

/** People by the name that minutes write; more than one where people share it. */
type Known = ReadonlyMap<string, readonly OpenPerson[]>

/** Gathers the members of political bodies by authority, in one pass over bodies, meetings and punkter. */
export function gatherPeople(archive: Archive): ReadonlyMap<string, readonly Person[]> {
  const people = new Map<string, Known>()
  for (const authority of archive.authorities) {
    const known = new Map<string, OpenPerson[]>()
    const identities = identitiesOf(politicalBodies(archive, authority.id))
    const nameOf = ({ memberships }: Identity): string => personSlug(memberships[0]?.member.name ?? '')
    for (const identity of identities) {
      const { slug, memberships } = identity
      const sharesName = identities.some((other) => other !== identity && nameOf(other) === nameOf(identity))
      const name = memberships[0]?.member.name ?? ''
      const person: OpenPerson = {
        ...{ authority, name, slug, sharesName, memberships: [...memberships].sort(newestTermFirst) },
        ...{ attended: [], votes: [], dissents: [] },
      }
      known.set(personSlug(name), [...(known.get(personSlug(name)) ?? []), person])
    }
    people.set(authority.id, known)
  }
  for (const meeting of archive.meetings) {
    const known = people.get(meeting.authority)
    if (known && hasMinutes(meeting) && POLITICAL.has(archive.body(meeting.udvalg).type)) note(archive, meeting, known)
  }
  return new Map([...people].map(([authority, known]) => [authority, [...known.values()].flat()]))
}

/** The bodies of an authority whose members have a page. */
export function politicalBodies(archive: Archive, authority: string): Archive['udvalg'] {
  return archive.bodiesOf(authority).filter(({ type }) => POLITICAL.has(type))
}

/** Someone at a meeting, with the party of the day. */
interface Present {
  readonly person: OpenPerson
  readonly attended: OpenAttended
  readonly party?: string
}

function note(archive: Archive, meeting: Meeting, known: Known): void {
  const here = new Map<string, Present>()
  for (const deltager of meeting.deltagere) {
    const slug = personSlug(deltager.name)
    const person = whoIs(known.get(slug) ?? [], meeting, deltager.party)
    if (!person || here.has(slug)) continue
    const attended = { meeting, deltager, absences: [] }
    const party = deltager.party ?? termOn(person, meeting)?.member.party
    here.set(slug, { person, attended, ...(party !== undefined && { party }) })
    person.attended.push(attended)
  }
  for (const punkt of archive.punkterOf(meeting.id)) {
    const away = new Set<string>()
    for (const { name, reason } of punkt.absences) {
      away.add(personSlug(name))
      here.get(personSlug(name))?.attended.absences.push({ punkt, reason })
    }
    noteVotes(punkt, meeting, { known, here, away })
    if (!punkt.closed) noteDissents(archive, punkt, meeting, { known, here, away })
  }
}

interface Around {
  readonly known: Known
  readonly here: ReadonlyMap<string, Present>
  readonly away: ReadonlySet<string>
}

const SIDES = ['for', 'against', 'abstained'] as const

/**
 * Votes that name members, then those of members whose party is named as a whole: the party stands on one side only, no
 * member of it is named on another, and the member was there for the punkt.
 */
function noteVotes(punkt: Punkt, meeting: Meeting, { known, here, away }: Around): void {
  const { vote } = punkt
  if (!vote) return
  const named = new Set<string>()
  const sidesOf = new Map<string, Set<VoteCast>>()
  const noteSide = (party: string, cast: VoteCast): void => {
    sidesOf.set(party, (sidesOf.get(party) ?? new Set()).add(cast))
  }
  for (const cast of SIDES) {
    for (const party of vote[cast]?.parties ?? []) noteSide(party, cast)
    for (const name of vote[cast]?.members ?? []) {
      const slug = personSlug(name)
      if (named.has(slug)) continue
      named.add(slug)
      const present = here.get(slug)
      if (present?.party !== undefined && sidesOf.size > 0) noteSide(present.party, cast)
      const person = present?.person ?? whoIs(known.get(slug) ?? [], meeting, partyIn(name))
      person?.votes.push({ punkt, cast, withParty: false })
    }
  }
  const whole = new Set(SIDES.flatMap((cast) => vote[cast]?.parties ?? []))
  for (const [slug, { person, attended, party }] of here) {
    if (party === undefined || !whole.has(party) || named.has(slug) || away.has(slug) || attended.deltager.attendance !== 'til stede')
      continue
    const sides = [...(sidesOf.get(party) ?? [])]
    if (sides.length === 1 && sides[0]) person.votes.push({ punkt, cast: sides[0], withParty: true })
  }
}

function noteDissents(archive: Archive, punkt: Punkt, meeting: Meeting, { here, away }: Around): void {
  const statements = minorityStatements(punkt.beslutning.text)
  if (statements.length === 0) return
  const authority = archive.authority(meeting.authority)
  for (const statement of statements) {
    for (const [slug, { person, attended, party }] of here) {
      if (away.has(slug) || attended.deltager.attendance !== 'til stede') continue
      const byName = statement.by.includes(person.name)
      const byParty = party !== undefined && [party, `Liste ${party}`, partyName(authority, party, meeting.date)].includes(statement.by)
      if (byName || byParty) person.dissents.push({ punkt, statement, withParty: !byName })
    }
  }
}

/** The one of several people of a name who sat in the body on the day, by party where it is told; none where it stays open. */
function whoIs(people: readonly OpenPerson[], meeting: Meeting, party?: string): OpenPerson | undefined {
  if (people.length < 2) return people[0]
  const sitting = people.filter((person) => {
    const term = termOn(person, meeting)
    return term !== undefined && (party === undefined || term.member.party === undefined || term.member.party === party)
  })
  return sitting.length === 1 ? sitting[0] : undefined
}

/** A person's term in the body of a meeting on its day. */
function termOn({ memberships }: Person, { udvalg, date }: Meeting): Membership | undefined {
  return memberships.find(({ body, member }) => body.id === udvalg && (member.from ?? '') <= date && date <= (member.to ?? '9999'))
}

/** The party in parentheses after a name: "Åse Holm (L)". */
function partyIn(name: string): string | undefined {
  return /\(([^()]+)\)\s*$/.exec(name)?.[1]
}

function newestTermFirst(a: Membership, b: Membership): number {
  const from = (membership: Membership): string => membership.member.from ?? ''
  return from(a) < from(b) ? 1 : from(a) > from(b) ? -1 : a.body.id < b.body.id ? -1 : 1
}
