import type { Authority, Udvalg } from '../referat/authority.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Archive, ResolvedReference } from './archive.ts'
import type { Outline } from './load.ts'

/** Thrown where a meeting that stands alone is asked about what lies beyond it. */
export class BeyondMeeting extends Error {}

/**
 * An archive of which one meeting alone has been read: it knows that meeting, the authorities and the bodies, and throws
 * `BeyondMeeting` when it is asked for anything that hangs on other meetings.
 */
export class MeetingAlone implements Archive {
  readonly #outline: Outline
  readonly #meeting: Meeting
  readonly #punkter: readonly Punkt[]

  constructor(outline: Outline, meeting: Meeting, punkter: readonly Punkt[]) {
    this.#outline = outline
    this.#meeting = meeting
    this.#punkter = punkter
  }

  authority(id: string): Authority {
    return this.#outline.authorities.find((authority) => authority.id === id) ?? beyond()
  }
  body(id: string): Udvalg {
    return this.#outline.udvalg.find((body) => body.id === id) ?? beyond()
  }
  meeting(id: string): Meeting {
    return id === this.#meeting.id ? this.#meeting : beyond()
  }
  punkterOf(meeting: string): readonly Punkt[] {
    return meeting === this.#meeting.id ? this.#punkter : beyond()
  }
  punkt(id: string): Punkt {
    return this.#punkter.find((punkt) => punkt.id === id) ?? beyond()
  }
  sectionsOf(punkt: Punkt): Punkt['sections'] {
    return punkt.sections
  }
  referencesFrom(punkt: string): readonly ResolvedReference[] {
    return this.punkt(punkt).references.length === 0 ? [] : beyond()
  }

  get site(): never {
    return beyond()
  }
  get authorities(): never {
    return beyond()
  }
  get udvalg(): never {
    return beyond()
  }
  get meetings(): never {
    return beyond()
  }
  get punkter(): never {
    return beyond()
  }
  get sager(): never {
    return beyond()
  }
  sag = beyond
  sagOf = beyond
  sagNameOf = beyond
  bodiesOf = beyond
  meetingsOf = beyond
  meetingsBeside = beyond
  sagerOf = beyond
  referencesTo = beyond
  publishedAs = beyond
  find = beyond
  findBody = beyond
}

/** Made once: it is thrown for every other meeting, and nobody asks where. */
const BEYOND = new BeyondMeeting('Asked for what lies beyond the meeting.')

function beyond(): never {
  throw BEYOND
}
