import { DECISIONS_FILE, DIRECTORY_FILE, type Directory, ENGINE_FILE, FACTS_FILE, INDEX_FOLDER } from '../../search/directory.ts'
import { type DecisionPlaces, type FactsTable, type Row, readFacts } from '../../search/facts.ts'
import type { HitData } from './excerpts.ts'
import { fetchText } from './fetch-text.ts'
import { kept } from './kept.ts'
import { RemoteEngine } from './remote-engine.ts'
import { ArchiveWords } from './words.ts'

/** A punkt that a query has found. */
export interface Hit {
  readonly score: number
  /** Places of the matches among the words of the punkt; none where they were not asked for. */
  readonly words: readonly number[]
  readonly row: Row
  /** What the result shows; of matches in some ranges of the punkt's words, where there are any. */
  data(within?: readonly number[]): Promise<HitData>
}

/** The index of the archive: its shards are fetched as they are wanted, and each is searched by itself. */
export class ArchiveIndex {
  readonly directory: Directory
  readonly words: ArchiveWords
  readonly #root: URL
  readonly #engine: RemoteEngine
  readonly #shards = new Map<number, Promise<void>>()
  /** The punkter of each shard that is loaded, by Pagefind's names of them. */
  readonly #rows = new Map<number, ReadonlyMap<string, Row>>()
  readonly #decisions = new Map<number, Promise<DecisionPlaces>>()

  private constructor(root: URL, directory: Directory, engine: RemoteEngine) {
    this.#root = root
    this.directory = directory
    this.words = new ArchiveWords(root, directory)
    this.#engine = engine
  }

  /** Opens the index of the site below an address; `script` is the engine's. */
  static async open(root: URL, script: URL): Promise<ArchiveIndex> {
    const engine = new RemoteEngine(script)
    try {
      const address = new URL(`${INDEX_FOLDER}/${DIRECTORY_FILE}`, root)
      const directory = JSON.parse(await fetchText(address, { cache: 'no-cache' })) as Directory
      engine.open(new URL(`${INDEX_FOLDER}/${directory.engine}/${ENGINE_FILE}`, root).href)
      return new ArchiveIndex(root, directory, engine)
    } catch (error) {
      engine.close()
      throw error
    }
  }

  /** True where a shard is loaded, by its place in the directory. */
  isLoaded(shard: number): boolean {
    return this.#rows.has(shard)
  }

  /** Loads shards, by their places in the directory. */
  async load(shards: Iterable<number>): Promise<void> {
    await Promise.all([...shards].map((shard) => kept(this.#shards, shard, () => this.#fetch(shard))))
  }

  /** What Pagefind finds in some shards that are loaded, the best first; `null` gives everything. */
  async search(query: string | null, shards: readonly number[], withWords = false): Promise<Hit[]> {
    const addresses = shards.map((shard) => this.#addressIn(shard).href)
    const found = await this.#engine.search(addresses, query, withWords)
    const hits = found.flatMap(({ ids, scores, words }, at): Hit[] => {
      const shard = shards[at] ?? 0
      const names = ids === '' ? [] : ids.split(' ')
      return names.flatMap((id, place) => {
        const row = this.#rows.get(shard)?.get(id.slice(id.indexOf('_') + 1))
        const data = (within?: readonly number[]): Promise<HitData> => this.#engine.show(this.#addressIn(shard).href, id, query, within)
        return row ? [{ score: scores[place] ?? 0, words: words?.[place] ?? [], row, data }] : []
      })
    })
    return hits.sort((a, b) => b.score - a.score)
  }

  /** Places of the decision's words, in pairs of first and after the last. Its shard must be loaded. */
  async decisionOf({ shard, place }: Row): Promise<readonly number[]> {
    const fetched = await kept(this.#decisions, shard, async () => {
      return JSON.parse(await fetchText(this.#addressIn(shard, DECISIONS_FILE))) as DecisionPlaces
    })
    return fetched[place] ?? []
  }

  /** Ends the engine. */
  close(): void {
    this.#engine.close()
  }

  async #fetch(shard: number): Promise<void> {
    const loading = this.#engine.load(this.#addressIn(shard).href)
    const [facts] = await Promise.all([fetchText(this.#addressIn(shard, FACTS_FILE)), loading])
    this.#rows.set(shard, readFacts(JSON.parse(facts) as FactsTable, shard))
  }

  #addressIn(shard: number, file = ''): URL {
    return new URL(`${INDEX_FOLDER}/${this.directory.shards[shard]?.folder}/${file}`, this.#root)
  }
}
