import { JoinedLists, joinLists } from './number-lists.ts'

/** What was made of a piece of work, and what it hangs on. */
interface Entry<Result> {
  readonly given: string
  /** Numbers of the parts that it read. */
  readonly reads: Uint32Array
  readonly result: Result
}

/** A ledger between builds. */
export interface LedgerData<Result> {
  /** Names of the parts that work has read, by their numbers, and what they looked like then; '' where a part has gone. */
  readonly parts: readonly string[]
  readonly looks: readonly string[]
  readonly entries: ReadonlyMap<string, Entry<Result>>
}

/** A ledger as it is stored: plain data. What there is of each piece of work stands in the order of `ids`. */
export interface PackedLedger<Result> {
  readonly parts: readonly string[]
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
  readonly #look: (part: string) => string
  readonly #parts: string[]
  readonly #looks: string[]
  /** Numbers of parts that have gone. */
  readonly #free: number[] = []
  #numbers: Map<string, number> | undefined
  readonly #entries = new Map<string, Entry<Result>>()
  readonly #before: LedgerData<Result> | undefined
  /** For each part of the ledger before: 1 where it looks as it did. */
  readonly #same: Uint8Array

  #noted = false

  /** `look` gives a text for a part that changes when the part does. */
  constructor(look: (part: string) => string, before?: LedgerData<Result>) {
    this.#look = look
    this.#before = before
    this.#parts = [...(before?.parts ?? [])]
    this.#looks = [...(before?.looks ?? [])]
    this.#same = new Uint8Array(this.#parts.length)
    for (const [number, part] of this.#parts.entries()) {
      if (part === '') {
        this.#free.push(number)
        continue
      }
      const now = look(part)
      if (now === this.#looks[number]) this.#same[number] = 1
      else this.#looks[number] = now
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

  /** Remembers a piece of work that was done. */
  note(id: string, given: string, reads: Iterable<string>, result: Result): void {
    this.#noted = true
    this.#entries.set(id, { given, reads: Uint32Array.from(reads, (part) => this.#number(part)), result })
  }

  /** True where something was noted, or is no longer there: the ledger is another than before. */
  get changed(): boolean {
    return this.#noted || this.#entries.size !== this.#before?.entries.size
  }

  /** What was recalled and noted, for the next time: no part is left in it that nothing has read. */
  data(): LedgerData<Result> {
    const read = new Uint8Array(this.#parts.length)
    for (const { reads } of this.#entries.values()) for (const part of reads) read[part] = 1
    const ofRead = (texts: readonly string[]): string[] => texts.map((text, number) => (read[number] === 1 ? text : ''))
    return { parts: ofRead(this.#parts), looks: ofRead(this.#looks), entries: this.#entries }
  }

  #number(part: string): number {
    this.#numbers ??= new Map(this.#parts.flatMap((name, number) => (name === '' ? [] : [[name, number]])))
    const known = this.#numbers.get(part)
    if (known !== undefined) return known
    const number = this.#free.pop() ?? this.#parts.length
    this.#numbers.set(part, number)
    this.#parts[number] = part
    this.#looks[number] = this.#look(part)
    return number
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
