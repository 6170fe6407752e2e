import type { Udvalg } from '../referat/authority.ts'
import { foldLabel } from '../referat/collation.ts'
import type { Deltager, Member } from '../referat/deltager.ts'
import type { Meeting } from '../referat/meeting.ts'

/** Who was at a meeting, by `personKey`. */
export interface Presence {
  /** Everyone the meeting names. */
  readonly deltagere: ReadonlyMap<string, Deltager>
  /** The body's members in office that day. */
  readonly members: ReadonlyMap<string, Member>
  /** Those present who had a vote: a member, a substitute, or someone who holds a party. */
  readonly voters: ReadonlyMap<string, Deltager>
}

/** A name as a key: case, accents and what stands in parentheses after it (party, role) do not count. */
export function personKey(name: string): string {
  return foldLabel(name.replace(/(?:\s*\([^()]*\))+\s*$/, ''))
}

/** Who was there on the day of a meeting. Officials, who hold a role alone, have no vote. */
export function presenceAt(meeting: Meeting, udvalg: Udvalg): Presence {
  const members = new Map(membersOn(udvalg, meeting.date).map((member) => [personKey(member.name), member]))
  const deltagere = new Map(meeting.deltagere.map((deltager) => [personKey(deltager.name), deltager]))
  const voters = [...deltagere].filter(
    ([key, { attendance, party, substituteFor }]) =>
      attendance === 'til stede' && (party !== undefined || substituteFor !== undefined || members.has(key)),
  )
  return { deltagere, members, voters: new Map(voters) }
}

/** The members of a body in office on an ISO date. */
export function membersOn(udvalg: Udvalg, date: string): Member[] {
  return udvalg.members.filter(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date <= to))
}
