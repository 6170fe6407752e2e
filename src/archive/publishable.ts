import type { Archive } from './archive.ts'
import { buildGraph } from './graph.ts'

/** The archive without drafts: a meeting with `status: kladde` is nobody's but the clerk's until its status says otherwise. */
export function publishable(archive: Archive): Archive {
  const meetings = archive.meetings.filter((meeting) => meeting.status !== 'kladde')
  if (meetings.length === archive.meetings.length) return archive
  const kept = new Set(meetings.map((meeting) => meeting.id))
  return buildGraph({
    site: archive.site,
    authorities: archive.authorities,
    udvalg: archive.udvalg,
    meetings,
    publishedElsewhere: archive.publishedElsewhere,
    punkter: archive.punkter.filter((punkt) => kept.has(punkt.meeting)),
  })
}
