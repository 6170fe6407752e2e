import { JoinedLists, joinLists } from '../memory/number-lists.ts'
import type { IndexedPage, IndexFrame } from './indexed-pages.ts'
import { packFiles, unpackFiles } from './packed-files.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A punkt as it comes from being indexed. */
export interface MadePage extends IndexedPage {
  /** Changes with anything that the punkt's record is made from. */
  readonly key: string
  /** Words of its text, by which names and new words are told in compounds. */
  readonly own: Iterable<string>
  /** Words that a search may ask for. */
  readonly said: Iterable<string>
  /** Words that were split, or seen to be no compounds. */
  readonly split: Iterable<string>
}

/** What is remembered of a punkt: words by their numbers in the shard's memory. */
interface RememberedPage extends IndexedPage {
  readonly key: string
  readonly own: Uint32Array
  readonly said: Uint32Array
  readonly split: Uint32Array
}

interface Stored {
  readonly frame: IndexFrame
  /** '' where a word has gone. */
  readonly table: readonly string[]
  readonly pages: readonly (IndexedPage & { readonly key: string })[]
}

/**
 * What a shard must remember of its punkter, so that after a change only what has changed is indexed anew. A compound is
 * told by the words of all punkter of its shard: so there belong to the changed ones those that have a word which may be
 * split in another way now.
 */
export class ShardMemory {
  #frame: IndexFrame | undefined
  #table: string[] = []
  readonly #ids = new Map<string, number>()
  /** Numbers of words that have gone. */
  readonly #free: number[] = []
  /** Of each word that was split, what was asked of the words of all. */
  readonly #asked = new Map<number, Uint32Array>()
  /** Words for which that has been asked now, and not of the shard before. */
  readonly #askedNow = new Set<number>()
  #pages: readonly RememberedPage[] = []
  readonly #taken = new Map<string, RememberedPage>()

  /** `packed` is what the last shard wrote. */
  constructor(packed?: Buffer) {
    if (!packed) return
    const files = new Map(unpackFiles(packed))
    const stored = JSON.parse(Buffer.from(files.get(TEXTS) ?? []).toString()) as Stored
    this.#frame = stored.frame
    this.#table = [...stored.table]
    for (const [id, word] of this.#table.entries()) {
      if (word === '') this.#free.push(id)
      else this.#ids.set(word, id)
    }
    const lists = new JoinedLists(new Uint32Array(Uint8Array.from(files.get(NUMBERS) ?? []).buffer))
    this.#pages = stored.pages.map((page) => ({ ...page, own: lists.next(), said: lists.next(), split: lists.next() }))
    for (const word of lists.next()) this.#asked.set(word, lists.next())
  }

  /** Punkter in order, by their numbers in the index. */
  get pages(): readonly (IndexedPage & { readonly key: string })[] {
    return this.#pages
  }

  /** Undefined as long as nothing has been indexed. */
  get frame(): IndexFrame | undefined {
    return this.#frame
  }

  /** The words of the punkter with some keys, as far as they are known. */
  wordsOf(keys: ReadonlySet<string>): Set<string> {
    const own = this.#marked(this.#pages.filter(({ key }) => keys.has(key)).map((page) => page.own))
    return new Set(this.#table.filter((_, id) => own[id]))
  }

  /** Keys of the punkter whose compounds may be split in another way once `words` are the words of all. */
  touchedBy(words: ReadonlySet<string>): Set<string> {
    const before = this.#marked(this.#pages.map(({ own }) => own))
    const changed = this.#table.map((word, id) => word !== '' && words.has(word) !== (before[id] === 1))
    if (!changed.includes(true)) return new Set()
    const otherwise = new Set<number>()
    for (const [word, asked] of this.#asked) if (asked.some((id) => changed[id])) otherwise.add(word)
    return new Set(this.#pages.flatMap(({ key, split }) => (split.some((id) => otherwise.has(id)) ? [key] : [])))
  }

  /** Takes in a punkt that has been indexed. */
  take({ own, said, split, ...page }: MadePage, askedOf: (word: string) => readonly string[]): void {
    const ids = (words: Iterable<string>): Uint32Array => Uint32Array.from(words, (word) => this.#idOf(word))
    for (const word of split) {
      const id = this.#idOf(word)
      if (this.#askedNow.has(id)) continue
      this.#askedNow.add(id)
      this.#asked.set(id, ids(askedOf(word)))
    }
    this.#taken.set(page.key, { ...page, own: ids(own), said: ids(said), split: ids(split) })
  }

  /** Makes the punkter with some keys, in order, those of the shard: as they have been taken in, or as they were before. */
  arrange(frame: IndexFrame, keys: readonly string[]): void {
    const known = new Map(this.#pages.map((page) => [page.key, page]))
    this.#frame = frame
    this.#pages = keys.flatMap((key) => this.#taken.get(key) ?? known.get(key) ?? [])
  }

  /** Adds the words that a search may ask for, of all punkter. */
  tell(vocabulary: Vocabulary): void {
    const counts = new Uint32Array(this.#table.length)
    for (const { said } of this.#pages) for (const id of said) counts[id] = (counts[id] ?? 0) + 1
    counts.forEach((count, id) => {
      if (count > 0) vocabulary.addTimes(this.#table[id] ?? '', count)
    })
  }

  /** What the next shard is made from: no word is left in it that no punkt has any more. */
  write(): Uint8Array[] {
    if (!this.#frame) throw new Error('A shard has nothing to remember before it is indexed.')
    const split = this.#marked(this.#pages.map((page) => page.split))
    const asked = [...this.#asked].filter(([word]) => split[word])
    const lists = this.#pages.flatMap((page) => [page.own, page.said, page.split])
    const used = this.#marked([...lists, ...asked.map(([, words]) => words)])
    const stored: Stored = {
      frame: this.#frame,
      table: this.#table.map((word, id) => (used[id] ? word : '')),
      pages: this.#pages.map(({ key, hash, length, decisions }) => ({ key, hash, length, decisions })),
    }
    return packFiles([
      [TEXTS, Buffer.from(JSON.stringify(stored))],
      [NUMBERS, Buffer.from(joinLists([...lists, Uint32Array.from(asked, ([word]) => word), ...asked.map(([, words]) => words)]).buffer)],
    ])
  }

  /** 1 for every number in some lists. */
  #marked(lists: readonly Uint32Array[]): Uint8Array {
    const marked = new Uint8Array(this.#table.length)
    for (const list of lists) for (const id of list) marked[id] = 1
    return marked
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#free.pop() ?? this.#table.length
    this.#table[id] = word
    this.#ids.set(word, id)
    return id
  }
}

const TEXTS = 'tekst'
const NUMBERS = 'tal'
