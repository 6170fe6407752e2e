import { blockFile, type Directory, INDEX_FOLDER, type WordGroup } from '../../search/directory.ts'
import { stem } from '../../search/stem.ts'
import { bareForm, blocksOf, type Entry, orderKey, readBlock, restsOf } from '../../search/vocabulary.ts'
import { WordList } from '../../search/word-list.ts'
import { fetchText } from './fetch-text.ts'
import { kept } from './kept.ts'

/** Most blocks that are fetched to look a word up: of a large archive, only words that begin more like it are seen. */
const MOST = 2
/** Most blocks that are fetched to learn where a word stands; it is taken to stand everywhere where there are more. */
const MOST_FORMS = 6
/** Letters of the rest of a mistyped word that must be right. */
const REST = 4

type Range = readonly [group: WordGroup, list: 'words' | 'rests', from: number, to: number]

/** The archive's words, fetched a block at a time and kept. */
export class ArchiveWords {
  readonly #root: URL
  readonly #groups: readonly WordGroup[]
  readonly #all: bigint
  readonly #blocks = new Map<string, Promise<readonly Entry[]>>()
  readonly #lists = new Map<string, Promise<WordList>>()
  readonly #places = new Map<string, Promise<bigint>>()

  constructor(root: URL, { words, shards }: Directory) {
    this.#root = root
    this.#groups = words
    this.#all = (1n << BigInt(shards.length)) - 1n
  }

  /** The words among which a word or token would stand, and those that begin like it. */
  near(word: string): Promise<WordList> {
    return this.#list(this.#groups.map((group) => rangeNear(group, orderKey(word))))
  }

  /** True where a word stands in the archive, in any inflection. */
  async has(word: string): Promise<boolean> {
    const root = bareForm(stem(word))
    const ranges = this.#groups.map((group): Range => {
      const [from, to] = blocksOf(group.words, root)
      return to - from > MOST ? rangeNear(group, orderKey(word)) : [group, 'words', from, to]
    })
    return (await this.#list(ranges)).hasWord(word)
  }

  /** Words that end as a word does, and differ in their first letters. */
  elsewhere(word: string): Promise<WordList> {
    const prefixes = restsOf(word).map((rest) => rest.slice(0, REST))
    const bare = bareForm(word)
    const swapped = `${bare.slice(0, 2)}${bare[3] ?? ''}${bare[2] ?? ''}`
    return this.#list(
      this.#groups.flatMap((group) => [
        ...prefixes.map((prefix): Range => [group, 'rests', ...within(blocksOf(group.rests, prefix))]),
        rangeNear(group, swapped),
      ]),
    )
  }

  /** The shards in which Pagefind may find a word or token, or anything that begins with it: a bit each. */
  shardsOf(word: string): Promise<bigint> {
    return kept(this.#places, word, () => this.#shardsOf(word))
  }

  /** In how many punkter Pagefind may find a word, or anything that begins with it, at most. */
  async countOf(word: string): Promise<number> {
    return (await this.#forms(word))?.countOfForms(word) ?? Number.POSITIVE_INFINITY
  }

  async #shardsOf(word: string): Promise<bigint> {
    return (await this.#forms(word))?.shardsOf(word) ?? this.#all
  }

  /** The words of which Pagefind may take some for forms of a word; undefined where it makes no odds, or there are very many. */
  async #forms(word: string): Promise<WordList | undefined> {
    if (this.#all === 1n) return undefined
    const key = orderKey(word).startsWith('.') ? orderKey(word) : bareForm(stem(word))
    const ranges = this.#groups.map((group): Range => [group, 'words', ...blocksOf(group.words, key)])
    return ranges.some(([, , from, to]) => to - from > MOST_FORMS) ? undefined : this.#list(ranges)
  }

  #list(ranges: readonly Range[]): Promise<WordList> {
    const key = ranges.map(([{ folder }, list, from, to]) => `${folder} ${list} ${from} ${to}`).join()
    return kept(this.#lists, key, async () => {
      const blocks = ranges.flatMap(([group, list, from, to]) =>
        Array.from({ length: to - from }, (_, index) => this.#block(group, list, from + index)),
      )
      return new WordList(together((await Promise.all(blocks)).flat()))
    })
  }

  #block(group: WordGroup, list: 'words' | 'rests', block: number): Promise<readonly Entry[]> {
    const address = new URL(`${INDEX_FOLDER}/${group.folder}/${blockFile(list, block)}`, this.#root)
    return kept(this.#blocks, address.href, async () => readBlock(await fetchText(address), group.first))
  }
}

/** The blocks of the words that share as many first letters with a key as are needed for them to be few. */
function rangeNear(group: WordGroup, key: string): Range {
  for (let length = 1; length < key.length; length += 1) {
    const [from, to] = blocksOf(group.words, key.slice(0, length))
    if (to - from <= MOST) return [group, 'words', from, within([from, to])[1]]
  }
  return [group, 'words', ...within(blocksOf(group.words, key))]
}

function within([from, to]: readonly [number, number]): [number, number] {
  return [from, Math.min(to, from + MOST)]
}

/** A word that several groups have, as one; a word that two ranges have, once. */
function together(entries: readonly Entry[]): Entry[] {
  const words = new Map<string, Entry>()
  for (const entry of entries) {
    const known = words.get(entry.word)
    if (!known) words.set(entry.word, entry)
    else if ((known.shards & entry.shards) === 0n) {
      words.set(entry.word, { word: entry.word, count: known.count + entry.count, shards: known.shards | entry.shards })
    }
  }
  return [...words.values()]
}
