import { stem } from '../../search/stem.ts'
import { wordsOf } from '../../search/vocabulary.ts'
import type { ArchiveIndex, Hit } from './archive-index.ts'
import { isWithin } from './excerpts.ts'
import { type Clause, type Plan, planSearch } from './plan.ts'

/** What a search is for, besides its words. */
export interface Wanted {
  /** True where the words are to be taken as typed, without a slip of the pen being set right. */
  readonly exact: boolean
  /** True where the words must stand in the decision. */
  readonly decisions: boolean
  /** Places of the shards that may have what is wanted, newest first. */
  readonly shards: readonly number[]
  /** True where every one of them is to be searched, however much the newest have. */
  readonly all: boolean
  /** True for a punkt that is wanted, as far as its facts tell. */
  readonly keeps: (hit: Hit) => boolean
  /** Told what is found so far, while older shards are searched too. */
  readonly onPartly?: (found: Answer) => void
}

export interface Answer {
  readonly hits: readonly Hit[]
  /** Places of the shards that may have more of what is wanted, newest first. */
  readonly left: readonly number[]
  /** Places of all shards that may have something for the words and were not searched, wanted or not. */
  readonly unsearched: ReadonlySet<number>
  /** How the query was read, where it was not as it stands. */
  readonly reading?: Reading
}

/** What became of words that the archive does not have. */
export interface Reading {
  /** Words and numbers that no punkt has, as typed: they were left out. */
  readonly unknown: readonly string[]
  /** The query that was searched instead, where a word was taken for a slip of the pen. */
  readonly instead?: string
  /** The query that the visitor may have meant, where the one typed was searched. */
  readonly meant?: string
  /** True where no punkt has all the words, and those with most of them were found instead. */
  readonly relaxed: boolean
}

/** Two words of a compound stand together where no more than this many words lie from one to the other. */
const TOGETHER = 4
/** So many of the newest shards are searched first, more where the words are rare. */
const FIRST = 3
/** So many at most each time. */
const MOST = 12
/** So many times as many as are wanted must be looked for in shards that are to have them: two words of one root may stand in one punkt. */
const SURELY = 1.5
/** Once something is found, only so many bytes of shards are fetched by themselves; older ones when the visitor wants them. */
const MOST_BYTES = 110_000
/** As many at most to learn whether two words stand together. */
const BYTES_FOR_PAIR = 60_000
/** What is fetched of a shard for each of its punkter, and for each word. */
const BYTES_OF_PUNKT = 10
const BYTES_OF_WORD = 7_500
/** Older shards are searched by themselves until this many punkter are found: as many as the page shows first. */
const ENOUGH = 10

type Ask = () => Promise<Hit[]>

/**
 * An ear for Danish between the search page and Pagefind. It reads a query by the archive's own words, asks Pagefind once
 * for each part that must be met, and loads only the shards that have the words.
 */
export class DanishSearch {
  readonly #index: ArchiveIndex
  readonly #plans = new Map<string, Promise<Plan>>()

  constructor(index: ArchiveIndex) {
    this.#index = index
  }

  async search(query: string | null, wanted: Wanted): Promise<Answer> {
    // Nearly always among those that have the words, which it takes a while to learn. What fails is told where they are needed.
    this.#index.load(wanted.shards.slice(0, FIRST)).catch(() => {})
    if (query === null) return this.#through(this.#everywhere, wanted, () => this.#index.search(null, this.#loadedIn(this.#everywhere)))
    const plan = await this.#plan(query, wanted.exact)
    const { must, words, not, unknown, instead, meant } = plan
    const clauses = [...must, ...(wanted.decisions ? words : joined(words))]
    const none = clauses.length === 0
    const places = await this.#placesOf(clauses)
    const asked =
      none && not.length > 0 ? () => this.#index.search(null, this.#loadedIn(places)) : () => this.#all(clauses, wanted.decisions)
    const where = none && not.length === 0 ? 0n : places
    const likely = { share: await this.#shareOf(clauses, places), words: clauses.flatMap(({ query }) => wordsOf(query)).length }
    let answer = await this.#through(where, wanted, () => this.#without(asked, not), likely)
    const relax =
      answer.hits.length === 0 && answer.unsearched.size === 0 && clauses.length + words.length > 2 && (await asked()).length === 0
    if (relax) {
      const some = await this.#placesOf(must, words)
      answer = await this.#through(some, wanted, () => this.#without(() => this.#most(must, words, wanted.decisions), not))
    }
    const relaxed = relax && answer.hits.length > 0
    if (unknown.length === 0 && !instead && !meant && !relaxed) return answer
    return { ...answer, reading: { unknown, relaxed, ...(instead && { instead }), ...(meant && { meant }) } }
  }

  /**
   * Asks the shards that may have what is wanted, newest first, until enough is found. `share` is the part of their punkter
   * that is likely to have it, `words` how many words are looked for.
   */
  async #through(where: bigint, wanted: Wanted, ask: Ask, { share, words } = { share: 1, words: 1 }): Promise<Answer> {
    const able = shardsIn(where)
    const candidates = wanted.shards.filter((shard) => able.includes(shard))
    const reach = Math.max(FIRST, this.#reach(candidates, words, MOST_BYTES))
    for (let first = 0, next = Math.min(reach, Math.max(FIRST, this.#enough(candidates, 0, share))); ; ) {
      await this.#index.load(candidates.slice(first, wanted.all ? undefined : next))
      const waiting = candidates.filter((shard) => !this.#index.isLoaded(shard))
      const hits = where === 0n ? [] : await ask()
      const unsearched = new Set(able.filter((shard) => !this.#index.isLoaded(shard)))
      const answer: Answer = { hits, left: waiting, unsearched }
      const found = hits.filter(wanted.keeps).length
      if (waiting.length === 0 || found >= ENOUGH || (found > 0 && next >= reach)) return answer
      wanted.onPartly?.(answer)
      const enough = this.#enough(candidates, next, Math.max(found, 1) / this.#punkterIn(candidates.slice(0, next)))
      first = next
      next = found > 0 ? Math.min(enough, reach) : enough
    }
  }

  /** How many of some shards may be searched for so many words until so many bytes have been fetched. */
  #reach(candidates: readonly number[], words: number, most: number): number {
    let reach = 0
    for (let bytes = 0; reach < candidates.length && bytes < most; reach += 1)
      bytes += this.#punkterIn([candidates[reach] ?? 0]) * BYTES_OF_PUNKT + words * BYTES_OF_WORD
    return reach
  }

  /** How many of some shards are to be searched, once so many have been, for enough to be found where that share of the punkter has it. */
  #enough(candidates: readonly number[], searched: number, share: number): number {
    let next = searched + 1
    while (next < searched + MOST && next < candidates.length && this.#punkterIn(candidates.slice(0, next)) * share < ENOUGH) next += 1
    return next
  }

  #punkterIn(shards: readonly number[]): number {
    return shards.reduce((sum, shard) => sum + (this.#index.directory.shards[shard]?.punkter ?? 0), 0)
  }

  /** Which part of the punkter in some shards is likely to have the rarest of what must be met. */
  async #shareOf(clauses: readonly Clause[], where: bigint): Promise<number> {
    const counts = await Promise.all(clauses.flatMap(({ query }) => wordsOf(query).map((word) => this.#index.words.countOf(word))))
    return Math.min(...counts) / SURELY / this.#punkterIn(shardsIn(where))
  }

  /** Those of some shards that are loaded. */
  #loadedIn(where: bigint): number[] {
    return shardsIn(where).filter((shard) => this.#index.isLoaded(shard))
  }

  get #everywhere(): bigint {
    return (1n << BigInt(this.#index.directory.shards.length)) - 1n
  }

  /** The shards that may meet every clause, and any of some others. */
  async #placesOf(clauses: readonly Clause[], anyOf: readonly Clause[] = []): Promise<bigint> {
    const placesOf = async ({ query }: Clause): Promise<bigint> => {
      const all = await Promise.all(wordsOf(query).map((word) => this.#index.words.shardsOf(word)))
      return all.reduce((both, places) => both & places, this.#everywhere)
    }
    const every = await Promise.all(clauses.map(placesOf))
    const some = await Promise.all(anyOf.map(placesOf))
    const places = every.reduce((both, one) => both & one, this.#everywhere)
    return some.length > 0 ? places & some.reduce((either, one) => either | one, 0n) : places
  }

  #plan(query: string, exact: boolean): Promise<Plan> {
    const key = `${exact} ${query}`
    const known = this.#plans.get(key)
    if (known) return known
    const plan = planSearch(query, this.#index.words, { together: (head, tail) => this.#areTogether(head, tail), exact })
    plan.catch(() => this.#plans.delete(key))
    this.#plans.set(key, plan)
    return plan
  }

  /** Whether any punkt has two words close together, of the newest that have both, or of those that have been searched. */
  async #areTogether(head: string, tail: string): Promise<boolean> {
    const clause: Clause = { query: `${head} ${tail}`, pair: [head, tail] }
    const shards = shardsIn(await this.#placesOf([clause]))
    await this.#index.load(shards.slice(0, this.#reach(shards, 2, BYTES_FOR_PAIR)))
    return (await this.#ask(clause, false)).length > 0
  }

  /** Asks the loaded shards that may have the words: of any other, Pagefind would fetch a part of the index for nothing. */
  async #ask(clause: Clause, decisions: boolean): Promise<Hit[]> {
    const { query, pair } = clause
    const shards = this.#loadedIn(await this.#placesOf([clause]))
    const hits = await this.#index.search(query, shards, decisions)
    if (decisions) return this.#inDecisions(query, hits)
    if (!pair || hits.length === 0) return hits
    const [heads, tails] = await Promise.all(pair.map(async (word) => placesIn(await this.#index.search(word, shards, true))))
    return hits.filter(({ row }) => standTogether(heads?.get(row), tails?.get(row)))
  }

  /** Hits whose match stands in the decision, or says what came of the punkt. */
  async #inDecisions(query: string, hits: readonly Hit[]): Promise<Hit[]> {
    const root = stem(query.replaceAll('"', '').toLowerCase())
    const { beslutning } = this.#index.directory.facets
    const outcomes = new Set(beslutning.filter(({ label }) => wordsOf(label).some((word) => stem(word) === root)).map(({ id }) => id))
    const found = await Promise.all(
      hits.map(async (hit) => {
        const places = await this.#index.decisionOf(hit.row)
        const said = hit.words.some((word) => isWithin(word, places))
        return said || hit.row.outcomes.some((id) => outcomes.has(id)) ? [{ ...hit, data: () => hit.data(places) }] : []
      }),
    )
    return found.flat()
  }

  /** Hits that meet every clause. */
  async #all(clauses: readonly Clause[], decisions: boolean): Promise<Hit[]> {
    const answers = await Promise.all(clauses.map((clause) => this.#ask(clause, decisions)))
    const [first, ...others] = answers
    if (!first || others.length === 0) return first ?? []
    const sets = answers.map((hits) => new Map(hits.map((hit) => [hit.row, hit])))
    // The last clause has the loose words, where there are any: its excerpts show most.
    return byScore(
      (answers.at(-1) ?? []).flatMap((hit) => {
        const hits = sets.flatMap((set) => set.get(hit.row) ?? [])
        return hits.length === sets.length ? [withScore(hit, hits)] : []
      }),
    )
  }

  /**
   * Hits that meet what must be met (phrases, days, case numbers), and as many of the words as any does, or one fewer.
   * Where none of them has a word, the rest alone counts; where nothing meets the rest, the words alone do.
   */
  async #most(must: readonly Clause[], words: readonly Clause[], decisions: boolean): Promise<Hit[]> {
    const all = must.length > 0 ? await this.#all(must, decisions) : undefined
    const rows = all && all.length > 0 ? new Set(all.map(({ row }) => row)) : undefined
    const met = new Map<Hit['row'], Hit[]>()
    for (const hits of await Promise.all(words.map((word) => this.#ask(word, decisions)))) {
      for (const hit of hits) if (!rows || rows.has(hit.row)) met.set(hit.row, [...(met.get(hit.row) ?? []), hit])
    }
    if (met.size === 0 && all) return all
    const most = Math.max(0, ...[...met.values()].map((hits) => hits.length))
    const scored = [...met.values()].flatMap((hits) => {
      const [best] = byScore(hits)
      return best && hits.length >= Math.max(1, most - 1) ? [{ hit: withScore(best, hits), words: hits.length }] : []
    })
    return scored.sort((a, b) => b.words - a.words || b.hit.score - a.hit.score).map(({ hit }) => hit)
  }

  async #without(ask: Ask, not: readonly string[]): Promise<Hit[]> {
    const hits = await ask()
    if (not.length === 0 || hits.length === 0) return hits
    const unwanted = new Set<Hit['row']>()
    for (const word of not) {
      if (!word.startsWith('"') && !(await this.#knows(word))) continue
      const shards = this.#loadedIn(await this.#placesOf([{ query: word }]))
      for (const { row } of await this.#index.search(word, shards)) unwanted.add(row)
    }
    return hits.filter(({ row }) => !unwanted.has(row))
  }

  /** Pagefind would take the longest known beginning of a word that it does not know. */
  async #knows(word: string): Promise<boolean> {
    return ['known', 'variant'].includes((await this.#index.words.near(word)).lookUp(word).kind)
  }
}

/** The words as one clause, so that Pagefind ranks them together; pairs by themselves. A word alone keeps its quotes. */
function joined(words: readonly Clause[]): Clause[] {
  const loose = words.filter(({ pair }) => !pair)
  const query = loose.map((word) => (words.length > 1 ? word.query.replaceAll('"', '') : word.query)).join(' ')
  return [...words.filter(({ pair }) => pair), ...(query ? [{ query }] : [])]
}

/** Places of the shards of which the bit is set. */
function shardsIn(bits: bigint): number[] {
  const all = bits.toString(2)
  return [...all].flatMap((_, shard) => (all.at(-1 - shard) === '1' ? [shard] : []))
}

function placesIn(hits: readonly Hit[]): Map<Hit['row'], readonly number[]> {
  return new Map(hits.map(({ row, words }) => [row, words]))
}

function standTogether(heads: readonly number[] = [], tails: readonly number[] = []): boolean {
  return heads.some((head) => tails.some((tail) => Math.abs(head - tail) <= TOGETHER))
}

function withScore(hit: Hit, hits: readonly Hit[]): Hit {
  return { ...hit, score: hits.reduce((sum, { score }) => sum + score, 0) }
}

function byScore(hits: readonly Hit[]): Hit[] {
  return [...hits].sort((a, b) => b.score - a.score)
}
