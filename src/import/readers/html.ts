import { printedNumber } from '../../documents/docx-numbering.ts'
import { type HtmlElement, type HtmlNode, readHtml, titleOfPage, wordsIn } from '../../documents/html.ts'
import type { Line } from '../line.ts'
import { withWholeWords } from './hyphen.ts'
import { type InlineLine, inlineLines, type Run, runsOf } from './inline.ts'
import { LineWriter, type ReadSource } from './line-writer.ts'
import { find, furnitureReason, isMain } from './page-furniture.ts'
import { isListNumber, numberedLine, withLetter, withoutNumber } from './printed-numbers.ts'
import { type Cell, tableRows } from './table.ts'
import { atTabs, keepTabs, withoutTabs } from './word-tabs.ts'

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Reads a saved page: what stands around the minutes goes, with a reason. */
export function readPage(text: string): ReadSource {
  const page = readHtml(text)
  const reader = new HtmlReader(page)
  const title = titleOfPage(text)
  if (title) reader.writer.mention(title.replace(/\s+[|–—]\s+.*$/, ''))
  reader.read(find(page, isMain))
  const { document, ...source } = reader.writer.finish()
  return { ...source, document: { ...document, isPage: true } }
}

/** Reads what a Word file was turned into: no page stands around it, and footnotes go where they are referred to. */
export function readWordHtml(html: string): ReadSource {
  const reader = new HtmlReader(readHtml(keepTabs(html)), true)
  reader.read(undefined)
  return reader.writer.finish()
}

/** Writes a piece of HTML, such as a field of an export, among other lines. */
export function writeHtml(html: string, writer: LineWriter): void {
  new HtmlReader(readHtml(html), true, writer).read(undefined)
}

/** What unfolds a part of a page is its heading, where it is no longer than this, in characters. */
const LONGEST_SUMMARY = 200

interface Place {
  readonly inMain: boolean
  readonly depth: number
  readonly bold: boolean
  readonly marker?: string
  readonly level: number
  /** True for the next items of a list: no gap stands before them. */
  readonly tight?: boolean
}

class HtmlReader {
  readonly writer: LineWriter
  readonly #root: HtmlElement
  readonly #isWord: boolean
  readonly #pageWords: number
  readonly #footnotes = new Map<string, string>()
  #pending: string[] = []
  /** True where the line before was a row of cells parted by tabulators. */
  #inRows = false
  /** The number of the last numbered heading that Word keeps in a list of its own. */
  #headings = 0

  constructor(root: HtmlElement, isWord = false, writer = new LineWriter()) {
    this.#root = root
    this.#isWord = isWord
    this.writer = writer
    this.#pageWords = wordsIn(root).split(/\s+/).length
  }

  read(main: HtmlElement | undefined): void {
    if (this.#isWord) this.#collectFootnotes(this.#root)
    const place = { inMain: main !== undefined, depth: 0, bold: false, level: 0 }
    const isWhole = main !== undefined && wordsIn(main).split(/\s+/).length * 3 > this.#pageWords
    if (!main || !isWhole) this.#children(this.#root, { ...place, inMain: false })
    else {
      const heading = find(main, ({ name }) => name === 'h1') ? undefined : find(this.#root, ({ name }) => name === 'h1')
      if (heading) this.#children({ ...this.#root, children: [heading] }, place)
      this.#outside(this.#root, main, heading)
      this.#children(main, place)
    }
    this.#flushFootnotes()
  }

  /** Leaves out what stands outside the page's content. */
  #outside(element: HtmlElement, main: HtmlElement, kept: HtmlElement | undefined): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.writer.leave(child, 'uden for sidens indhold')
      else if (child === main || child === kept) continue
      else if (find(child, (inner) => inner === main || inner === kept)) this.#outside(child, main, kept)
      else this.#leave(child, furnitureReason(child, { inMain: false, pageWords: this.#pageWords }) ?? 'uden for sidens indhold')
    }
  }

  #leave(element: HtmlElement, reason: string): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.writer.leave(child, reason)
      else this.#leave(child, reason)
    }
  }

  #children(element: HtmlElement, place: Place): void {
    let runs: Run[] = []
    let tight = place.tight === true
    let { marker } = place
    const flush = (): void => {
      const written = this.#paragraph(runs, { ...place, tight, ...(marker !== undefined && { marker }) })
      if (written) {
        tight = false
        marker = undefined
      }
      runs = []
    }
    for (const child of element.children) {
      if (typeof child === 'string') runs.push({ text: child.replace(/\s+/g, ' '), bold: place.bold })
      else if (holdsBlock(child)) {
        flush()
        const { marker: _marker, tight: _tight, ...inner } = place
        this.#block(child, { ...inner, tight, ...(marker !== undefined && { marker }) })
        if (wordsIn(child).trim() !== '') {
          tight = false
          marker = undefined
        }
      } else {
        const reason = this.#isWord ? undefined : furnitureReason(child, { inMain: place.inMain, pageWords: this.#pageWords })
        if (reason) this.#leave(child, reason)
        else runs.push(...runsOf(child, { bold: place.bold }, (id) => this.#pending.push(id)))
      }
    }
    flush()
  }

  #paragraph(words: readonly Run[], where: Place): boolean {
    const { number, runs } = withoutNumber(words)
    const [own, ...rest] = withWholeWords(inlineLines(runs))
    const lines = own ? [numberedLine(own, number, where), ...rest] : []
    const isLettered = number !== undefined && where.level === 0 && !isListNumber(number)
    const { marker: _marker, ...unmarked } = where
    const isNumbered = number !== undefined && where.level === 0 && !isLettered
    const place: Place = isNumbered ? { ...unmarked, marker: number } : isLettered ? unmarked : where
    lines.forEach(({ apart, ...given }, index) => {
      const isFirst = index === 0
      const { line, row } = atTabs(given)
      const isRow = row !== undefined && place.level === 0 && place.marker === undefined
      const goesOn = isRow && this.#inRows
      this.#inRows = isRow
      this.writer.add({
        ...line,
        ...(isRow && { row }),
        bold: line.bold && place.level === 0,
        level: place.level,
        indent: place.depth * 3,
        gap: !goesOn && (isFirst ? place.tight !== true : apart === true),
        hardBreak: isLettered || (index < lines.length - 1 && lines[index + 1]?.apart !== true),
        ...(isFirst && place.marker !== undefined ? { marker: place.marker } : typedMarker(line, place)),
      })
    })
    if (lines.length > 0) this.#flushFootnotes()
    return lines.length > 0
  }

  #block(element: HtmlElement, place: Place): void {
    const { name } = element
    if (!this.#isWord) {
      const reason = furnitureReason(element, { inMain: place.inMain, pageWords: this.#pageWords })
      if (reason) {
        this.#leave(element, reason)
        return
      }
    }
    const here = isMain(element) || name === 'article' ? { ...place, inMain: true } : place
    if (name === 'summary' && wordsIn(element).length <= LONGEST_SUMMARY) this.#children(element, { ...here, level: 2 })
    else if (/^h[1-6]$/.test(name)) this.#children(element, { ...here, level: Number(name[1]) })
    else if (name === 'ol' || name === 'ul') this.#list(element, here)
    else if (name === 'table') this.#table(element, here)
    else if (name === 'dl') this.#definitions(element, here)
    else if (name === 'p' && /(?:^|\s)MsoHeading|^Overskrift/i.test(element.attributes['class'] ?? ''))
      this.#children(element, { ...here, level: 2 })
    else this.#children(element, /^(?:b|strong)$/.test(name) ? { ...here, bold: true } : here)
  }

  #list(list: HtmlElement, place: Place): void {
    const { marker: _marker, tight: _tight, ...inner } = place
    const items = list.children.filter((child): child is HtmlElement => typeof child !== 'string' && wordsIn(child).trim() !== '')
    const isHeadings = list.name === 'ol' && this.#isWord && place.marker === undefined && items.every(isHeadingItem)
    let number = isHeadings ? this.#headings : Number.parseInt(list.attributes['start'] ?? '1', 10) - 1 || 0
    items.forEach((item, index) => {
      const isNested = item.name === 'ol' || item.name === 'ul'
      number += isNested ? 0 : 1
      const tight = index > 0 || place.marker !== undefined || place.depth > 0
      if (isNested) this.#list(item, { ...inner, depth: place.depth + 1, tight })
      else if (list.name === 'ol')
        this.#item(withLetter(item, list, number), { ...inner, tight, marker: `${item.attributes['value'] ?? number}.` })
      else this.#item(item, { ...inner, tight, marker: '-' })
    })
    if (isHeadings) this.#headings = number
  }

  /** An item's own words, then the lists within it one step further in. */
  #item(item: HtmlElement, place: Place): void {
    const isList = (node: HtmlNode): boolean => typeof node !== 'string' && (node.name === 'ol' || node.name === 'ul')
    this.#children({ ...item, children: item.children.filter((child) => !isList(child)) }, place)
    const { marker: _marker, ...inner } = place
    for (const child of item.children)
      if (typeof child !== 'string' && isList(child)) this.#list(child, { ...inner, depth: place.depth + 1, tight: true })
  }

  #table(table: HtmlElement, place: Place): void {
    const rows = tableRows(table)
    if (!rows) {
      this.#children(table, place)
      return
    }
    rows.forEach((cells, index) => {
      const row = cells.map(({ text }) => text)
      const parts = cells.some(({ element }) => element && holdsParagraphs(element)) ? cells.map((cell) => this.#linesIn(cell)) : undefined
      this.writer.add({ text: row.join(' '), row, gap: index === 0, ...(parts && { parts }) })
    })
    for (const id of footnotesIn(table)) this.#pending.push(id)
    this.#flushFootnotes()
  }

  /** The lines of a cell, as they would be if no table held them. */
  #linesIn({ element }: Cell): readonly Line[] {
    if (!element) return []
    const reader = new HtmlReader({ name: '', attributes: {}, children: element.children }, this.#isWord)
    reader.read(undefined)
    return reader.writer.lines
  }

  /** Terms and what is said of them are rows, as in a table of two columns. */
  #definitions(list: HtmlElement, place: Place): void {
    const parts: HtmlElement[] = []
    const gather = (element: HtmlElement): void => {
      for (const child of element.children) {
        if (typeof child === 'string') continue
        if (child.name === 'dt' || child.name === 'dd') parts.push(child)
        else gather(child)
      }
    }
    gather(list)
    let index = 0
    while (index < parts.length) {
      const term = parts[index] as HtmlElement
      const value = parts[index + 1]
      const isPair = term.name === 'dt' && value?.name === 'dd' && !find(value, ({ name }) => BLOCKS.has(name))
      if (isPair) this.writer.add({ text: `${wordsIn(term)} ${wordsIn(value)}`, row: [wordsIn(term), wordsIn(value)], gap: true })
      else this.#children(term, place)
      index += isPair ? 2 : 1
    }
  }

  #collectFootnotes(element: HtmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const id = child.name === 'li' ? child.attributes['id'] : undefined
      if (id && /^(?:foot|end)note-\d/.test(id)) this.#footnotes.set(id, withoutTabs(wordsIn(child)).replace(/↑/g, '').trim())
      else this.#collectFootnotes(child)
    }
    const kept = element.children.filter(
      (child) => typeof child === 'string' || !this.#footnotes.has(child.name === 'li' ? (child.attributes['id'] ?? '') : ''),
    )
    if (kept.length < element.children.length) (element.children as HtmlNode[]).splice(0, element.children.length, ...kept)
  }

  /** A footnote stands right after the paragraph that refers to it, so that it stays within its punkt. */
  #flushFootnotes(): void {
    const pending = this.#pending
    this.#pending = []
    for (const id of pending) {
      const text = this.#footnotes.get(id)
      if (text === undefined) continue
      this.#footnotes.delete(id)
      this.writer.add({ text: `[${id.replace(/\D/g, '')}] ${text}`, gap: true })
    }
  }
}

const TYPED = /^(?:([•·▪●○◦‣–-])|(\d{1,3}[.)]))\s+(?=\S)/u

/** A list item whose mark somebody typed: its marker, and its words without it. */
function typedMarker(line: InlineLine, place: Place): { marker?: string; text?: string; markdown?: string } {
  const mark = place.level === 0 ? TYPED.exec(line.text) : null
  if (!mark) return {}
  const markdown = line.markdown?.replace(/^\\?(?:[•·▪●○◦‣–-]|\d{1,3}\\?[.)])\s+/u, '')
  return { marker: mark[2] ?? '-', text: line.text.slice(mark[0].length), ...(markdown !== undefined && { markdown }) }
}

function holdsBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.name) || find(element, ({ name }) => BLOCKS.has(name)) !== undefined
}

/** True for a cell of several paragraphs or with a list. */
function holdsParagraphs(cell: HtmlElement): boolean {
  const blocks = cell.children.filter((child) => typeof child !== 'string' && BLOCKS.has(child.name) && wordsIn(child).trim() !== '')
  return blocks.length > 1 || find(cell, ({ name }) => name === 'li' || name === 'br') !== undefined
}

function footnotesIn(element: HtmlElement): string[] {
  const own = /^#((?:foot|end)note-\d+)$/.exec(element.attributes['href'] ?? '')?.[1]
  return [...(own ? [own] : []), ...element.children.flatMap((child) => (typeof child === 'string' ? [] : footnotesIn(child)))]
}

/** True for a list item that is bold or a heading throughout: Word numbers headings so. */
function isHeadingItem(item: HtmlElement): boolean {
  const isHeading = (node: HtmlNode, bold: boolean): boolean =>
    typeof node === 'string'
      ? bold || printedNumber(node).rest.trim() === ''
      : node.children.every((child) => isHeading(child, bold || /^(?:b|strong|h[1-6])$/.test(node.name)))
  return isHeading(item, false)
}
