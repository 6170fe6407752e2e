import type { PdfLine, PdfPage } from '../../documents/pdf.ts'
import { fieldOf } from '../fields.ts'
import { isLabel } from '../labels.ts'
import { caseNumberOf } from '../sagsnummer-line.ts'
import { headingLevels } from './heading-sizes.ts'
import { hyphenJoiner } from './hyphen.ts'
import { LineWriter, type ReadSource } from './line-writer.ts'
import { columnsOf, type TableRow, tableRowsOf } from './pdf-table.ts'
import { takeFurniture } from './running-heads.ts'

const BULLET = /^([-–—•·▪●○◦‣*\uf0b7\uf0a7]|o)\s+(?=\S)/u
const NUMBERED = /^(\d{1,3}[.)])\s+(?=\S)/
/** Lines further apart than this, in font sizes, are no lines of one paragraph, unless all are set so. */
const SINGLE_SPACED = 1.45

/** Reads the printed lines of a PDF: page furniture goes, paragraphs are made whole over lines and pages. */
export function readPdfPages(pages: readonly PdfPage[], title?: string): ReadSource {
  const { lines, furniture } = takeFurniture(pages)
  const writer = new LineWriter()
  for (const text of new Set(furniture.map((line) => line.text))) writer.mention(text)
  if (title) writer.mention(title)
  new PdfReader(lines, pages, writer).read()
  for (const line of furniture) writer.leave(line.text, line.turned ? 'tekst på tværs af siden' : 'sidehoved eller sidefod', line.page)
  return writer.finish()
}

interface Paragraph {
  text: string
  readonly first: PdfLine
  last: PdfLine
  readonly marker?: string
  /** Where its second line begins, known once it has one. */
  hanging?: number
}

class PdfReader {
  readonly #lines: readonly PdfLine[]
  readonly #writer: LineWriter
  readonly #levels: ReadonlyMap<number, number>
  readonly #pitch: number
  readonly #left: number
  readonly #right: number
  readonly #join: (text: string, next: string) => string
  #open: Paragraph | undefined
  #before: PdfLine | undefined

  constructor(lines: readonly PdfLine[], pages: readonly PdfPage[], writer: LineWriter) {
    this.#lines = lines
    this.#writer = writer
    this.#levels = headingLevels(lines)
    this.#pitch = usualPitch(lines)
    this.#left = Math.min(...lines.map(({ x }) => x), pages[0]?.width ?? 0)
    this.#right = rightMargin(lines, (pages[0]?.width ?? 0) - this.#left)
    this.#join = hyphenJoiner(lines.map(({ text }) => text).join('\n'))
  }

  read(): void {
    for (let index = 0; index < this.#lines.length; ) {
      const columns = columnsOf(this.#lines, index)
      if (columns) index += this.#table(tableRowsOf(this.#lines, index, columns, this.#pitch))
      else {
        this.#line(this.#lines[index] as PdfLine)
        index += 1
      }
    }
    this.#close(undefined)
  }

  #table(table: { readonly rows: readonly TableRow[]; readonly taken: number }): number {
    const first = table.rows[0]?.line
    this.#close(first)
    table.rows.forEach(({ cells, line }, index) => {
      this.#writer.add({ text: cells.join(' '), row: cells, gap: index === 0 && this.#isGap(line), page: line.page })
      this.#before = line
    })
    return table.taken
  }

  #line(line: PdfLine): void {
    const open = this.#open
    if (open && this.#goesOn(open, line)) {
      open.text = this.#join(open.text, line.text)
      open.hanging ??= inColumn(line)
      open.last = line
      return
    }
    this.#close(line)
    const bullet = BULLET.exec(line.text)?.[0]
    const marker = bullet ? '-' : NUMBERED.exec(line.text)?.[1]
    const taken = bullet?.length ?? (marker ? (NUMBERED.exec(line.text)?.[0].length ?? 0) : 0)
    if (bullet?.startsWith('o')) this.#writer.leave('o', 'punkttegn', line.page)
    this.#open = { text: line.text.slice(taken), first: line, last: line, ...(marker && { marker }) }
  }

  /** Writes the open paragraph; `next` tells whether its end is a break within a block. */
  #close(next: PdfLine | undefined): void {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    const { first, last, marker } = open
    const level = this.#levels.get(first.size) ?? 0
    const gap = this.#isGap(first)
    this.#before = last
    this.#writer.add({
      text: open.text,
      level,
      bold: first.bold && level === 0,
      indent: Math.max(0, Math.round((first.x - (first.column?.left ?? this.#left)) / 6)),
      gap,
      hardBreak: next !== undefined && !this.#isGap(next) && isSameFlow(last, next),
      page: first.page,
      ...(marker && { marker }),
    })
  }

  #isGap(line: PdfLine): boolean {
    const before = this.#before
    if (!before || !isSameFlow(before, line)) return true
    return before.y - line.y > this.#pitch * Math.max(before.size, line.size) * 1.22
  }

  /** True where the margin, not the writer, has broken the paragraph before this line. */
  #goesOn(open: Paragraph, line: PdfLine): boolean {
    const { last, text } = open
    if (line.size !== last.size || line.bold !== last.bold || BULLET.test(line.text)) return false
    if (NUMBERED.test(line.text) && (open.marker !== undefined || /[.:;]$/.test(text))) return false
    const isNextPage = line.page === last.page + 1 || (line.page === last.page && !isSameFlow(last, line))
    if (!isNextPage && (last.page !== line.page || last.y - line.y > this.#pitch * line.size * 1.22)) return false
    if (isNextPage && (/[.!?:]$/.test(text) ? !/^\p{Ll}/u.test(line.text) : (this.#levels.get(line.size) ?? 0) > 0)) return false
    const expected = open.hanging ?? (open.marker ? undefined : inColumn(open.first))
    const isInPlace = expected === undefined ? inColumn(line) > inColumn(open.first) - 2 : Math.abs(inColumn(line) - expected) < 4
    if (!isInPlace) return false
    const lastRight = last.column?.right ?? this.#right
    const letter = (line.right - line.x) / Math.max(1, line.text.length)
    const word = (line.text.split(' ')[0]?.length ?? 0) * letter
    const goesOnSmall = /^\p{Ll}/u.test(line.text) && last.right > lastRight * 0.75
    const isBroken = last.right + letter + word > lastRight - letter * 2 || goesOnSmall || /\p{L}-$/u.test(text)
    return isBroken && !beginsAnew(line)
  }
}

/** True for a line that no margin has broken off the one before: a field, a section's label, a case number. */
function beginsAnew({ text }: PdfLine): boolean {
  const line = { number: 1, text, markdown: text, level: 0, bold: false, indent: 0, gap: true, hardBreak: false }
  return (fieldOf(line)?.label.endsWith(':') ?? false) || (isLabel(line) && text.length <= 60) || caseNumberOf(line)?.rest === ''
}

/** Where the text of a column ends on the right: where many lines end, else the page's margin, taken to be as wide as the left one. */
function rightMargin(lines: readonly PdfLine[], pageRight: number): number {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b)
  const widest = rights[Math.floor(rights.length * 0.97)] ?? 0
  const full = rights.filter((right) => right > widest * 0.96).length
  return full >= Math.max(3, rights.length * 0.08) ? widest : Math.max(widest, pageRight)
}

/** True for two lines of one page between which no other column begins. */
function isSameFlow(line: PdfLine, next: PdfLine): boolean {
  return line.page === next.page && line.column?.left === next.column?.left
}

/** How far from its column's left a line begins; from the page's where it has one column. */
function inColumn({ x, column }: PdfLine): number {
  return x - (column?.left ?? 0)
}

/** The usual distance between two lines, as a multiple of the font size. */
function usualPitch(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (!next || next.page !== line.page || next.size !== line.size || next.y >= line.y) return
    const pitch = Math.round(((line.y - next.y) / line.size) * 20) / 20
    if (pitch > 0.9 && pitch < 2.2) counts.set(pitch, (counts.get(pitch) ?? 0) + 1)
  })
  const most = Math.max(0, ...counts.values())
  // Where most paragraphs are one line, most distances are those between paragraphs.
  const single = [...counts].filter(([pitch, count]) => pitch <= SINGLE_SPACED && count >= Math.max(2, most * 0.1)).map(([pitch]) => pitch)
  if (single.length > 0) return Math.min(...single)
  const usual = [...counts].filter(([, count]) => count >= most * 0.5).map(([pitch]) => pitch)
  return usual.length > 0 ? Math.min(...usual) : 1.2
}
