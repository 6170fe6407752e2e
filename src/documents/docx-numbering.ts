import JSZip from 'jszip'
import { type HtmlElement, readXml } from './html.ts'

/** What stands around the number that Word prints before a paragraph; private characters, so that no text has them. */
const OPEN = '\ue000'
const CLOSE = '\ue001'
const MARK = new RegExp(`^\\s*${OPEN}([^${CLOSE}]*)${CLOSE}\\s*`, 'u')
const MARKS = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'gu')

/** The number that Word prints before the words of a paragraph ("45.", "a)"), and the words; no number for a text without one. */
export function printedNumber(text: string): { readonly number?: string; readonly rest: string } {
  const mark = MARK.exec(text)
  return mark ? { number: (mark[1] ?? '').trim(), rest: text.slice(mark[0].length) } : { rest: text }
}

/** A number marked as `printedNumber` finds it. */
export function markedNumber(number: string): string {
  return `${OPEN}${number}${CLOSE}`
}

/** A text with its printed numbers as plain words. */
export function withPrintedNumbers(text: string): string {
  return text.replace(MARKS, '$1 ')
}

/**
 * A Word file whose automatic numbers (of headings, of lists by letters, of lists that go on) stand in its text, marked
 * for `printedNumber`: Word keeps them apart from the words, as rules in `numbering.xml` (ECMA-376 part 1, § 17.9).
 * Gives the bytes as they are where the file numbers nothing or cannot be read.
 */
export async function withAutomaticNumbers(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const [document, numbering, styles] = await Promise.all(
    ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'].map((name) => zip.file(name)?.async('string')),
  )
  if (document === undefined || numbering === undefined) return bytes
  const counter = new Counter(readLists(numbering), readStyles(styles ?? ''))
  const numbered = document.replace(PARAGRAPH_START, (start, properties: string | undefined) => {
    const number = counter.numberOf(properties ?? '')
    return number === undefined ? start : `${start}<w:r><w:t xml:space="preserve">${escapeXml(markedNumber(number))}</w:t></w:r>`
  })
  zip.file('word/document.xml', numbered)
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' })
}

const PARAGRAPH_START =
  /<w:p(?:\s[^<>]*)?(?<!\/)>(?:\s*(<w:pPr(?:\s[^<>]*)?>(?:(?!<\/?w:pPr[\s>]|<w:pPrChange[\s>])[\s\S])*(?:<w:pPrChange[\s>][\s\S]*?<\/w:pPrChange>\s*)?<\/w:pPr>|<w:pPr\/>))?/g

interface Level {
  readonly start: number
  readonly format: string
  /** What is printed, with `%1` for the number of the outermost level. */
  readonly text: string
  readonly style?: string | undefined
}

interface Lists {
  /** Levels by abstract list. */
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
  /** Abstract list and starts of its own, by list. */
  readonly lists: ReadonlyMap<string, { readonly abstract: string; readonly starts: ReadonlyMap<number, number> }>
}

interface Style {
  readonly list?: string | undefined
  readonly level?: number | undefined
  readonly basedOn?: string | undefined
}

/** Counts the paragraphs of every list in the order of the text, as Word does. */
class Counter {
  readonly #lists: Lists
  readonly #styles: ReadonlyMap<string, Style>
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(lists: Lists, styles: ReadonlyMap<string, Style>) {
    this.#lists = lists
    this.#styles = styles
  }

  /** The number of the paragraph with these properties (XML); undefined for one without, and for bullets. */
  numberOf(properties: string): string | undefined {
    const own = /<w:numPr>([\s\S]*?)<\/w:numPr>/.exec(properties.replace(/<w:pPrChange[\s>][\s\S]*/, ''))?.[1] ?? ''
    const style = this.#style(/<w:pStyle w:val="([^"]*)"/.exec(properties)?.[1])
    const id = /<w:numId w:val="([^"]*)"/.exec(own)?.[1] ?? style.list
    const list = id === undefined ? undefined : this.#lists.lists.get(id)
    if (id === undefined || !list) return undefined
    const at = Number(/<w:ilvl w:val="(\d)"/.exec(own)?.[1] ?? style.level ?? this.#levelOfStyle(list.abstract, style.id) ?? 0)
    const levels = this.#lists.levels.get(list.abstract)
    const level = levels?.get(at)
    if (!levels || !level) return undefined
    const counts = this.#counts.get(list.abstract) ?? []
    this.#counts.set(list.abstract, counts)
    if (!this.#begun.has(id)) {
      this.#begun.add(id)
      for (const [depth, start] of list.starts) counts[depth] = start - 1
    }
    counts[at] = (counts[at] ?? level.start - 1) + 1
    counts.length = at + 1
    if (level.format === 'bullet' || level.format === 'none') return undefined
    const printed = level.text.replace(/%(\d)/g, (_match, depth: string) => {
      const inner = levels.get(Number(depth) - 1)
      return inner ? countAs(counts[Number(depth) - 1] ?? inner.start, inner.format) : ''
    })
    return printed.trim() === '' ? undefined : printed.trim()
  }

  #style(name: string | undefined): Style & { readonly id: string | undefined } {
    let id = name
    for (let depth = 0; id !== undefined && depth < 10; depth += 1) {
      const style: Style | undefined = this.#styles.get(id)
      if (style?.list !== undefined) return { ...style, id }
      id = style?.basedOn
    }
    return { id: name }
  }

  #levelOfStyle(abstract: string, style: string | undefined): number | undefined {
    return [...(this.#lists.levels.get(abstract) ?? [])].find(([, level]) => style !== undefined && level.style === style)?.[0]
  }
}

function readLists(xml: string): Lists {
  const root = readXml(xml)
  const levels = new Map(
    all(root, 'abstractNum').map((list) => [
      value(list, 'abstractNumId'),
      new Map(
        all(list, 'lvl').map((level): [number, Level] => [
          Number(value(level, 'ilvl')),
          {
            start: Number(value(first(level, 'start'), 'val') || 1),
            format: value(first(level, 'numFmt'), 'val') || 'decimal',
            text: value(first(level, 'lvlText'), 'val'),
            style: value(first(level, 'pStyle'), 'val') || undefined,
          },
        ]),
      ),
    ]),
  )
  const lists = new Map(
    all(root, 'num').map((list) => [
      value(list, 'numId'),
      {
        abstract: value(first(list, 'abstractNumId'), 'val'),
        starts: new Map(
          all(list, 'lvlOverride').flatMap((override): [number, number][] => {
            const start = value(first(override, 'startOverride'), 'val')
            return start === '' ? [] : [[Number(value(override, 'ilvl')), Number(start)]]
          }),
        ),
      },
    ]),
  )
  return { levels, lists }
}

function readStyles(xml: string): Map<string, Style> {
  return new Map(
    all(readXml(xml), 'style').map((style) => {
      const level = value(first(style, 'ilvl'), 'val')
      return [
        value(style, 'styleId'),
        {
          list: value(first(style, 'numId'), 'val') || undefined,
          level: level === '' ? undefined : Number(level),
          basedOn: value(first(style, 'basedOn'), 'val') || undefined,
        },
      ]
    }),
  )
}

function all(element: HtmlElement, name: string): HtmlElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : child.name === name ? [child] : all(child, name)))
}

function first(element: HtmlElement, name: string): HtmlElement | undefined {
  return all(element, name)[0]
}

function value(element: HtmlElement | undefined, name: string): string {
  return element?.attributes[`w:${name}`] ?? ''
}

/** A count as a format of ECMA-376 writes it; formats that Danish minutes do not use, as figures. */
export function countAs(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count)
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerRoman':
      return roman(count).toLowerCase()
    case 'upperRoman':
      return roman(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** a … z, then aa, bb …, as Word goes on. */
function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(20, Math.floor((count - 1) / 26) + 1))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(count: number): string {
  let left = Math.min(count, 5000)
  let written = ''
  for (const [size, sign] of ROMAN)
    while (left >= size) {
      written += sign
      left -= size
    }
  return written
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
