import { CHUNK_FOLDER, FRAGMENT_FOLDER, META_FILE } from '../../search/directory.ts'
import { type Fragment, type HitData, showMatches } from './excerpts.ts'
import { fetchBytes } from './fetch-text.ts'
import { kept } from './kept.ts'
import { type Match, type PagefindIndex, PagefindWasm, readQuery } from './pagefind-wasm.ts'

/** What one shard has for a query, the best first. */
export interface ShardMatches {
  /** With spaces between. */
  readonly ids: string
  readonly scores: Float64Array
  /** Places of the words found, where they were asked for. */
  readonly words?: readonly (readonly number[])[]
}

/** How Pagefind counts what stands beside the text: nobody looks for a punkt by what every result shows; its own words must decide. */
export const RANKING = {
  meta_weights: { tegn: 5, naevnt: 0.5, led: 0.8, udfald: 2, nummer: 0, ord: 0, dato: 0.5, dag: 0.5, udvalg: 0.5, myndighed: 0.5 },
}
/** Pagefind's files begin with this once they are unpacked. */
const SIGNATURE = 'pagefind_dcd'.length
/** Searches of a shard whose matches are kept: those of a query's words, and of the queries before. */
const MOST = 16

interface Shard {
  readonly address: string
  readonly index: PagefindIndex
  readonly chunks: Map<string, Promise<void>>
  readonly matches: Map<string | null, readonly Match[]>
}

/** Pagefind over the shards of the archive: each is an index of its own, and what is asked of it is kept for a while. */
export class Engine {
  readonly #pagefind: Promise<PagefindWasm>
  readonly #shards = new Map<string, Promise<Shard>>()
  readonly #fragments = new Map<string, Promise<Fragment>>()

  constructor(wasm: string) {
    this.#pagefind = read(wasm).then((bytes) => PagefindWasm.from(bytes))
    // What fails is told to whoever searches.
    this.#pagefind.catch(() => {})
  }

  /** Makes a shard ready to be searched. */
  async load(address: string): Promise<void> {
    await this.#shard(address)
  }

  /** What the shards at some addresses have for a query, each by itself; `null` gives everything. */
  search(addresses: readonly string[], query: string | null, withWords: boolean): Promise<ShardMatches[]> {
    return Promise.all(
      addresses.map(async (address) => {
        const found = await this.#matches(await this.#shard(address), query)
        return {
          ids: found.map(({ id }) => id).join(' '),
          scores: Float64Array.from(found, ({ score }) => score),
          ...(withWords && { words: found.map(({ words }) => words.map(({ place }) => place)) }),
        }
      }),
    )
  }

  /** What a result shows of a punkt that a query has found, above all of some ranges of its words where they are given. */
  async show(address: string, id: string, query: string | null, within?: readonly number[]): Promise<HitData> {
    const file = new URL(`${FRAGMENT_FOLDER}/${id}.pf_fragment`, address).href
    const fetched = kept(this.#fragments, file, async () => JSON.parse(new TextDecoder().decode(await read(file))) as Fragment)
    const [fragment, found] = await Promise.all([fetched, this.#shard(address).then((shard) => this.#matches(shard, query))])
    return showMatches(fragment, found.find((match) => match.id === id)?.words ?? [], within)
  }

  #shard(address: string): Promise<Shard> {
    return kept(this.#shards, address, async () => {
      const [pagefind, meta] = await Promise.all([this.#pagefind, read(new URL(META_FILE, address).href)])
      return { address, index: pagefind.index(meta, RANKING), chunks: new Map(), matches: new Map() }
    })
  }

  async #matches({ address, index, chunks, matches }: Shard, query: string | null): Promise<readonly Match[]> {
    const known = matches.get(query)
    if (known) return known
    const asked = readQuery(query)
    const load = async (name: string): Promise<void> => index.load(await read(new URL(`${CHUNK_FOLDER}/${name}.pf_index`, address).href))
    await Promise.all(index.wants(asked).map((name) => kept(chunks, name, () => load(name))))
    const found = matches.get(query) ?? index.search(asked)
    matches.set(query, found)
    const [oldest] = matches.keys()
    if (matches.size > MOST && oldest !== undefined) matches.delete(oldest)
    return found
  }
}

async function read(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return (await fetchBytes(new URL(address))).subarray(SIGNATURE)
}
