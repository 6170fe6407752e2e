import matter from 'gray-matter'
import type { Finding, Place } from '../findings/finding.ts'
import { startOf } from '../findings/finding.ts'
import type { SourceFile } from './content-tree.ts'
import type { Head, HeadFault, HeadPlaces, Stretch } from './head.ts'
import { simpleHead } from './simple-head.ts'
import { yamlHead } from './yaml-head.ts'

/** The path to a value in the frontmatter: keys and list indexes. */
export type KeyPath = readonly PropertyKey[]

/** Fields between the end of the head and another `---`: a second document pasted into the file. */
const SECOND_HEAD = /^\s*(---[ \t]*\n)?(?:[a-zæøå][a-zæøå -]*:[ \t]*\S.*\n)+---[ \t]*(\n|$)/i

const HEAD_BEGINS = /^---[ \t]*(\n|$)/
const HEAD_ENDS = /\n---[ \t]*(\n|$)/

/** A file taken apart: frontmatter as data with positions, and the text below it. */
export interface Frontmatter {
  readonly file: string
  /** The frontmatter as plain data, every scalar a string; `{}` where it is missing or broken. */
  readonly data: Readonly<Record<string, unknown>>
  /** The text below the frontmatter. */
  readonly body: string
  /** The 1-based line in the file on which `body` begins. */
  readonly bodyLine: number
  readonly findings: readonly Finding[]
  /** Where a value stands; the nearest parent's place where the key is absent. */
  placeOf(path: KeyPath): Place
  /** Where a key (not its value) stands. */
  placeOfKey(path: KeyPath): Place
}

/** Splits a file into frontmatter and body. Never throws: broken YAML becomes findings with true positions. */
export function readFrontmatter(source: SourceFile): Frontmatter {
  const { text } = source
  if (!HEAD_BEGINS.test(text)) return new HeadAndBody(source, NO_HEAD, 0)
  if (!HEAD_ENDS.test(text)) return new HeadAndBody(source, UNFINISHED, text.length)
  const parts = partedPlainly(text)
  const simple = parts && simpleHead(parts.head)
  if (simple) return new HeadAndBody(source, withSecondHead(simple, text, parts.bodyStart), parts.bodyStart)
  let head: Head = EMPTY
  const bodyStart = partedByMatter(text, (yaml) => {
    head = yamlHead(yaml)
    return head.data
  })
  return new HeadAndBody(source, withSecondHead(head, text, bodyStart), bodyStart)
}

/** The text below a file's frontmatter, and the 1-based line on which it begins; as `readFrontmatter` has it, without taking the head apart. */
export function bodyOf({ text }: Pick<SourceFile, 'text'>): Pick<Frontmatter, 'body' | 'bodyLine'> {
  const bodyStart = bodyStartOf(text)
  return { body: text.slice(bodyStart), bodyLine: lineOfOffset(text, bodyStart) }
}

function bodyStartOf(text: string): number {
  if (!HEAD_BEGINS.test(text)) return 0
  if (!HEAD_ENDS.test(text)) return text.length
  return partedPlainly(text)?.bodyStart ?? partedByMatter(text, () => ({}))
}

/** Head and body as gray-matter parts them, where each line of `---` is bare: without the copies that it makes of the whole text. */
function partedPlainly(text: string): { readonly head: string; readonly bodyStart: number } | undefined {
  const closing = text.indexOf('\n---', OPENING)
  if (!text.startsWith('---\n') || closing === -1) return undefined
  const after = closing + '\n---'.length
  return after === text.length || text[after] === '\n'
    ? { head: text.slice(OPENING, closing), bodyStart: Math.min(after + 1, text.length) }
    : undefined
}

/** Offset at which the body begins; `parse` is handed the head, where there is anything in it. */
function partedByMatter(text: string, parse: (head: string) => object): number {
  // Options keep gray-matter from remembering every text.
  const engine = { parse, stringify: () => '' }
  return text.length - matter(text, { language: 'yaml', engines: { yaml: engine } }).content.length
}

const EMPTY: Head = { data: {}, faults: [], places: () => ({ valueAt: () => undefined, keyAt: () => undefined }) }

const NO_HEAD: Head = {
  ...EMPTY,
  faults: [
    {
      rule: 'hoved-mangler',
      message: 'Filen mangler et hoved.',
      hint: 'Begynd filen med en linje med ---, skriv felterne, og slut med en linje med ---.',
    },
  ],
}

const UNFINISHED: Head = {
  ...EMPTY,
  faults: [{ rule: 'hoved-uafsluttet', message: 'Hovedet er ikke afsluttet.', hint: 'Sæt en linje med --- efter det sidste felt.' }],
}

function withSecondHead(head: Head, text: string, bodyStart: number): Head {
  if (!SECOND_HEAD.test(text.slice(bodyStart))) return head
  const fault: HeadFault = {
    rule: 'yaml-flere-dokumenter',
    line: lineOfOffset(text, bodyStart),
    message: 'Der er to hoveder i filen.',
    hint: 'Læg hvert punkt i sin egen fil med ét hoved mellem to linjer med ---.',
  }
  return { ...head, faults: [...head.faults, fault] }
}

class HeadAndBody implements Frontmatter {
  readonly file: string
  readonly data: Frontmatter['data']
  readonly body: string
  readonly bodyLine: number
  readonly findings: readonly Finding[]
  readonly #place: Placer
  readonly #head: Head
  #places: HeadPlaces | undefined

  constructor(source: SourceFile, head: Head, bodyStart: number) {
    const { path, text } = source
    this.file = path
    this.data = head.data
    this.body = text.slice(bodyStart)
    this.bodyLine = lineOfOffset(text, bodyStart)
    this.#place = placer(source)
    this.#head = head
    this.findings = head.faults.map(({ rule, at, line = 1, message, hint }) => {
      const place = at ? this.#place(at) : { ...startOf(path), line }
      return { ...place, severity: 'error', rule, message, hint }
    })
  }

  placeOf(path: KeyPath): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const found = this.#parts().valueAt(path.slice(0, length))
      if (found) return this.#place(found)
    }
    return startOf(this.file)
  }

  placeOfKey(path: KeyPath): Place {
    const found = this.#parts().keyAt(path)
    return found ? this.#place(found) : this.placeOf(path.slice(0, -1))
  }

  #parts(): HeadPlaces {
    this.#places ??= this.#head.places()
    return this.#places
  }
}

/** The opening `---`, before which the YAML parser does not see. */
const OPENING = 3

type Placer = (stretch: Stretch) => Place

/** Places in the file from offsets in its YAML. Counted here, since the parser's own counter misses lines it could not read. */
function placer({ text, path }: SourceFile): Placer {
  let starts: number[] | undefined
  return ([start, end]) => {
    starts ??= lineStarts(text)
    const from = Math.min(OPENING + start, text.length)
    let line = 1
    for (let low = 0, high = starts.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= from) {
        line = middle + 1
        low = middle + 1
      } else high = middle
    }
    const lineStart = starts[line - 1] ?? 0
    const lineEnd = (starts[line] ?? text.length + 1) - 1
    const column = from - lineStart + 1
    return { file: path, line, column, endColumn: Math.max(column, Math.min(OPENING + end, lineEnd) - lineStart + 1) }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineOfOffset(text: string, offset: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line += 1
  return line
}
