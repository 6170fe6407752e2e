import { createHash, hash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { DECISION_END, DECISION_START } from './anchors.ts'
import { CborReader, CborWriter } from './cbor.ts'
import { cutWords, shownOf } from './compact-index.ts'
import { CHUNK_FOLDER, FRAGMENT_FOLDER, META_FILE } from './directory.ts'
import type { WrittenWord } from './joined-words.ts'
import type { PackedFile } from './packed-files.ts'

/** A page as Pagefind knows it. */
export interface IndexedPage {
  /** Pagefind's name of it in full. */
  readonly hash: string
  /** Number of its words. */
  readonly length: number
  /** Places of the decision's first word and of the one after its last, for each decision. */
  readonly decisions: readonly number[]
}

/** What is the same in every index of a version. */
export interface IndexFrame {
  readonly version: string
  /** Names of the metadata, in order. */
  readonly fields: readonly string[]
}

/** An index of Pagefind's, taken apart. */
export interface PagefindIndex extends IndexFrame {
  /** By their numbers, with what results show of them. */
  readonly pages: readonly (IndexedPage & { readonly url: string; readonly file: Buffer })[]
  /** Lists of words, unpacked. */
  readonly parts: readonly Buffer[]
}

/** Pagefind's compressed files begin with this. */
const SIGNATURE = Buffer.from('pagefind_dcd')
const LANGUAGE = 'da'

/**
 * Takes an index apart that Pagefind has made. Its metadata are `[version, [[page, words, file of several pages], …],
 * [[first word, last word, list], …], filters, sorts, fields]` in CBOR.
 * @throws RangeError where they are written in another way
 */
export function readPagefindIndex(files: readonly PackedFile[]): PagefindIndex {
  const byName = new Map(files)
  const [, meta = new Uint8Array()] = files.find(([name]) => name.endsWith('.pf_meta')) ?? []
  const reader = new CborReader(unpacked(meta))
  reader.array()
  const version = reader.text()
  const names = items(reader, () => {
    reader.array()
    const name = reader.text()
    reader.unsigned()
    reader.text()
    return name
  })
  items(reader, () => items(reader, () => reader.text()))
  if (reader.array() + reader.array() > 0) throw new RangeError('Pagefind has made filters or sorts, which nobody asked for.')
  const fields = items(reader, () => reader.text())
  const pages = names.map((name) => readPage(byName.get(`${FRAGMENT_FOLDER}/${name}.pf_fragment`) ?? new Uint8Array()))
  return { version, fields, pages, parts: wordFiles(files).map(([, content]) => unpacked(content)) }
}

/** The files of an index that hold lists of words. */
function wordFiles(files: readonly PackedFile[]): PackedFile[] {
  return files.filter(([name]) => name.startsWith(`${CHUNK_FOLDER}/`))
}

/** Path of a page's own file, by its name. */
export function pageFile(name: string): string {
  return `${FRAGMENT_FOLDER}/${LANGUAGE}_${name}.pf_fragment`
}

/** Names of pages in their index, in order. Pagefind takes beginnings of their hashes, of which a search would fetch thousands. */
export function namesOf(pages: readonly unknown[]): string[] {
  return pages.map((_, place) => place.toString(36))
}

/** Packs lists of words; those that an index had before are taken over as they are, for packing takes longer than telling. */
export class WordPacking {
  readonly #before = new Map<string, Uint8Array>()

  /** Takes in the files of an index, and gives its lists of words, unpacked. */
  unpack(files: readonly PackedFile[]): Buffer[] {
    return wordFiles(files).map(([, file]) => {
      const content = unpacked(file)
      this.#before.set(digestOf(content), file)
      return content
    })
  }

  pack(content: Uint8Array): Uint8Array {
    return this.#before.get(digestOf(content)) ?? packed(content)
  }
}

function digestOf(content: Uint8Array): string {
  return hash('sha1', content)
}

/** The files of an index of pages, in order, but the pages' own. */
export function writeIndex(
  { version, fields }: IndexFrame,
  pages: readonly IndexedPage[],
  words: Iterable<WrittenWord>,
  packing = new WordPacking(),
): PackedFile[] {
  const writer = new CborWriter().array(6).text(version).array(pages.length)
  namesOf(pages).forEach((name, place) => {
    writer
      .array(3)
      .text(`${LANGUAGE}_${name}`)
      .unsigned(pages[place]?.length ?? 0)
      .text('')
  })
  const parts = cutWords(words)
  writer.array(parts.length)
  parts.forEach(({ first, last }, place) => {
    writer.array(3).text(first).text(last).text(partName(place))
  })
  writer.array(0).array(0).array(fields.length)
  for (const field of fields) writer.text(field)
  return [
    [META_FILE, packed(writer.take())],
    ...parts.map(({ words }, place): PackedFile => {
      const head = new CborWriter().array(1).array(words.length).take()
      return [`${CHUNK_FOLDER}/${partName(place)}.pf_index`, packing.pack(Buffer.concat([head, ...words]))]
    }),
  ]
}

function partName(place: number): string {
  return place.toString(36)
}

interface Fragment {
  readonly url: string
  readonly word_count: number
  readonly anchors: readonly { readonly id: string; readonly location: number }[]
}

function readPage(file: Uint8Array): PagefindIndex['pages'][number] {
  const content = unpacked(file)
  const fragment = JSON.parse(content.toString())
  const { url, word_count: length, anchors } = fragment as Fragment
  const decisions = anchors.filter(({ id }) => id === DECISION_START || id === DECISION_END).map(({ location }) => location)
  return { url, length, decisions, hash: hashOf(content), file: packed(shownOf(fragment)) }
}

function items<T>(reader: CborReader, read: () => T): T[] {
  return Array.from({ length: reader.array() }, read)
}

/** Pagefind's own way of writing a SHA-1: a byte below 16 has one digit. */
function hashOf(bytes: Uint8Array): string {
  return Array.from(createHash('sha1').update(bytes).digest(), (byte) => byte.toString(16)).join('')
}

function unpacked(content: Uint8Array): Buffer {
  return gunzipSync(content).subarray(SIGNATURE.length)
}

function packed(content: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, content]))
}
