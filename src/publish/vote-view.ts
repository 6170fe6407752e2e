import type { Archive } from '../archive/archive.ts'
import type { Meeting } from '../referat/meeting.ts'
import { partyName } from '../referat/party.ts'
import type { Punkt } from '../referat/punkt.ts'

/** One side of a vote: how many, and who. */
export interface VoteRow {
  readonly label: 'For' | 'Imod' | 'Undlod'
  readonly count: string
  /** Parties spelled out, then members. */
  readonly names: readonly string[]
}

/** The vote of a punkt as rows; empty where none took place. Party letters are spelled out as they were on the day. */
export function voteRows(archive: Archive, punkt: Punkt, meeting: Meeting): readonly VoteRow[] {
  const { vote } = punkt
  if (!vote) return []
  const authority = archive.authority(meeting.authority)
  const sides = [
    { label: 'For', side: vote.for },
    { label: 'Imod', side: vote.against },
    { label: 'Undlod', side: vote.abstained },
  ] as const
  return sides.flatMap(({ label, side }) => {
    if (!side) return []
    const parties = side.parties.map((party) => {
      const name = partyName(authority, party, meeting.date)
      return name === party ? party : `${name} (${party})`
    })
    const count = side.count ?? (side.parties.length === 0 && side.members.length > 0 ? side.members.length : undefined)
    return [{ label, count: count === undefined ? '–' : String(count), names: [...parties, ...side.members] }]
  })
}

const ABSENCE_REASONS = {
  inhabil: 'var inhabil og deltog ikke i behandlingen',
  'ankom senere': 'var ikke kommet til mødet endnu',
  gik: 'havde forladt mødet',
  afbud: 'havde meldt afbud',
} as const

/** Who did not take part in a punkt, and why, one sentence each. */
export function absenceLines(punkt: Punkt): readonly string[] {
  return punkt.absences.map(({ name, reason }) => `${name} ${ABSENCE_REASONS[reason]}.`)
}
