import type { Archive } from '../archive/archive.ts'
import { hasMinutes } from '../referat/meeting.ts'
import { gatherDecisions } from './decision-register.ts'

/** What the archive holds, counted from its content: for the page about it and the accessibility statement. */
export interface ArchiveFacts {
  readonly authorities: number
  readonly bodies: number
  readonly meetings: number
  readonly punkter: number
  readonly closed: number
  readonly decisions: number
  /** Decisions whose outcome was read from the text and not written by the clerk. */
  readonly derived: number
  readonly sager: number
  readonly bilag: number
  /** ISO dates of the oldest and the newest meeting that was held; absent in an empty archive. */
  readonly firstDate?: string
  readonly lastDate?: string
}

/** Counts what the archive holds. */
export function archiveFacts(archive: Archive): ArchiveFacts {
  const held = archive.meetings.filter(hasMinutes)
  const decisions = gatherDecisions(archive).punkter
  const [newest, oldest] = [held[0], held.at(-1)]
  return {
    authorities: archive.authorities.length,
    bodies: archive.udvalg.length,
    meetings: archive.meetings.length,
    punkter: archive.punkter.length,
    closed: archive.punkter.filter(({ closed }) => closed).length,
    decisions: decisions.length,
    derived: decisions.filter(({ beslutning }) => beslutning.derived).length,
    sager: archive.sager.length,
    bilag: archive.punkter.reduce((sum, { bilag }) => sum + bilag.filter(({ open, bytes }) => open && bytes !== undefined).length, 0),
    ...(oldest && { firstDate: oldest.date }),
    ...(newest && { lastDate: newest.date }),
  }
}
