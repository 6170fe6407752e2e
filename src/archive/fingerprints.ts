import { hash } from 'node:crypto'
import { once } from '../source/once.ts'
import type { Archive, ResolvedReference } from './archive.ts'

const NONE = '-'

/** Kinds of parts that `Fingerprints.facts` does not tell of. */
export const APART: ReadonlySet<string> = new Set(['sectionsOf', 'publishedAs'])

/** Short texts that change when what they stand for does: of the things and parts of one archive, and of plain data that holds them. */
export class Fingerprints {
  readonly #archive: Archive
  readonly #lists = new Map<string, string>()
  /** Of each thing; undefined until it is asked for. */
  readonly #things: Map<unknown, string | undefined>
  #facts: string | undefined

  /** Those of an archive, made once. */
  static readonly of = once((archive: Archive) => new Fingerprints(archive))

  private constructor(archive: Archive) {
    this.#archive = archive
    this.#things = new Map()
    for (const things of [archive.authorities, archive.udvalg, archive.meetings, archive.sager])
      for (const thing of things) this.#things.set(thing, undefined)
    for (const punkt of archive.punkter) this.#things.set(punkt, punkt.factsDigest)
  }

  /** The fingerprint of all that the archive says but what its `APART` say, which are many or hang on files beside it. */
  get facts(): string {
    const { site, authorities, udvalg, meetings, punkter } = this.#archive
    // Cases and references follow from these.
    this.#facts ??= this.of([site, authorities, udvalg, meetings, punkter])
    return this.#facts
  }

  /** The fingerprint of a part of the archive, as `observed` tells it; that of something which is not there too. */
  part(kind: string, id: string): string {
    const archive = this.#archive
    switch (kind) {
      case 'site':
        return this.of(archive.site)
      case 'authorities':
      case 'udvalg':
      case 'meetings':
      case 'punkter':
      case 'sager':
        return this.#list(`${kind} ${id}`, () => archive[kind])
      case 'authority':
      case 'body':
      case 'meeting':
      case 'punkt':
      case 'sag':
        return this.#thing(archive.find(kind, id))
      case 'sagOf': {
        const punkt = archive.find('punkt', id)
        return this.#thing(punkt && archive.sagOf(punkt))
      }
      case 'sagNameOf': {
        const punkt = archive.find('punkt', id)
        const name = punkt && archive.sagNameOf(punkt)
        return name === undefined ? NONE : `${name.id}${name.standing ? ' standing' : ''}`
      }
      case 'meetingsBeside': {
        const meeting = archive.find('meeting', id)
        return meeting === undefined ? NONE : this.of(archive.meetingsBeside(meeting))
      }
      case 'sectionsOf':
        return archive.find('punkt', id)?.digest ?? NONE
      case 'bodiesOf':
      case 'meetingsOf':
      case 'punkterOf':
      case 'sagerOf':
        return this.#list(`${kind} ${id}`, () => archive[kind](id))
      case 'referencesFrom':
      case 'referencesTo':
        return this.#references(archive[kind](id))
      case 'findBody': {
        const space = id.indexOf(' ')
        return this.#thing(archive.findBody(id.slice(0, space), id.slice(space + 1)))
      }
      case 'publishedAs':
        return archive.publishedAs(id) ?? NONE
      default:
        throw new Error(`The archive has no part ${kind} ${id}.`)
    }
  }

  /** The fingerprint of plain data: values, lists, maps, and things of the archive, which stand for themselves. */
  of(value: unknown): string {
    return shortened(this.#describe(value))
  }

  /** Of a list, which may be long, and is asked for again and again. */
  #list(name: string, list: () => readonly unknown[]): string {
    const known = this.#lists.get(name)
    if (known !== undefined) return known
    const made = this.of(list())
    this.#lists.set(name, made)
    return made
  }

  /** Of references: the words of each stand in the punkt that it is from. */
  #references(all: readonly ResolvedReference[]): string {
    let text = NONE
    for (const { from, kind, target } of all) text += `${this.#thing(this.#archive.find('punkt', from))} ${kind} ${target}\n`
    return shortened(text)
  }

  #thing(thing: unknown): string {
    return thing === undefined ? NONE : (this.#known(thing) ?? this.of(thing))
  }

  /** Undefined for what is no thing of the archive. */
  #known(value: unknown): string | undefined {
    const known = this.#things.get(value)
    if (known !== undefined || !this.#things.has(value)) return known
    const made = short(JSON.stringify(value))
    this.#things.set(value, made)
    return made
  }

  #describe(value: unknown): string {
    // The length tells where a text ends, whatever stands in it.
    if (typeof value === 'string') return `${value.length}"${value}`
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function') throw new Error('A function has no fingerprint.')
      return value === undefined ? NONE : JSON.stringify(value)
    }
    const thing = this.#known(value)
    if (thing !== undefined) return `@${thing}`
    if (Array.isArray(value)) {
      let text = '['
      for (const item of value) text += `${this.#describe(item)},`
      return `${text}]`
    }
    if (value instanceof Map) return `{${[...value].map(([key, item]) => `${this.#describe(key)}>${this.#describe(item)}`).join()}}`
    if (value instanceof Set) return `(${[...value].map((item) => this.#describe(item)).join()})`
    let text = '{'
    for (const [key, item] of Object.entries(value)) text += `${key}:${this.#describe(item)},`
    return `${text}}`
  }
}

/** Letters of a text that may stand for itself: a digest of it would take longer to make, and be no shorter. */
const SHORT = 40

function shortened(text: string): string {
  return text.length <= SHORT ? text : short(text)
}

function short(text: string): string {
  return hash('sha1', text, 'base64').slice(0, 20)
}
