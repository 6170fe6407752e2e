/** What was made of a piece of work, and what it hangs on. */
interface Entry<Result> {
  readonly given: string
  /** Numbers of the parts that it read. */
  readonly reads: Uint32Array
  readonly result: Result
}

/** A ledger as it is kept between builds: plain data. */
export interface LedgerData<Result> {
  /** Names of the parts that work has read, and what they looked like then. */
  readonly parts: readonly string[]
  readonly looks: readonly string[]
  readonly entries: ReadonlyMap<string, Entry<Result>>
}

/**
 * Remembers what pieces of work were given, which parts of the archive they read, and what came of them; tells which need
 * not be done again. A piece of work is current when it is given the same and every part that it read looks the same.
 */
export class Ledger<Result> {
  readonly #look: (part: string) => string
  readonly #numbers = new Map<string, number>()
  readonly #looks: string[] = []
  readonly #entries = new Map<string, Entry<Result>>()
  readonly #before: LedgerData<Result> | undefined
  /** For each part of the ledger before: 1 where it looks as it did. */
  readonly #same: Uint8Array
  /** For each part of the ledger before: its number here and one more, 0 where it has none yet. */
  readonly #carried: Uint32Array

  #noted = false

  /** `look` gives a text for a part that changes when the part does. */
  constructor(look: (part: string) => string, before?: LedgerData<Result>) {
    this.#look = look
    this.#before = before
    this.#same = Uint8Array.from(before?.parts ?? [], (part, index) => (look(part) === before?.looks[index] ? 1 : 0))
    this.#carried = new Uint32Array(this.#same.length)
  }

  /** What came of a piece of work, where it is current; it is then remembered on. */
  recall(id: string, given: string): Result | undefined {
    const noted = this.#entries.get(id)
    if (noted?.given === given) return noted.result
    const entry = this.#before?.entries.get(id)
    if (entry?.given !== given || !entry.reads.every((part) => this.#same[part] === 1)) return undefined
    this.#entries.set(id, { ...entry, reads: entry.reads.map((part) => this.#carryOver(part)) })
    return entry.result
  }

  /** What came of a piece of work the last time, current or not. */
  before(id: string): Result | undefined {
    return this.#before?.entries.get(id)?.result
  }

  /** Remembers a piece of work that was done. */
  note(id: string, given: string, reads: Iterable<string>, result: Result): void {
    this.#noted = true
    this.#entries.set(id, { given, reads: Uint32Array.from(reads, (part) => this.#number(part)), result })
  }

  /** True where something was noted, or is no longer there: the ledger is another than before. */
  get changed(): boolean {
    return this.#noted || this.#entries.size !== this.#before?.entries.size
  }

  /** What was recalled and noted, for the next time. */
  data(): LedgerData<Result> {
    return { parts: [...this.#numbers.keys()], looks: this.#looks, entries: this.#entries }
  }

  /** The number here of a part that has a number in the ledger before. */
  #carryOver(before: number): number {
    const known = this.#carried[before] ?? 0
    if (known > 0) return known - 1
    const number = this.#number(this.#before?.parts[before] ?? '')
    this.#carried[before] = number + 1
    return number
  }

  #number(part: string): number {
    const known = this.#numbers.get(part)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(part, number)
    this.#looks.push(this.#look(part))
    return number
  }
}
