import { JoinedLists, joinLists } from './number-lists.ts'
import { type PartColumns, PartNumbers } from './part-numbers.ts'

/** What was made of a piece of work, and what it hangs on. */
interface Entry<Result> {
  readonly given: string
  /** Numbers of the parts that it read. */
  readonly reads: Uint32Array
  readonly result: Result
}

/** What all parts look like together, but those of some kinds, which are looked at one by one. */
export interface Together {
  readonly look: string
  readonly but: ReadonlySet<string>
}

/** A ledger between builds. */
export interface LedgerData<Result> {
  /** What the parts looked like together. */
  readonly together: string
  /** The parts that work has read, and what they looked like then, by their numbers. */
  readonly parts: PartColumns
  readonly looks: readonly string[]
  readonly entries: ReadonlyMap<string, Entry<Result>>
}

/** A ledger as it is stored: plain data. What there is of each piece of work stands in the order of `ids`. */
export interface PackedLedger<Result> {
  readonly together: string
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
  readonly #together: Together
  /** Parts of the ledger before that look otherwise now. */
  readonly #changed = new Set<number>()
  #noted = false

  /**
   * `look` gives a text for a part that changes when the part does. `together` saves looking at each where nothing has
   * changed in all of them, and in nothing else that work may be given.
   */
  constructor(look: (kind: string, id: string) => string, before?: LedgerData<Result>, together: Together = EACH) {
    this.#look = look
    this.#before = before
    this.#together = together
    this.parts = new PartNumbers(before?.parts)
    this.#looks = [...(before?.looks ?? [])]
    const same = this.#sameTogether()
    for (const [part, known] of this.#looks.entries()) {
      const name = this.parts.nameOf(part)
      if (same && name !== undefined && !together.but.has(name[0])) continue
      const now = name === undefined ? '' : look(...name)
      if (now === known) continue
      this.#changed.add(part)
      this.#looks[part] = now
    }
  }

  /** What came of a piece of work, where it is current; it is then remembered on. */
  recall(id: string, given: string): Result | undefined {
    const noted = this.#entries.get(id)
    if (noted?.given === given) return noted.result
    const entry = this.#before?.entries.get(id)
    if (entry?.given !== given || !this.#isCurrent(entry)) return undefined
    this.#entries.set(id, entry)
    return entry.result
  }

  /**
   * Recalls at once all work that is current and whose result `stands`; gives the ids of the rest. Undefined where work may
   * be given something else than before: then each must be asked for.
   */
  recallAll(stands: (result: Result) => boolean): ReadonlySet<string> | undefined {
    if (!this.#sameTogether()) return undefined
    const rest = new Set<string>()
    for (const [id, entry] of this.#before?.entries ?? []) {
      if (this.#isCurrent(entry) && stands(entry.result)) this.#entries.set(id, entry)
      else rest.add(id)
    }
    return rest
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
    return { together: this.#together.look, parts: this.parts.columns((part) => read[part] === 1), looks, entries: this.#entries }
  }

  #sameTogether(): boolean {
    return this.#together.look !== '' && this.#before?.together === this.#together.look
  }

  #isCurrent({ reads }: Entry<Result>): boolean {
    // Where few have changed it is quicker to look for these.
    if (this.#changed.size > FEW) return reads.every((part) => !this.#changed.has(part))
    for (const part of this.#changed) if (reads.includes(part)) return false
    return true
  }

  #lookOf(part: number): string {
    const name = this.parts.nameOf(part)
    return name === undefined ? '' : this.#look(...name)
  }
}

/** Parts that may be looked for one after the other. */
const FEW = 10

/** Where each part is looked at. */
const EACH: Together = { look: '', but: new Set() }

/** What is stored of a ledger. */
export function packLedger<Result>({ together, parts, looks, entries }: LedgerData<Result>): PackedLedger<Result> {
  const all = [...entries.values()]
  return {
    together,
    parts,
    looks,
    ids: [...entries.keys()],
    givens: all.map(({ given }) => given),
    reads: joinLists(all.map(({ reads }) => reads)),
    results: all.map(({ result }) => result),
  }
}

/** The ledger that was stored. */
export function unpackLedger<Result>({ together, parts, looks, ids, givens, reads, results }: PackedLedger<Result>): LedgerData<Result> {
  const lists = new JoinedLists(reads)
  const entries = ids.map((id, place): [string, Entry<Result>] => [
    id,
    { given: givens[place] ?? '', reads: lists.next(), result: results[place] as Result },
  ])
  return { together, parts, looks, entries: new Map(entries) }
}
