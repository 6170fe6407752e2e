import { JoinedLists, joinLists } from './number-lists.ts'
import { type PartColumns, PartNumbers } from './part-numbers.ts'

/** What was made of a piece of work, and what it hangs on. */
interface Entry<Result> {
  readonly given: string
  /** Numbers of the parts that it read. */
  readonly reads: Uint32Array
  readonly result: Result
}

/** A ledger between builds. */
export interface LedgerData<Result> {
  /** The parts that work has read, and what they looked like then, by their numbers. */
  readonly parts: PartColumns
  readonly looks: readonly string[]
  readonly entries: ReadonlyMap<string, Entry<Result>>
}

/** A ledger as it is stored: plain data. What there is of each piece of work stands in the order of `ids`. */
export interface PackedLedger<Result> {
  readonly parts: PartColumns
  readonly looks: readonly string[]
  readonly ids: readonly string[]
  readonly givens: readonly string[]
  readonly reads: Uint32Array
  readonly results: readonly Result[]
}

/**
 * Remembers what pieces of work were given, which parts of the archive they read, and what came of them; tells which need
 * not be done again. A piece of work is current when it is given the same and every part that it read looks the same.
 */
export class Ledger<Result> {
  /** Numbers for the parts that are read. */
  readonly parts: PartNumbers
  readonly #look: (kind: string, id: string) => string
  /** What the parts look like now; '' where nobody has looked. */
  readonly #looks: string[]
  readonly #entries = new Map<string, Entry<Result>>()
  readonly #before: LedgerData<Result> | undefined
  /** For each part of the ledger before: 1 where it looks as it did. */
  readonly #same: Uint8Array

  #noted = false

  /** `look` gives a text for a part that changes when the part does. */
  constructor(look: (kind: string, id: string) => string, before?: LedgerData<Result>) {
    this.#look = look
    this.#before = before
    this.parts = new PartNumbers(before?.parts)
    this.#looks = [...(before?.looks ?? [])]
    this.#same = new Uint8Array(this.#looks.length)
    for (const [part, known] of this.#looks.entries()) {
      const now = this.#lookOf(part)
      if (now === known) this.#same[part] = 1
      else this.#looks[part] = now
    }
  }

  /** What came of a piece of work, where it is current; it is then remembered on. */
  recall(id: string, given: string): Result | undefined {
    const noted = this.#entries.get(id)
    if (noted?.given === given) return noted.result
    const entry = this.#before?.entries.get(id)
    if (entry?.given !== given || !entry.reads.every((part) => this.#same[part] === 1)) return undefined
    this.#entries.set(id, entry)
    return entry.result
  }

  /** What came of a piece of work the last time, current or not. */
  before(id: string): Result | undefined {
    return this.#before?.entries.get(id)?.result
  }

  /** Remembers a piece of work that was done; `reads` are parts by their numbers. */
  note(id: string, given: string, reads: Iterable<number>, result: Result): void {
    this.#noted = true
    const parts = Uint32Array.from(reads)
    for (const part of parts) if (!this.#looks[part]) this.#looks[part] = this.#lookOf(part)
    this.#entries.set(id, { given, reads: parts, result })
  }

  /** True where something was noted, or is no longer there: the ledger is another than before. */
  get changed(): boolean {
    return this.#noted || this.#entries.size !== this.#before?.entries.size
  }

  /** What was recalled and noted, for the next time: no part is left in it that nothing has read. */
  data(): LedgerData<Result> {
    const read = new Uint8Array(this.parts.count)
    for (const { reads } of this.#entries.values()) for (const part of reads) read[part] = 1
    const looks = Array.from(read, (isRead, part) => (isRead === 1 ? (this.#looks[part] ?? '') : ''))
    return { parts: this.parts.columns((part) => read[part] === 1), looks, entries: this.#entries }
  }

  #lookOf(part: number): string {
    const name = this.parts.nameOf(part)
    return name === undefined ? '' : this.#look(...name)
  }
}

/** What is stored of a ledger. */
export function packLedger<Result>({ parts, looks, entries }: LedgerData<Result>): PackedLedger<Result> {
  const all = [...entries.values()]
  return {
    parts,
    looks,
    ids: [...entries.keys()],
    givens: all.map(({ given }) => given),
    reads: joinLists(all.map(({ reads }) => reads)),
    results: all.map(({ result }) => result),
  }
}

/** The ledger that was stored. */
export function unpackLedger<Result>({ parts, looks, ids, givens, reads, results }: PackedLedger<Result>): LedgerData<Result> {
  const lists = new JoinedLists(reads)
  const entries = ids.map((id, place): [string, Entry<Result>] => [
    id,
    { given: givens[place] ?? '', reads: lists.next(), result: results[place] as Result },
  ])
  return { parts, looks, entries: new Map(entries) }
}
