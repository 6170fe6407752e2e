import { foldLetters } from '../source/slug.ts'

/** A word of the archive. */
export interface Entry {
  readonly word: string
  /** Number of punkter that it stands in. */
  readonly count: number
  /** The shards in which these are: a bit each. */
  readonly shards: bigint
}

/** Words in a block: what a search fetches at a time. */
const BLOCK = 1000
/** A slip in the first letters is looked for among words of at least this length. */
const SHORTEST_BY_REST = 5
/** Where there are so many words, one that stands in a single punkt is no likelier to be meant than none. */
const MANY = 30_000
/** How many letters a slip may be among for the rest of the word to tell what was meant. */
const FIRST_LETTERS = 3

/** A word without what people leave out or spell otherwise: `økonomi`, `oekonomi` and `okonomi` are one. */
export function bareForm(word: string): string {
  return foldLetters(word).replace(/ae|oe|aa/g, (pair) => pair[0] ?? '')
}

/** By what the words stand in order: spellings of one word together, and the tokens of days and case numbers by themselves. */
export function orderKey(word: string): string {
  return /^(?:dag|md|sag)(?=.*\d)[0-9a-z]+$/.test(word) ? `.${word}` : bareForm(word)
}

/** The words once more, by what follows their first letters; undefined for a word that is not looked for that way. */
export function restKey(word: string): string | undefined {
  return restOfKey(orderKey(word))
}

function restOfKey(key: string): string | undefined {
  return key.length >= SHORTEST_BY_REST && /^[a-z]+$/.test(key) ? key.slice(FIRST_LETTERS) : undefined
}

/** What the rest of a mistyped word may be: with a letter changed, one too many or one too few among the first. */
export function restsOf(word: string): string[] {
  const bare = bareForm(word)
  return [FIRST_LETTERS, FIRST_LETTERS - 1, FIRST_LETTERS + 1].map((from) => bare.slice(from)).filter((rest) => rest.length > 1)
}

/** The words of a text, in lower case, parted at every mark. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Gathers the words of one shard while its index is built. */
export class Vocabulary {
  readonly #counts = new Map<string, number>()

  /** Takes in the words of one punkt. */
  add(words: Iterable<string>): void {
    for (const word of new Set(words)) this.addTimes(word, 1)
  }

  /** Takes in a word that stands in so many more punkter. */
  addTimes(word: string, punkter: number): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + punkter)
  }

  /** A word a line, with its count where it is more than one, and its key where that is another than itself. */
  write(): string {
    const lines: string[] = []
    for (const [word, count] of this.#counts) {
      const key = orderKey(word)
      lines.push(`${word} ${count > 1 ? count : ''}${key === word ? '' : ` ${key}`}\n`)
    }
    return lines.sort().join('')
  }
}

/** A list in blocks, with the key at which each begins. */
export interface BlockList {
  readonly starts: readonly string[]
  readonly blocks: readonly string[]
}

/** The words of several shards as the search page reads them: in order, and once more by the rest after their first letters. */
export interface WordBlocks {
  readonly words: BlockList
  readonly rests: BlockList
}

interface Gathered {
  readonly key: string
  count: number
  /** The shards it stands in, a bit each: in numbers of 30 bits, lowest first. */
  readonly shards: number[]
}

/** How many bits of a number can be set one by one. */
const BITS = 30

/** Puts the words of shards together; the place of a shard among them is its bit. */
export function mergeVocabularies(texts: readonly string[]): WordBlocks {
  const gathered = new Map<string, Gathered>()
  texts.forEach((text, place) => {
    const at = Math.floor(place / BITS)
    const bit = 1 << (place % BITS)
    for (let from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
      const afterWord = text.indexOf(' ', from)
      const word = text.slice(from, afterWord)
      const afterCount = text.indexOf(' ', afterWord + 1)
      const isOwnKey = afterCount < 0 || afterCount > to
      const count = afterWord + 1 === (isOwnKey ? to : afterCount) ? 1 : Number(text.slice(afterWord + 1, isOwnKey ? to : afterCount))
      const key = isOwnKey ? word : text.slice(afterCount + 1, to)
      const known = gathered.get(word) ?? { key, count: 0, shards: [] }
      if (known.count === 0) gathered.set(word, known)
      known.count += count
      known.shards[at] = (known.shards[at] ?? 0) | bit
    }
  })
  // Sorted as one string each, key before line: that is far quicker than by a function.
  const words: string[] = []
  const rests: string[] = []
  for (const [word, { key, count, shards }] of gathered) {
    const mask = texts.length > 1 ? ` ${writeBits(shards)}` : ''
    const line = `${word}${mask || count > 1 ? ` ${count > 1 ? count : ''}` : ''}${mask}`
    words.push(`${key}\t${line}`)
    const rest = restOfKey(key)
    if (rest !== undefined && (count > 1 || gathered.size < MANY)) rests.push(`${rest}\t${line}`)
  }
  return { words: inBlocks(words.sort()), rests: inBlocks(rests.sort()) }
}

function writeBits(numbers: readonly number[]): string {
  if (numbers.length === 1) return (numbers[0] ?? 0).toString(36)
  return Array.from(numbers, (number) => BigInt(number ?? 0))
    .reduceRight((sum, number) => (sum << BigInt(BITS)) | number, 0n)
    .toString(36)
}

function inBlocks(lines: readonly string[]): BlockList {
  const starts: string[] = []
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += BLOCK) {
    const block = lines.slice(at, at + BLOCK)
    starts.push(block[0]?.split('\t', 1)[0] ?? '')
    blocks.push(block.map((line) => `${line.slice(line.indexOf('\t') + 1)}\n`).join(''))
  }
  return { starts, blocks }
}

/** Reads a block back. A block of one shard's words has no bits; `first` is the place of the first bit among all shards. */
export function readBlock(text: string, first: number): Entry[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [word = '', count = '', mask = '1'] = line.split(' ')
      return { word, count: Number(count || '1'), shards: bitsOf(mask) << BigInt(first) }
    })
}

const bits = new Map<string, bigint>()

/** Base 36, which is shortest to store; the same few numbers stand with very many words. */
function bitsOf(mask: string): bigint {
  const known = bits.get(mask)
  if (known !== undefined) return known
  const read = [...mask].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
  bits.set(mask, read)
  return read
}

/** The blocks (first, and after the last) in which the keys that begin with a prefix stand. */
export function blocksOf(starts: readonly string[], prefix: string): readonly [from: number, to: number] {
  // A block may end with keys that the next begins with.
  const from = Math.max(0, lowerBound(starts, prefix) - 1)
  return [from, Math.max(from + 1, lowerBound(starts, `${prefix}\uffff`))]
}

/** The first of some sorted keys that is not below a key. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
