import { CborReader, CborWriter } from './cbor.ts'

/** Where a word stands in a page: Pagefind's own bytes, which tell places and weights. */
interface Posting {
  readonly page: number
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

interface Word {
  readonly postings: Posting[]
  /** The word's spellings where letters have marks (`mode`: `møde`), each with its own places. */
  readonly variants: Map<string, Posting[]>
}

/** A word with all that Pagefind writes of it. */
export interface WrittenWord {
  readonly text: string
  readonly bytes: Buffer
}

/**
 * Puts the words of several of Pagefind's indexes together to those of one. So an index of thousands of pages is made from
 * some hundred at a time, and a changed page is put into what the others came to before. Of each word it comes to the
 * bytes that Pagefind writes of all pages at once.
 */
export class JoinedWords {
  readonly #words = new Map<string, Word>()

  /**
   * Takes in a part of an index (`[[[word, [[pages on, places, places in metadata], …], [[spelling, [[…], …]], …]], …]]`).
   * `places` tells for each of its pages which page of the joined index it is; -1 where it is none.
   * @throws RangeError where it is written otherwise
   */
  add(part: Uint8Array, places: readonly number[]): void {
    const reader = new CborReader(part)
    expectItems(reader, 1)
    for (let words = reader.array(); words > 0; words -= 1) {
      expectItems(reader, 3)
      const key = reader.text()
      const word = this.#words.get(key) ?? { postings: [], variants: new Map() }
      readPostings(reader, places, word.postings)
      for (let variants = reader.array(); variants > 0; variants -= 1) {
        expectItems(reader, 2)
        const form = reader.text()
        const postings = word.variants.get(form) ?? []
        readPostings(reader, places, postings)
        if (postings.length > 0) word.variants.set(form, postings)
      }
      if (word.postings.length > 0 || word.variants.size > 0) this.#words.set(key, word)
    }
  }

  /** All words in order of their UTF-8, as Pagefind has them. */
  *written(): Generator<WrittenWord> {
    const writer = new CborWriter()
    for (const word of inOrder([...this.#words.keys()])) {
      const { postings, variants } = this.#words.get(word) ?? { postings: [], variants: new Map() }
      writer.array(3).text(word)
      writePostings(writer, postings)
      writer.array(variants.size)
      for (const [form, places] of inOrderOfPages(variants)) writePostings(writer.array(2).text(form), places)
      yield { text: word, bytes: writer.take() }
    }
  }
}

function expectItems(reader: CborReader, count: number): void {
  if (reader.array() !== count) throw new RangeError('Pagefind writes its index in another way than is read here.')
}

function readPostings(reader: CborReader, places: readonly number[], into: Posting[]): void {
  const { bytes } = reader
  let page = 0
  for (let pages = reader.array(); pages > 0; pages -= 1) {
    expectItems(reader, 3)
    page += reader.unsigned()
    const from = reader.at
    reader.passNumbers()
    reader.passNumbers()
    const place = places[page] ?? -1
    if (place >= 0) into.push({ page: place, bytes, from, to: reader.at })
  }
}

function writePostings(writer: CborWriter, postings: Posting[]): void {
  postings.sort((a, b) => a.page - b.page)
  writer.array(postings.length)
  let last = 0
  for (const { page, bytes, from, to } of postings) {
    writer
      .array(3)
      .unsigned(page - last)
      .items(bytes, from, to)
    last = page
  }
}

/** Pagefind meets spellings page by page; in a page first those of the text, each of the two in order. */
function inOrderOfPages(variants: ReadonlyMap<string, Posting[]>): [form: string, postings: Posting[]][] {
  if (variants.size < 2) return [...variants]
  const met = [...variants].map(([form, postings]) => {
    const first = postings.reduce((least, posting) => (posting.page < least.page ? posting : least))
    const isInText = first.bytes[first.from] !== EMPTY_ARRAY
    return { form, postings, page: first.page, isInText }
  })
  met.sort((a, b) => a.page - b.page || Number(b.isInText) - Number(a.isInText) || Buffer.compare(Buffer.from(a.form), Buffer.from(b.form)))
  return met.map(({ form, postings }) => [form, postings])
}

const EMPTY_ARRAY = 0x80

/** Sorted by UTF-8, which for most words is as JavaScript sorts them, and far quicker so. */
function inOrder(words: string[]): string[] {
  if (!words.some((word) => /[\ud800-\udfff]/.test(word))) return words.sort()
  return words.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}
