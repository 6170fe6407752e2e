import type { BodyLine, SectionDraft } from './sections.ts'

/** The body of a punkt: its sections as level-2 headings and the text below them. '' where there is nothing. */
export function sectionsMarkdown(sections: readonly SectionDraft[]): string {
  return sections
    .map((section) =>
      [section.heading === '' ? '' : `## ${headingText(section.heading)}`, linesMarkdown(section.lines)]
        .filter((part) => part !== '')
        .join('\n\n'),
    )
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Lines as Markdown: paragraphs, lists with their nesting, tables. Every line's words come out, in order. */
export function linesMarkdown(lines: readonly BodyLine[]): string {
  const writer = new BodyWriter()
  lines.forEach((line, index) => {
    writer.write(line, lines[index + 1])
  })
  return writer.finish()
}

type Kind = 'none' | 'paragraph' | 'list' | 'table' | 'heading'

interface OpenItem {
  /** Indentation in the source. */
  readonly source: number
  /** Indentation of the marker and of the text in what is written. */
  readonly marker: number
  readonly text: number
  readonly ordered: boolean
  number: number
}

class BodyWriter {
  readonly #out: string[] = []
  #kind: Kind = 'none'
  #items: OpenItem[] = []
  #rows: (readonly string[])[] = []
  /** The last number of a list at the outermost level, so that "2." after a paragraph goes on with it. */
  #lastNumber = 0
  /** True where the line before ends with a break that was meant. */
  #broken = false

  write(line: BodyLine, next: BodyLine | undefined): void {
    const inTable = line.cells !== undefined && (this.#rows.length > 0 ? !line.gap : next?.cells !== undefined && !next.gap)
    if (inTable && line.cells) {
      this.#rows.push(line.cells)
      return
    }
    this.#flushTable()
    if (line.heading !== undefined) {
      this.#begin('heading', true)
      this.#items = []
      const number = line.marker && line.marker !== '-' ? `${line.marker} ` : ''
      this.#out.push(`${'#'.repeat(line.heading)} ${number}${headingText(line.markdown)}`)
    } else if (line.marker && this.#isItem(line)) this.#item(line)
    else this.#paragraph(line)
    this.#broken = line.hardBreak
  }

  finish(): string {
    this.#flushTable()
    return this.#out.join('\n')
  }

  /** "15. juni …" at the start of a line is a date, and a number out of its row is not the list's next. */
  #isItem(line: BodyLine): boolean {
    if (line.marker === '-') return true
    const number = Number.parseInt(line.marker ?? '', 10)
    if (/^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\p{L})/iu.test(line.text)) return false
    const sibling = this.#items.find((item) => item.ordered && item.source === line.indent)
    const before = sibling?.number ?? this.#lastNumber
    return number === 1 || number === before + 1 || (sibling !== undefined && number === sibling.number)
  }

  #item(line: BodyLine): void {
    const sameList = this.#kind === 'list'
    if (!sameList) this.#items = []
    while (this.#items.length > 0 && (this.#items.at(-1)?.source ?? 0) > line.indent) this.#items.pop()
    const ordered = line.marker !== '-'
    const number = ordered ? Number.parseInt(line.marker ?? '', 10) : 0
    const last = this.#items.at(-1)
    const sibling = last && last.source === line.indent ? this.#items.pop() : undefined
    const marker = sibling ? sibling.marker : (this.#items.at(-1)?.text ?? 0)
    const item: OpenItem = { source: line.indent, marker, text: marker + (line.marker ?? '-').length + 1, ordered, number }
    this.#begin('list', !sameList || line.gap || (sibling !== undefined && sibling.ordered !== ordered))
    this.#items.push(item)
    if (ordered && marker === 0) this.#lastNumber = number
    this.#out.push(`${' '.repeat(marker)}${line.marker} ${line.markdown}`)
  }

  #paragraph(line: BodyLine): void {
    const text = line.marker ? `${line.marker.slice(0, -1)}\\${line.marker.slice(-1)} ${line.markdown}` : line.markdown
    const item = this.#items.at(-1)
    const goesOn = !line.gap && !(this.#broken && /^\p{Lu}/u.test(line.text))
    if (this.#kind === 'list' && item !== undefined && (goesOn || (line.gap && line.indent > item.source))) {
      if (line.gap) this.#out.push('')
      else this.#breakLine()
      this.#out.push(`${' '.repeat(item.text)}${text}`)
      return
    }
    const sameParagraph = !line.gap && this.#kind === 'paragraph'
    this.#items = []
    if (sameParagraph) this.#breakLine()
    this.#begin('paragraph', !sameParagraph)
    this.#out.push(text)
  }

  /** Ends the last line with a break that shows, where the source's break was meant. */
  #breakLine(): void {
    if (this.#broken && this.#out.length > 0) this.#out[this.#out.length - 1] += '\\'
  }

  #begin(kind: Kind, apart: boolean): void {
    if (apart && this.#out.length > 0 && this.#out.at(-1) !== '') this.#out.push('')
    this.#kind = kind
  }

  #flushTable(): void {
    if (this.#rows.length === 0) return
    const columns = Math.max(...this.#rows.map((row) => row.length))
    const row = (cells: readonly string[]): string =>
      `| ${Array.from({ length: columns }, (_unused, index) => cells[index] ?? '').join(' | ')} |`
    const [head = [], ...body] = this.#rows
    this.#begin('table', true)
    this.#out.push(row(head), `|${' --- |'.repeat(columns)}`, ...body.map(row))
    this.#rows = []
    this.#items = []
  }
}

/** A heading's words: bold says nothing there. */
function headingText(markdown: string): string {
  return markdown
    .replace(/^\*\*(.*)\*\*$/, '$1')
    .replace(/[\s:]+$/, '')
    .replace(/^#+/, (marks) => `\\${marks}`)
}
