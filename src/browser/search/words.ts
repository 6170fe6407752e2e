import { readShard, secondShard, shardOf, WORDS_FOLDER, WordList } from '../../search/vocabulary.ts'

/** The archive's words, fetched a shard at a time and kept. */
export class ArchiveWords {
  readonly #folder: URL
  readonly #shards = new Map<string, Promise<WordList>>()

  constructor(root: URL) {
    this.#folder = new URL(`pagefind/${WORDS_FOLDER}/`, root)
  }

  /** The words among which a word or token would stand. */
  near(word: string): Promise<WordList> {
    return this.#shard(shardOf(word))
  }

  /** The words that have a letter (`a`…`z`) as their second. */
  withSecond(letter: string): Promise<WordList> {
    return this.#shard(secondShard(letter))
  }

  #shard(shard: string): Promise<WordList> {
    const known = this.#shards.get(shard)
    if (known) return known
    const list = this.#fetch(shard)
    list.catch(() => this.#shards.delete(shard))
    this.#shards.set(shard, list)
    return list
  }

  async #fetch(shard: string): Promise<WordList> {
    const response = await fetch(new URL(`${shard}.txt`, this.#folder))
    if (!response.ok) throw new Error(`The words of ${shard} cannot be fetched: ${response.status}.`)
    return new WordList(readShard(await response.text()))
  }
}
