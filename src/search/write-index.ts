import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Archive } from '../archive/archive.ts'
import type { Punkt } from '../referat/punkt.ts'
import { blockFile, DIRECTORY_FILE, type Directory, INDEX_FOLDER, type ShardEntry, type WordGroup } from './directory.ts'
import { facetsOf } from './facet-labels.ts'
import { IndexFolder } from './index-folder.ts'
import type { PackedFile } from './packed-files.ts'
import { endPagefind, indexRecords, SearchIndexError } from './pagefind-index.ts'
import { NO_PUNKT, type RecordHead, type RecordSource, recordHead, recordSource } from './record.ts'
import { AttachmentDigests, makingDigest, punktKey, shardKey } from './shard-key.ts'
import { makeShards, type ShardOrder } from './shard-makers.ts'
import { ShardStore } from './shard-store.ts'
import { partIntoShards } from './shards.ts'
import { mergeVocabularies } from './vocabulary.ts'

/** What to index, and where. */
export interface SearchIndexing {
  readonly archive: Archive
  /** Content folder, for the attachments. */
  readonly root: string
  /** Folder of the site being built; the index goes to `pagefind` in it. What stands there already is kept where it is right. */
  readonly output: string
  /** A folder kept between builds; absent: nothing is kept. */
  readonly cache?: string
  /** How many processes may index at a time; as many as there are processors, but two, where it is not said. */
  readonly processes?: number
  /** Punkter that are indexed, of those that must be. */
  readonly onProgress?: (done: number, total: number) => void
}

interface Known {
  readonly date: string
  readonly key: string
  readonly head: RecordHead
  readonly punkt: Punkt
}

interface Planned {
  readonly name: string
  readonly running: boolean
  readonly punkter: readonly Known[]
  readonly key: string
}

/**
 * Writes the search index of an archive: shards of some months each, and the words of all of them. A shard whose punkter
 * have not changed is taken from the cache without their texts being read; cached or not, the same archive gives the
 * same bytes. The file that leads to all others is written last, so that a visitor never meets half an index.
 * @throws SearchIndexError where Pagefind fails; where a folder cannot be written, the file system's own error comes through.
 */
export async function writeSearchIndex(indexing: SearchIndexing): Promise<{ readonly shards: number; readonly reused: number }> {
  const { cache, output } = indexing
  const kept = cache === undefined ? await mkdtemp(path.join(tmpdir(), 'referatarkiv-index-')) : path.join(cache, 'soegning')
  try {
    const store = new ShardStore(kept)
    const index = new IndexFolder(path.join(output, INDEX_FOLDER), store)
    const making = makingDigest()
    const shards = plan(indexing, store, making)
    const made = await makeStale(indexing, shards, making, store, index)
    for (const { name, key } of shards) store.keep(making, name, key)
    const entries: ShardEntry[] = []
    for (const { name, key, punkter } of shards) entries.push({ folder: await index.place(name, key), ...described(punkter) })
    const words = await placeWords(shards, store, index)
    const engine = await placeEngine(making, store, index)
    const facets = facetsOf(shards.flatMap(({ punkter }) => punkter.map(({ head }) => head.facts)))
    const directory: Directory = { engine, shards: entries, words, facets }
    await index.finish(DIRECTORY_FILE, JSON.stringify(directory))
    if (cache !== undefined) await store.tidy()
    return { shards: shards.length, reused: shards.length - made }
  } finally {
    if (cache === undefined) await rm(kept, { recursive: true, force: true })
  }
}

/** Takes the search index of a site away, where it has one. */
export async function removeSearchIndex(output: string): Promise<void> {
  await rm(path.join(output, INDEX_FOLDER), { recursive: true, force: true })
}

function plan({ archive, root }: SearchIndexing, store: ShardStore, making: string): Planned[] {
  const attachments = AttachmentDigests.open(root, store.fileOf('bilag.json'))
  const known: Known[] = []
  for (const punkt of archive.punkter) {
    const head = recordHead(archive, punkt)
    if (head) known.push({ head, punkt, date: head.facts.date, key: punktKey(head, punkt.digest, attachments) })
  }
  attachments.save()
  return partIntoShards(known).map((shard) => ({ ...shard, key: shardKey(making, shard.punkter) }))
}

/** Makes the shards that are neither in the store nor, whole, where they belong; gives their number. */
async function makeStale(
  { root, processes, onProgress }: SearchIndexing,
  shards: readonly Planned[],
  making: string,
  store: ShardStore,
  index: IndexFolder,
): Promise<number> {
  const wanted = new Set<string>()
  for (const group of groupsOf(shards)) {
    const merged = await index.has(wordsName(group), groupKey(group))
    for (const { name, key } of group) {
      if (!(await index.has(name, key)) || (!merged && store.words(key) === undefined)) wanted.add(key)
    }
  }
  const stale = shards.filter(({ key }) => wanted.has(key))
  const total = stale.reduce((sum, { punkter }) => sum + punkter.length, 0)
  let done = 0
  const orders = stale.map(({ name, key, punkter }): ShardOrder => {
    const task = { name, key, making, root, punkter: punkter.map(({ key, head }) => ({ key, head })) }
    return { task, sourceOf: (place) => sourceAt(punkter, place) }
  })
  await makeShards(orders, store, processes ?? Math.min(2, availableParallelism()), () => onProgress?.(++done, total))
  return stale.length
}

function sourceAt(punkter: readonly Known[], place: number): RecordSource {
  const { head, punkt } = punkter[place] ?? gone(`punkt ${place}`)
  return recordSource(head, punkt)
}

/** The newest year's shards, and all others: words of old years are merged anew only when these change. */
function groupsOf(shards: readonly Planned[]): Planned[][] {
  return [shards.filter(({ running }) => running), shards.filter(({ running }) => !running)].filter((group) => group.length > 0)
}

function wordsName([first]: readonly Planned[]): string {
  return first?.running ? 'ord-nye' : 'ord-gamle'
}

function groupKey(group: readonly Planned[]): string {
  return createHash('sha256')
    .update(group.map(({ key }) => key).join(' '))
    .digest('hex')
}

async function placeWords(shards: readonly Planned[], store: ShardStore, index: IndexFolder): Promise<WordGroup[]> {
  const placed: WordGroup[] = []
  for (const group of groupsOf(shards)) {
    const key = groupKey(group)
    let starts = store.more(key) as Pick<WordGroup, 'words' | 'rests'> | undefined
    if (!starts || !(await index.has(wordsName(group), key))) {
      const texts = group.map((shard) => store.words(shard.key) ?? gone(shard.name))
      const { words, rests } = mergeVocabularies(texts)
      starts = { words: words.starts, rests: rests.starts }
      const files = [
        ...words.blocks.map((block, place): PackedFile => [blockFile('words', place), gzipSync(block)]),
        ...rests.blocks.map((block, place): PackedFile => [blockFile('rests', place), gzipSync(block)]),
      ]
      store.putFiles(key, files, starts)
    }
    const first = placed.length > 0 ? shards.length - group.length : 0
    placed.push({ folder: await index.place(wordsName(group), key), first, ...starts })
  }
  return placed
}

function gone(name: string): never {
  throw new SearchIndexError(`The words of ${name} are gone while the index was made.`)
}

/** Months and bodies of a shard, newest first and by id. */
function described(punkter: readonly Known[]): Omit<ShardEntry, 'folder'> {
  return {
    punkter: punkter.length,
    months: [...new Set(punkter.map(({ date }) => date.slice(0, 7)))],
    bodies: [...new Set(punkter.map(({ head }) => head.facts.body.id))].sort(),
  }
}

/** Pagefind's own code for the browser: it gives it with an index only, even if of one page that no search asks for. */
async function placeEngine(making: string, store: ShardStore, index: IndexFolder): Promise<string> {
  const key = createHash('sha256').update(`${making} engine`).digest('hex')
  if (!(await index.has('motor', key))) {
    try {
      const { engine } = await indexRecords([NO_PUNKT])
      store.putFiles(key, engine)
    } finally {
      await endPagefind()
    }
  }
  return index.place('motor', key)
}
