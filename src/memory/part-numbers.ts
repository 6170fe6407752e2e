import { TextNumbers } from './text-numbers.ts'

/** A part of an archive: its kind and the id of what it is about. */
export type PartName = readonly [kind: string, id: string]

/** Parts by their numbers, as they are stored: plain data. */
export interface PartColumns {
  readonly kinds: readonly string[]
  readonly ids: readonly string[]
  /** Of each part the numbers of its kind and its id; `NO_KIND` where a number stands for no part. */
  readonly kindOf: Uint8Array
  readonly idOf: Uint32Array
}

const NO_KIND = 255

/**
 * Numbers for the parts of an archive, of which every page asks for many: the same part has one number from build to build,
 * and that of a part which has gone is given away again.
 */
export class PartNumbers {
  readonly #kinds: TextNumbers
  readonly #ids: TextNumbers
  readonly #kindOf: number[]
  readonly #idOf: number[]
  readonly #free: number[] = []
  /** Of each kind the numbers of its parts plus one, by the numbers of their ids; 0 where there is none. */
  #places: Map<string, Uint32Array> | undefined

  constructor(known?: PartColumns) {
    this.#kinds = new TextNumbers(known?.kinds)
    this.#ids = new TextNumbers(known?.ids)
    this.#kindOf = Array.from(known?.kindOf ?? [])
    this.#idOf = Array.from(known?.idOf ?? [])
    for (const [part, kind] of this.#kindOf.entries()) if (kind === NO_KIND) this.#free.push(part)
  }

  /** How many numbers there are, those of no part among them. */
  get count(): number {
    return this.#kindOf.length
  }

  of(kind: string, id: string): number {
    const idNumber = this.#ids.of(id)
    const places = this.#placesOf(kind, idNumber)
    const known = places[idNumber] ?? 0
    if (known > 0) return known - 1
    const part = this.#free.pop() ?? this.#kindOf.length
    this.#kindOf[part] = this.#kinds.of(kind)
    this.#idOf[part] = idNumber
    places[idNumber] = part + 1
    return part
  }

  /** The part of a number; undefined where it stands for none. */
  nameOf(part: number): PartName | undefined {
    const kind = this.#kinds.texts[this.#kindOf[part] ?? NO_KIND]
    return kind === undefined ? undefined : [kind, this.#ids.texts[this.#idOf[part] ?? 0] ?? '']
  }

  /** The parts whose numbers are not below `from`, in the order of their numbers. */
  names(from = 0): PartName[] {
    const names: PartName[] = []
    for (let part = from; part < this.count; part += 1) {
      const name = this.nameOf(part)
      if (name) names.push(name)
    }
    return names
  }

  /** The parts as they are stored, without those that `isKept` is false for. */
  columns(isKept: (part: number) => boolean): PartColumns {
    const ids: string[] = []
    const kindOf = new Uint8Array(this.count).fill(NO_KIND)
    const idOf = new Uint32Array(this.count)
    const numbers: number[] = []
    for (const [part, kind] of this.#kindOf.entries()) {
      if (kind === NO_KIND || !isKept(part)) continue
      const id = this.#idOf[part] ?? 0
      numbers[id] ??= ids.push(this.#ids.texts[id] ?? '') - 1
      kindOf[part] = kind
      idOf[part] = numbers[id]
    }
    return { kinds: this.#kinds.texts, ids, kindOf, idOf }
  }

  /** The numbers of a kind's parts, with room for an id. */
  #placesOf(kind: string, id: number): Uint32Array {
    this.#places ??= this.#allPlaces()
    const known = this.#places.get(kind)
    if (known && id < known.length) return known
    const roomier = new Uint32Array(Math.max(64, id * 2))
    if (known) roomier.set(known)
    this.#places.set(kind, roomier)
    return roomier
  }

  #allPlaces(): Map<string, Uint32Array> {
    const all = this.#kinds.texts.map(() => new Uint32Array(this.#ids.texts.length))
    for (const [part, kind] of this.#kindOf.entries()) {
      const places = all[kind]
      if (places) places[this.#idOf[part] ?? 0] = part + 1
    }
    return new Map(all.map((places, kind) => [this.#kinds.texts[kind] ?? '', places]))
  }
}
