import { escapeCell, escapeInline, escapeLineStart } from '../escape.ts'
import type { LeftOut, Line, Note, ReadDocument } from '../line.ts'
import { clean, wordsOf } from '../words.ts'

/** A document as its reader gives it: the lines for the grammar, and the text that its words are counted in. */
export interface ReadSource {
  /** One row for each line number, those of left-out lines included. */
  readonly text: string
  readonly document: ReadDocument
  /** Page of each row, from the first; absent where the format has no pages. */
  readonly pages?: readonly number[]
}

/** What a reader says of a line; the rest is worked out. `text` is plain. */
export interface NewLine extends Partial<Omit<Line, 'number' | 'text' | 'cells'>> {
  readonly text: string
  /** Plain cells of a table row. */
  readonly row?: readonly string[]
  readonly page?: number
}

/** Gathers the lines of a document that has none of its own, and numbers them as it writes them down. */
export class LineWriter {
  readonly lines: Line[] = []
  readonly leftOut: LeftOut[] = []
  readonly notes: Note[] = []
  readonly #rows: string[] = []
  readonly #pages: number[] = []
  readonly #elsewhere: string[] = []

  /** Takes a line in; one without words is passed over. */
  add({ row, page = 0, ...given }: NewLine): void {
    const text = plain(given.text)
    const cells = row?.map((cell) => escapeCell(escapeInline(plain(cell))))
    const own = given.markdown === undefined ? undefined : clean(given.markdown)
    const escaped = own ?? (cells ? cells.filter((cell) => cell !== '').join(' ') : escapeInline(text))
    const markdown = own !== undefined || given.marker !== undefined || cells ? escaped : escapeLineStart(escaped)
    if (wordsOf(text).length === 0) {
      if (wordsOf(markdown).length > 0) this.leave(markdown, 'linkadresse', page)
      return
    }
    const number = this.#row(`${given.marker && given.marker !== '-' ? `${given.marker} ` : ''}${markdown}`, page)
    const line = { level: 0, bold: false, indent: 0, gap: false, hardBreak: false, ...given, number, text }
    this.lines.push({ ...line, markdown: line.bold && !cells ? `**${markdown}**` : markdown, ...(cells && { cells }) })
  }

  /** Takes note of words that are no part of the minutes. */
  leave(words: string, reason: string, page = 0): void {
    const text = plain(words)
    if (wordsOf(text).length === 0) return
    this.leftOut.push({ line: this.#row(text, page), text, reason })
  }

  /** Words beside the text that may name the body and the date: a running head, the title of a page. */
  mention(text: string): void {
    if (plain(text) !== '' && !this.#elsewhere.includes(plain(text))) this.#elsewhere.push(plain(text))
  }

  finish(): ReadSource {
    const { lines, leftOut, notes } = this
    return {
      text: this.#rows.join('\n'),
      document: { lines, leftOut, notes, marksHeadings: lines.some(({ level }) => level > 0), elsewhere: this.#elsewhere },
      ...(this.#pages.some((page) => page > 0) && { pages: this.#pages }),
    }
  }

  #row(text: string, page: number): number {
    this.#rows.push(text.replace(/\n/g, ' '))
    this.#pages.push(page)
    return this.#rows.length
  }
}

function plain(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim()
}
