import type { Authority, Udvalg } from '../referat/authority.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Archive, ArchiveThings, MeetingsBeside, ResolvedReference, Sag, SagName } from './archive.ts'

/**
 * An archive that tells which of its parts are asked for, each time, so that what was made from it can be made again when
 * one of them changes, and only then. The kinds of parts are those that `Fingerprints.part` knows.
 */
export function observed(archive: Archive, note: NotePart): Archive {
  return new ObservedArchive(archive, note)
}

/** Takes a part that is asked for: its kind, and the id of what it is about; '' where it is about the whole. */
export type NotePart = (kind: string, id: string) => void

/** A class: one is made for every page, and asked a thousand times. */
class ObservedArchive implements Archive {
  readonly #archive: Archive
  readonly #note: NotePart
  declare readonly publishedElsewhere?: (file: string) => string | undefined

  constructor(archive: Archive, note: NotePart) {
    this.#archive = archive
    this.#note = note
    if (archive.publishedElsewhere) this.publishedElsewhere = archive.publishedElsewhere
  }

  /** The archive, once it is noted what is asked of it. */
  #after(kind: string, id = ''): Archive {
    this.#note(kind, id)
    return this.#archive
  }

  get site(): Archive['site'] {
    return this.#after('site').site
  }
  get authorities(): Archive['authorities'] {
    return this.#after('authorities').authorities
  }
  get udvalg(): Archive['udvalg'] {
    return this.#after('udvalg').udvalg
  }
  get meetings(): Archive['meetings'] {
    return this.#after('meetings').meetings
  }
  get punkter(): Archive['punkter'] {
    return this.#after('punkter').punkter
  }
  get sager(): Archive['sager'] {
    return this.#after('sager').sager
  }

  authority(id: string): Authority {
    return this.#after('authority', id).authority(id)
  }
  body(id: string): Udvalg {
    return this.#after('body', id).body(id)
  }
  meeting(id: string): Meeting {
    return this.#after('meeting', id).meeting(id)
  }
  punkt(id: string): Punkt {
    return this.#after('punkt', id).punkt(id)
  }
  sag(id: string): Sag {
    return this.#after('sag', id).sag(id)
  }
  sagOf(punkt: Punkt): Sag | undefined {
    return this.#after('sagOf', punkt.id).sagOf(punkt)
  }
  sagNameOf(punkt: Punkt): SagName | undefined {
    return this.#after('sagNameOf', punkt.id).sagNameOf(punkt)
  }
  bodiesOf(authority: string): readonly Udvalg[] {
    return this.#after('bodiesOf', authority).bodiesOf(authority)
  }
  meetingsOf(udvalg: string): readonly Meeting[] {
    return this.#after('meetingsOf', udvalg).meetingsOf(udvalg)
  }
  meetingsBeside(meeting: Meeting): MeetingsBeside {
    return this.#after('meetingsBeside', meeting.id).meetingsBeside(meeting)
  }
  punkterOf(meeting: string): readonly Punkt[] {
    return this.#after('punkterOf', meeting).punkterOf(meeting)
  }
  sagerOf(authority: string): readonly Sag[] {
    return this.#after('sagerOf', authority).sagerOf(authority)
  }
  sectionsOf(punkt: Punkt): Punkt['sections'] {
    return this.#after('sectionsOf', punkt.id).sectionsOf(punkt)
  }
  referencesFrom(punkt: string): readonly ResolvedReference[] {
    return this.#after('referencesFrom', punkt).referencesFrom(punkt)
  }
  referencesTo(punkt: string): readonly ResolvedReference[] {
    return this.#after('referencesTo', punkt).referencesTo(punkt)
  }
  findBody(authority: string, name: string): Udvalg | undefined {
    return this.#after('findBody', `${authority} ${name}`).findBody(authority, name)
  }
  find<Kind extends keyof ArchiveThings>(kind: Kind, id: string): ArchiveThings[Kind] | undefined {
    return this.#after(kind, id).find(kind, id)
  }
  publishedAs(file: string): string | undefined {
    return this.#after('publishedAs', file).publishedAs(file)
  }
}
