import type { Archive } from './archive.ts'

/**
 * An archive that tells which of its parts are asked for, so that what was made from it can be made again when one of
 * them changes, and only then. The names of parts are those that `Fingerprints.part` knows.
 */
export function observed(archive: Archive, note: (part: string) => void): Archive {
  const noted = <T>(part: string, value: T): T => {
    note(part)
    return value
  }
  return {
    get site() {
      return noted('site', archive.site)
    },
    get authorities() {
      return noted('authorities', archive.authorities)
    },
    get udvalg() {
      return noted('udvalg', archive.udvalg)
    },
    get meetings() {
      return noted('meetings', archive.meetings)
    },
    get punkter() {
      return noted('punkter', archive.punkter)
    },
    get sager() {
      return noted('sager', archive.sager)
    },
    authority: (id) => noted(`authority ${id}`, archive.authority(id)),
    body: (id) => noted(`body ${id}`, archive.body(id)),
    meeting: (id) => noted(`meeting ${id}`, archive.meeting(id)),
    punkt: (id) => noted(`punkt ${id}`, archive.punkt(id)),
    sag: (id) => noted(`sag ${id}`, archive.sag(id)),
    sagOf: (punkt) => noted(`sagOf ${punkt.id}`, archive.sagOf(punkt)),
    bodiesOf: (authority) => noted(`bodiesOf ${authority}`, archive.bodiesOf(authority)),
    meetingsOf: (udvalg) => noted(`meetingsOf ${udvalg}`, archive.meetingsOf(udvalg)),
    punkterOf: (meeting) => noted(`punkterOf ${meeting}`, archive.punkterOf(meeting)),
    sagerOf: (authority) => noted(`sagerOf ${authority}`, archive.sagerOf(authority)),
    sectionsOf: (punkt) => noted(`sectionsOf ${punkt.id}`, archive.sectionsOf(punkt)),
    referencesFrom: (punkt) => noted(`referencesFrom ${punkt}`, archive.referencesFrom(punkt)),
    referencesTo: (punkt) => noted(`referencesTo ${punkt}`, archive.referencesTo(punkt)),
    findBody: (authority, name) => noted(`findBody ${authority} ${name}`, archive.findBody(authority, name)),
    find: (kind, id) => noted(`${kind} ${id}`, archive.find(kind, id)),
    ...(archive.publishedElsewhere && { publishedElsewhere: archive.publishedElsewhere }),
    publishedAs: (file) => noted(`publishedAs ${file}`, archive.publishedAs(file)),
  }
}
