import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Archive } from './archive.ts'

/**
 * An archive with one meeting as it is now. What runs across meetings, cases and references, is as it was: enough to show a
 * clerk the page that was just saved, while the whole is gathered anew.
 */
export function withMeeting(archive: Archive, meeting: Meeting, punkter: readonly Punkt[]): Archive {
  const byId = new Map(punkter.map((punkt) => [punkt.id, punkt]))
  return {
    ...archive,
    meeting: (id) => (id === meeting.id ? meeting : archive.meeting(id)),
    punkt: (id) => byId.get(id) ?? archive.punkt(id),
    punkterOf: (id) => (id === meeting.id ? punkter : archive.punkterOf(id)),
  }
}
