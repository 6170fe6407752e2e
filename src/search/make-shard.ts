import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { readAttachments } from './attachments.ts'
import { CompoundSplitter } from './compounds.ts'
import { loadDictionary } from './dictionary.ts'
import { DECISIONS_FILE, FACTS_FILE } from './directory.ts'
import { type DecisionPlaces, writeFacts } from './facts.ts'
import { type IndexedPage, type IndexFrame, namesOf, pageFile, readPagefindIndex, WordPacking, writeIndex } from './indexed-pages.ts'
import { JoinedWords } from './joined-words.ts'
import type { PackedFile } from './packed-files.ts'
import { indexRecords, SearchIndexError } from './pagefind-index.ts'
import { prepareRecord, wordsOfRecord } from './prepare.ts'
import { NO_PUNKT, type RecordHead, type RecordSource, recordOf, type SearchRecord } from './record.ts'
import { type MadePage, ShardMemory } from './shard-memory.ts'
import type { ShardStore } from './shard-store.ts'
import { Vocabulary } from './vocabulary.ts'

/** A shard to be made: plain data, so that another process can make it. */
export interface ShardTask {
  readonly name: string
  readonly key: string
  /** Digest of everything besides the archive that an index is made by. */
  readonly making: string
  /** In order, newest meeting first; a key changes with anything that the punkt's record is made from. */
  readonly punkter: readonly { readonly key: string; readonly head: RecordHead }[]
  /** Content folder, for attachments. */
  readonly root: string
}

/** Gives the texts of a punkt of a task, by its place: only of those that must be indexed. */
export type SourceOf = (place: number) => RecordSource

/** How many punkter Pagefind indexes at a time: its memory grows with them, and every index costs it some hundredths of a second. */
const AT_A_TIME = 500

/**
 * Makes a shard and puts it into the store under its key. Punkter that are as they were in the shard of this name before
 * are taken from there; it comes to the same files.
 */
export async function makeShard(task: ShardTask, sourceOf: SourceOf, store: ShardStore, onIndexed: () => void = () => {}): Promise<void> {
  await new ShardMaking(task, sourceOf, store, onIndexed).make()
}

class ShardMaking {
  readonly #task: ShardTask
  readonly #sourceOf: SourceOf
  readonly #store: ShardStore
  readonly #onIndexed: () => void
  readonly #memory: ShardMemory
  /** Files of the shard as it was. */
  readonly #files: ReadonlyMap<string, Uint8Array> | undefined
  readonly #words = new JoinedWords()
  readonly #packing = new WordPacking()
  readonly #pageFiles: (Uint8Array | undefined)[] = []
  #frame: IndexFrame | undefined

  constructor(task: ShardTask, sourceOf: SourceOf, store: ShardStore, onIndexed: () => void) {
    this.#task = task
    this.#sourceOf = sourceOf
    this.#store = store
    this.#onIndexed = onIndexed
    const before = store.last(task.making, task.name) ?? ''
    const files = store.files(before)
    this.#files = files && new Map(files)
    this.#memory = new ShardMemory(files && store.memory(before))
    this.#frame = this.#memory.frame
  }

  async make(): Promise<void> {
    const { splitter, records } = await this.#read()
    this.#takeOver(new Set(records.keys()))
    const places = [...records.keys()].sort((a, b) => a - b)
    for (let at = 0; at < places.length; at += AT_A_TIME) await this.#index(places.slice(at, at + AT_A_TIME), records, splitter)
    if (!this.#frame) throw new SearchIndexError(`${this.#task.name} has no punkter.`)
    this.#memory.arrange(
      this.#frame,
      this.#task.punkter.map(({ key }) => key),
    )
    this.#put(this.#frame)
  }

  /** Reads what must be indexed: what is new, and what has compounds that are split in another way now. */
  async #read(): Promise<{ readonly splitter: CompoundSplitter; readonly records: Map<number, SearchRecord> }> {
    const { punkter, making } = this.#task
    const known = new Set(this.#memory.pages.map(({ key }) => key))
    const records = new Map<number, SearchRecord>()
    for (const [place, { key }] of punkter.entries()) if (!known.has(key)) records.set(place, await this.#recordAt(place))
    const words = this.#memory.wordsOf(new Set(punkter.map(({ key }) => key)))
    for (const record of records.values()) for (const word of wordsOfRecord(record)) words.add(word)
    const touched = this.#memory.touchedBy(words)
    for (const [place, { key }] of punkter.entries()) if (touched.has(key)) records.set(place, await this.#recordAt(place))
    const dictionary = await loadDictionary(this.#store.fileOf(`ordbog-${making}`))
    return { splitter: new CompoundSplitter(dictionary, words), records }
  }

  async #recordAt(place: number): Promise<SearchRecord> {
    const source = this.#sourceOf(place)
    return recordOf(source, await readAttachments(source.head.attachments, (file) => readFile(path.join(this.#task.root, file))))
  }

  /** Takes the punkter over that are as they were. */
  #takeOver(indexed: ReadonlySet<number>): void {
    if (!this.#files) return
    const places = new Map(this.#task.punkter.flatMap(({ key }, place) => (indexed.has(place) ? [] : [[key, place]])))
    const { pages } = this.#memory
    const placesOfPages = pages.map(({ key }) => places.get(key) ?? -1)
    for (const part of this.#packing.unpack([...this.#files])) this.#words.add(part, placesOfPages)
    for (const [page, name] of namesOf(pages).entries()) {
      const place = placesOfPages[page] ?? -1
      if (place >= 0) this.#pageFiles[place] = this.#files.get(pageFile(name))
    }
  }

  async #index(places: readonly number[], records: ReadonlyMap<number, SearchRecord>, splitter: CompoundSplitter): Promise<void> {
    const prepared = new Map<string, { readonly place: number; readonly made: Pick<MadePage, 'key' | 'own' | 'said' | 'split'> }>()
    const { punkter } = this.#task
    function* marked(): Generator<SearchRecord> {
      for (const place of places) {
        const plain = records.get(place)
        const key = punkter[place]?.key
        if (!plain || key === undefined) continue
        const { record, said, split } = prepareRecord(plain, splitter)
        prepared.set(record.url, { place, made: { key, own: wordsOfRecord(plain), said, split } })
        yield record
      }
      // Pagefind numbers the names of metadata as it has them: so they are the same in every index.
      yield NO_PUNKT
    }
    const { pages, parts, ...frame } = readPagefindIndex((await indexRecords(marked(), this.#onIndexed)).index)
    this.#hasFrame(frame)
    const placesOfPages = pages.map(({ url }) => prepared.get(url)?.place ?? -1)
    for (const part of parts) this.#words.add(part, placesOfPages)
    for (const { url, file, hash, length, decisions } of pages) {
      const { place, made } = prepared.get(url) ?? {}
      if (place === undefined || !made) continue
      this.#memory.take({ ...made, hash, length, decisions }, (word) => splitter.askedOf(word))
      this.#pageFiles[place] = file
      prepared.delete(url)
    }
    for (const url of prepared.keys()) throw new SearchIndexError(`Pagefind has passed over ${url}.`)
  }

  #hasFrame(frame: IndexFrame): void {
    if (this.#frame && JSON.stringify(this.#frame) !== JSON.stringify(frame))
      throw new SearchIndexError('Pagefind has other names of metadata than before.')
    this.#frame = frame
  }

  #put(frame: IndexFrame): void {
    const { key, punkter } = this.#task
    const pages: readonly IndexedPage[] = this.#memory.pages
    const names = namesOf(pages)
    const stored = punkter.map(({ head: { url, facts } }, place) => ({
      id: names[place] ?? '',
      facts,
      meeting: url.replace(/[^/]+\/$/, ''),
    }))
    const decisions: DecisionPlaces = pages.map((page) => page.decisions)
    const vocabulary = new Vocabulary()
    this.#memory.tell(vocabulary)
    this.#store.put(key, {
      punkter: punkter.map(({ key }) => key),
      files: [
        ...writeIndex(frame, pages, this.#words.written(), this.#packing),
        ...names.map((name, place): PackedFile => [pageFile(name), this.#pageFiles[place] ?? gone(name)]),
        [FACTS_FILE, gzipped(writeFacts(stored))],
        [DECISIONS_FILE, gzipped(decisions)],
      ],
      words: vocabulary.write(),
      memory: this.#memory.write(),
    })
  }
}

function gone(name: string): never {
  throw new SearchIndexError(`The page ${name} is gone from the index.`)
}

function gzipped(data: unknown): Buffer {
  return gzipSync(JSON.stringify(data), { level: 9 })
}
