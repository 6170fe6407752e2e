import type { Afstemning, VoteSide } from '../referat/afstemning.ts'
import type { Authority } from '../referat/authority.ts'
import { foldLabel } from '../referat/collation.ts'
import { partyName } from '../referat/party.ts'
import type { Punkt } from '../referat/punkt.ts'
import { type Presence, personKey } from './presence.ts'

/** A side of a vote as the frontmatter names it. */
export interface WrittenSide extends VoteSide {
  readonly key: 'for' | 'imod' | 'undlod'
}

/** The sides that are there, in the order in which they are read. */
export function sidesOf(vote: Afstemning): WrittenSide[] {
  const sides = [
    ['for', vote.for],
    ['imod', vote.against],
    ['undlod', vote.abstained],
  ] as const
  return sides.flatMap(([key, side]) => (side ? [{ key, ...side }] : []))
}

/** Keys of those who could vote on a punkt: present with a vote, and not absent from this punkt. */
export function electorateOf(punkt: Punkt, presence: Presence): Set<string> {
  const absent = new Set(punkt.absences.map(({ name }) => personKey(name)))
  return new Set([...presence.voters.keys()].filter((key) => !absent.has(key)))
}

/** Tells whether two spellings (letter or name) mean one party on a date. */
export function partyKeyOn(authority: Authority, date: string): (written: string) => string {
  return (written) => foldLabel(partyName(authority, written, date))
}

/** Those of an electorate who belong to one of a side's parties or are named on it. */
export function votersOn(
  side: VoteSide,
  electorate: ReadonlySet<string>,
  presence: Presence,
  partyKey: (written: string) => string,
): Set<string> {
  const parties = new Set(side.parties.map(partyKey))
  const voters = new Set(side.members.map(personKey))
  for (const key of electorate) {
    const party = presence.voters.get(key)?.party ?? presence.members.get(key)?.party
    if (party !== undefined && parties.has(partyKey(party))) voters.add(key)
  }
  return voters
}
