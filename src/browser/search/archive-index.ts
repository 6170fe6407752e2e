import { DECISIONS_FILE, DIRECTORY_FILE, type Directory, FACTS_FILE, INDEX_FOLDER } from '../../search/directory.ts'
import { type DecisionPlaces, type FactsTable, type Row, readFacts } from '../../search/facts.ts'
import { fetchText } from './fetch-text.ts'
import { type HitData, loadPagefind, mergeFolder, type Pagefind } from './pagefind.ts'
import { ArchiveWords } from './words.ts'

/** A punkt that a query has found. */
export interface Hit {
  readonly id: string
  readonly score: number
  /** Places of the matches among the words of the punkt. */
  readonly words: readonly number[]
  readonly row: Row
  data(): Promise<HitData>
}

/** The index of the archive: its shards are fetched as they are wanted, and merged in Pagefind. */
export class ArchiveIndex {
  readonly directory: Directory
  readonly words: ArchiveWords
  readonly #root: URL
  readonly #pagefind: Promise<Pagefind>
  readonly #shards = new Map<number, Promise<void>>()
  readonly #loaded = new Set<number>()
  readonly #rows = new Map<string, Row[]>()
  readonly #decisions = new Map<number, Promise<DecisionPlaces>>()

  private constructor(root: URL, directory: Directory, pagefind: Promise<Pagefind>) {
    this.#root = root
    this.directory = directory
    this.words = new ArchiveWords(root, directory)
    this.#pagefind = pagefind
  }

  /** Opens the index of the site below an address. Each attempt asks anew for what a browser might remember as failed. */
  static async open(root: URL, attempt: number): Promise<ArchiveIndex> {
    const directory = JSON.parse(await fetchText(new URL(`${INDEX_FOLDER}/${DIRECTORY_FILE}`, root), { cache: 'no-cache' })) as Directory
    const pagefind = loadPagefind(new URL(`${INDEX_FOLDER}/${directory.engine}/`, root), attempt)
    // What fails is told to whoever searches.
    pagefind.catch(() => {})
    return new ArchiveIndex(root, directory, pagefind)
  }

  /** Places of the shards that are loaded. */
  get loaded(): ReadonlySet<number> {
    return this.#loaded
  }

  /** Loads shards, by their places in the directory. */
  async load(shards: Iterable<number>): Promise<void> {
    await Promise.all([...shards].map((shard) => this.#load(shard)))
  }

  /** What Pagefind finds in the loaded shards; `null` gives everything. */
  async search(query: string | null): Promise<Hit[]> {
    const { results } = await (await this.#pagefind).search(query)
    const hits = results.map(async (result): Promise<Hit[]> => {
      const { id, score, words } = result
      // Pagefind forgets what a result leads to once nothing holds the result itself.
      const data = (): Promise<HitData> => result.data()
      const row = await this.#rowOf(id, data)
      return row ? [{ id, score, words, row, data }] : []
    })
    return (await Promise.all(hits)).flat()
  }

  /** Places of the decision's words, in pairs of first and after the last. Its shard must be loaded. */
  async decisionOf({ shard, place }: Row): Promise<readonly number[]> {
    const known = this.#decisions.get(shard)
    if (known) return (await known)[place] ?? []
    const fetched = fetchText(this.#addressIn(shard, DECISIONS_FILE)).then((text) => JSON.parse(text) as DecisionPlaces)
    fetched.catch(() => this.#decisions.delete(shard))
    this.#decisions.set(shard, fetched)
    return (await fetched)[place] ?? []
  }

  /** The name of a punkt is short, and among very many two shards may have the same. */
  async #rowOf(id: string, data: () => Promise<HitData>): Promise<Row | undefined> {
    const rows = this.#rows.get(id.slice(id.indexOf('_') + 1)) ?? []
    if (rows.length < 2) return rows[0]
    const { meta } = await data()
    return rows.find(({ date, body }) => date === meta['dato'] && this.#nameOf(body) === meta['udvalg']) ?? rows[0]
  }

  #nameOf(body: string): string | undefined {
    return this.directory.facets.udvalg.find(({ id }) => id === body)?.label
  }

  #load(shard: number): Promise<void> {
    const known = this.#shards.get(shard)
    if (known) return known
    const loading = this.#fetch(shard)
    loading.catch(() => this.#shards.delete(shard))
    this.#shards.set(shard, loading)
    return loading
  }

  async #fetch(shard: number): Promise<void> {
    const merging = this.#pagefind.then((pagefind) => mergeFolder(pagefind, this.#addressIn(shard)))
    const [facts] = await Promise.all([fetchText(this.#addressIn(shard, FACTS_FILE)), merging])
    for (const [id, row] of readFacts(JSON.parse(facts) as FactsTable, shard)) {
      const namesakes = this.#rows.get(id)
      if (namesakes) namesakes.push(row)
      else this.#rows.set(id, [row])
    }
    this.#loaded.add(shard)
  }

  #addressIn(shard: number, file = ''): URL {
    return new URL(`${INDEX_FOLDER}/${this.directory.shards[shard]?.folder}/${file}`, this.#root)
  }
}
