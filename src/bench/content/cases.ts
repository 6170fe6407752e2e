import type { Body, InventedAuthority } from './authority.ts'
import type { Random } from './random.ts'
import { capital, type Language, type Noun } from './words.ts'

/** A treatment that lies behind a case. */
export interface Treated {
  readonly body: Body
  readonly date: string
  readonly number: string
  /** Path of the punkt's file below the content folder. */
  readonly file: string
  readonly decision: string
}

/** A case on its way through the bodies. */
export interface TravellingCase {
  readonly sagsnummer: string
  readonly title: string
  readonly about: Noun
  /** The bodies still to come, the next one first. */
  readonly ahead: Body[]
  readonly behind: Treated[]
}

/** How many bodies' worth of new cases a council and its finance committee can take. */
const ONWARDS = 2.2

/** The cases that wait for each body, and the numbers given out. */
export class Docket {
  readonly #waiting = new Map<Body, TravellingCase[]>()
  readonly #authority: InventedAuthority
  readonly #language: Language
  readonly #random: Random
  readonly #subjects: readonly string[]
  #serial = 0

  constructor(authority: InventedAuthority, language: Language, random: Random) {
    this.#authority = authority
    this.#language = language
    this.#random = random
    this.#subjects = [...authority.subjects.keys()].filter((number) => number.length === 8 && number !== '00.01.00')
  }

  /** The next matter for a body: one that has come to it, or a new one. */
  next(body: Body, date: string): TravellingCase {
    const waiting = this.#waiting.get(body) ?? []
    const oldest = waiting[0]
    // What was sent on to the body's own next meeting is not taken up at this one again.
    if (!oldest || oldest.behind.at(-1)?.date === date || this.#random.chance(0.1)) return this.#open(body, date)
    waiting.shift()
    return oldest
  }

  /** Sends a case on to where it goes next, if anywhere; what was postponed comes back. */
  sendOn(matter: TravellingCase, treated: Treated): void {
    matter.behind.push(treated)
    const body = treated.decision.startsWith('Udsat') ? treated.body : matter.ahead.shift()
    if (body) this.#waiting.set(body, [...(this.#waiting.get(body) ?? []), matter])
  }

  /** A standing case: whatever comes up at a body's meetings in a year. */
  standing(body: Body, date: string): string {
    return `00.01.00-P35-${this.#authority.bodies.indexOf(body) + 1}-${date.slice(2, 4)}`
  }

  number(subject: string, facet: string, date: string): string {
    this.#serial += 1
    return `${subject}${this.#random.chance(0.5) ? '-' : ''}${facet}-${this.#serial}-${date.slice(2, 4)}`
  }

  #open(body: Body, date: string): TravellingCase {
    const random = this.#random
    const about = this.#language.noun(random)
    const titles = [
      `${capital(this.#language.adjective(random))} ${about.plural} ved ${random.pick(this.#authority.places)}`,
      `Forslag til ${about.bare} for ${this.#language.noun(random).plural}`,
      `Status for ${about.definite}`,
      `${capital(about.plural)} og ${this.#language.noun(random).plural}`,
      `Ansøgning om ${about.bare} til ${random.pick(this.#authority.places)}`,
    ]
    const subject = this.#subjects[Math.floor(random.next() ** 2 * this.#subjects.length)] ?? '00.01.00'
    return {
      sagsnummer: this.number(subject, random.pick(['P16', 'P20', 'G01', 'K07', 'S00', 'Ø54', 'A08']), date),
      title: random.pick(titles),
      about,
      ahead: this.#route(body),
      behind: [],
    }
  }

  /**
   * A third of the cases come up once more in the body where they began. As many go on by the finance committee to the
   * council as these have time for: the more bodies, the smaller a share.
   */
  #route(from: Body): Body[] {
    const [council, finance] = this.#authority.bodies
    const drawn = this.#random.next()
    if (drawn > 0.66) return drawn > 0.9 ? [from, from] : [from]
    if (!council || !finance || from === council || drawn > ONWARDS / this.#authority.bodies.length) return []
    if (from === finance) return [council]
    return drawn < 0.02 ? [finance, council, from, finance, council] : [finance, council]
  }
}
