import { fnv1a } from '../source/fnv.ts'

/** Words in the letters of Latin-1, each with a number, packed so that a large dictionary is ready as soon as it is read. */
export class WordTable {
  readonly #letters: Buffer
  /** Where each word begins, in order; then the end. */
  readonly #starts: Uint32Array
  readonly #numbers: Uint32Array
  /** Places of the words by the hash of their letters, plus one; 0 where there is none. */
  readonly #slots: Uint32Array

  constructor(letters: Uint8Array, starts: Uint32Array, numbers: Uint32Array, slots: Uint32Array) {
    this.#letters = Buffer.from(letters.buffer, letters.byteOffset, letters.byteLength)
    this.#starts = starts
    this.#numbers = numbers
    this.#slots = slots
  }

  static of(words: ReadonlyMap<string, number>): WordTable {
    const sorted = [...words.keys()].sort()
    const letters = new Uint8Array(sorted.reduce((sum, word) => sum + word.length, 0))
    const starts = new Uint32Array(sorted.length + 1)
    const numbers = new Uint32Array(sorted.length)
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(sorted.length * 2 + 1)))
    let end = 0
    sorted.forEach((word, place) => {
      starts[place] = end
      numbers[place] = words.get(word) ?? 0
      for (let at = 0; at < word.length; at += 1) letters[end++] = word.charCodeAt(at)
      let slot = fnv1a(word) & (slots.length - 1)
      while (slots[slot]) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = place + 1
    })
    starts[sorted.length] = end
    return new WordTable(letters, starts, numbers, slots)
  }

  /** What `write` gave. */
  static read(bytes: Uint8Array): WordTable {
    const [lettersLength = 0, words = 0, slots = 0] = numbersIn(bytes, 0, 3)
    const lengths = [words + 1, words, slots]
    let at = 12
    const [starts, numbers, places] = lengths.map((length) => {
      at += length * 4
      return numbersIn(bytes, at - length * 4, length)
    })
    const none = new Uint32Array()
    return new WordTable(bytes.subarray(at, at + lettersLength), starts ?? none, numbers ?? none, places ?? none)
  }

  /** The table as bytes, in the order of this machine. */
  write(): Uint8Array {
    const sizes = new Uint32Array([this.#letters.length, this.#numbers.length, this.#slots.length])
    const parts = [sizes, this.#starts, this.#numbers, this.#slots].map((part) =>
      Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    )
    return Buffer.concat([...parts, this.#letters])
  }

  /** The number of a word; undefined where it is none of them. */
  get(word: string): number | undefined {
    const last = this.#slots.length - 1
    for (let slot = fnv1a(word) & last; ; slot = (slot + 1) & last) {
      const place = this.#slots[slot] ?? 0
      if (place === 0) return undefined
      if (this.#is(place - 1, word)) return this.#numbers[place - 1]
    }
  }

  /** The words that begin with some letters, in order. */
  *beginningWith(head: string): Generator<string> {
    let low = 0
    let high = this.#numbers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#wordAt(middle) < head) low = middle + 1
      else high = middle
    }
    for (let place = low; place < this.#numbers.length; place += 1) {
      const word = this.#wordAt(place)
      if (!word.startsWith(head)) return
      yield word
    }
  }

  *[Symbol.iterator](): Generator<readonly [word: string, number: number]> {
    for (let place = 0; place < this.#numbers.length; place += 1) yield [this.#wordAt(place), this.#numbers[place] ?? 0]
  }

  #is(place: number, word: string): boolean {
    const start = this.#starts[place] ?? 0
    if ((this.#starts[place + 1] ?? 0) - start !== word.length) return false
    for (let at = 0; at < word.length; at += 1) if (this.#letters[start + at] !== word.charCodeAt(at)) return false
    return true
  }

  #wordAt(place: number): string {
    return this.#letters.toString('latin1', this.#starts[place], this.#starts[place + 1])
  }
}

/** Copied, since a number may stand at places of four bytes only. */
function numbersIn(bytes: Uint8Array, from: number, count: number): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes.subarray(from, from + count * 4)).buffer)
}
