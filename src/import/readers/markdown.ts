import { escapeCell, escapeInline, escapeLineStart } from '../escape.ts'
import type { LeftOut, Line, Note, ReadDocument } from '../line.ts'
import { wordsOf } from '../words.ts'
import { cellsOf, indentOf, RULING } from './text.ts'

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const SETEXT = /^ {0,3}(=+|-{2,})[ \t]*$/
const FENCE = /^ {0,3}(?:```|~~~)(.*)$/
const ITEM = /^([-*+]|\d{1,9}[.)])[ \t]+(?=\S)/
const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/
const INLINE_HTML = /<!--.*?-->|<\/?(?:a|abbr|b|br|center|div|em|font|i|p|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi

/** Reads Markdown, the chaotic kind that text recognition makes included. */
export function readMarkdown(source: string): ReadDocument {
  const reader = new MarkdownReader(source.split('\n'))
  reader.read()
  return { lines: reader.lines, leftOut: reader.leftOut, notes: reader.notes, marksHeadings: reader.lines.some((line) => line.level > 0) }
}

class MarkdownReader {
  readonly lines: Line[] = []
  readonly leftOut: LeftOut[] = []
  readonly notes: Note[] = []
  readonly #raw: readonly string[]
  #gap = true
  #fenced = false
  #boldRunsOn = false
  #table = false

  constructor(raw: readonly string[]) {
    this.#raw = raw
  }

  read(): void {
    this.#raw.forEach((raw, index) => {
      const fence = FENCE.exec(raw)
      if (fence) {
        this.#fenced = !this.#fenced
        this.#leaveOut(index + 1, fence[1] ?? '', 'mærke for kode')
        this.#breakHere()
      } else if (this.#fenced && raw.trim() !== '')
        this.#push(index, raw, { markdown: escapeLineStart(escapeInline(raw.trim())), hardBreak: true })
      else this.#line(raw, index)
    })
  }

  #line(raw: string, index: number): void {
    const previous = this.lines.at(-1)
    if (SETEXT.test(raw) && previous && !this.#gap && previous.level === 0 && !previous.marker) {
      this.lines[this.lines.length - 1] = { ...previous, level: raw.trim().startsWith('=') ? 1 : 2 }
      this.#breakHere()
      return
    }
    if (DELIMITER_ROW.test(raw) && !this.#gap && previous?.text.includes('|')) {
      this.lines[this.lines.length - 1] = { ...previous, ...rowOf(pipeCells(this.#raw[index - 1] ?? '')) }
      this.#table = true
      return
    }
    if (raw.trim() === '' || RULING.test(raw)) {
      this.#breakHere()
      return
    }
    const heading = HEADING.exec(raw)
    if (heading) {
      if ((heading[2] ?? '').trim() !== '') this.#push(index, heading[2] ?? '', { level: heading[1]?.length ?? 1 })
      this.#breakHere()
      return
    }
    const words = raw.trim()
    const marker = ITEM.exec(words)
    const hardBreak = / {2,}$|\\$/.test(raw) && this.#raw[index + 1]?.trim() !== ''
    const content = words.slice(marker?.[0].length ?? 0).replace(/\\$/, '')
    const cells = this.#table && raw.includes('|') ? pipeCells(raw) : cellsOf(raw)
    this.#push(index, content, {
      hardBreak,
      ...(marker && { marker: /\d/.test(marker[1] ?? '') ? (marker[1] as string) : '-' }),
      ...(cells && (this.#table ? rowOf(cells) : { cells })),
      indent: indentOf(raw),
      ...(raw.includes('\f') && { pageStart: true }),
    })
  }

  #push(index: number, content: string, given: Partial<Line>): void {
    const markdown = this.#fenced ? (given.markdown ?? '') : this.#inline(content.trim(), index + 1)
    const plain = this.#fenced ? { text: content.trim(), hidden: '' } : plainOf(markdown)
    if (plain.text === '') {
      this.#leaveOut(index + 1, `${given.marker ?? ''} ${markdown}`, 'nummer uden tekst')
      return
    }
    const { hidden } = plain
    this.lines.push({
      number: index + 1,
      text: plain.text,
      markdown,
      level: 0,
      bold: /^(\*\*|__)(?:(?!\1).)+\1:?$/.test(markdown),
      indent: 0,
      gap: this.#gap,
      hardBreak: false,
      ...(hidden && { hidden }),
      ...given,
    })
    this.#gap = false
  }

  /** The inline Markdown to write: without links that lead nowhere, pictures and HTML, and with bold closed on its own line. */
  #inline(content: string, line: number): string {
    let markdown = content
      .replace(/!\[([^\]]*)\]\(([^)]*)\)/g, (_match, alt: string, target: string) => {
        this.#leaveOut(line, target, 'billede')
        this.notes.push({
          line,
          severity: 'warning',
          rule: 'import-billede',
          message: 'Her stod et billede, som ikke er hentet med.',
          hint: 'Læg billedet i mødets mappe bilag/, og sæt det ind, hvis læseren skal se det.',
        })
        return alt
      })
      .replace(/\[([^\]]*)\]\((#[^)]*|)\)/g, (_match, label: string, target: string) => {
        this.#leaveOut(line, target, 'link uden mål')
        this.notes.push({
          line,
          severity: 'info',
          rule: 'import-link',
          message: `Linket "${shorten(plainOf(label).text)}" fører ingen steder hen; ordene er beholdt som tekst.`,
          hint: 'Sæt linkets rigtige adresse ind, hvis du kender den.',
        })
        return label
      })
      .replace(INLINE_HTML, (tag) => {
        this.#leaveOut(line, tag, 'HTML-mærke')
        return /^<br/i.test(tag) ? ' ' : ''
      })
    const odd = (markdown.match(/\*\*/g)?.length ?? 0) % 2 === 1
    if (odd || (this.#boldRunsOn && !markdown.includes('**'))) {
      markdown = `**${markdown.replaceAll('**', '').trim()}**`
      if (markdown === '****') markdown = ''
    }
    if (odd) this.#boldRunsOn = !this.#boldRunsOn
    return markdown.trim()
  }

  #leaveOut(line: number, text: string, reason: string): void {
    if (wordsOf(text).length > 0) this.leftOut.push({ line, text, reason })
  }

  #breakHere(): void {
    this.#gap = true
    this.#boldRunsOn = false
    this.#table = false
  }
}

/** A row's cells, and its words without the marks between them. */
function rowOf(cells: readonly string[]): Pick<Line, 'cells' | 'text' | 'markdown'> {
  const words = cells.filter((cell) => cell !== '').join(' ')
  return { cells, text: plainOf(words).text, markdown: words }
}

function pipeCells(raw: string): string[] {
  return raw
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => escapeCell(cell.trim()))
}

/** The words of inline Markdown without its marks, and the words of the marks (addresses). A mark inside a word stays, so that it stays one word. */
export function plainOf(markdown: string): { text: string; hidden: string } {
  const hidden: string[] = []
  const text = markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_match, label: string, target: string) => {
      hidden.push(target)
      return label
    })
    .replace(/^>\s?/, '')
    .replace(/(?<![\p{L}\p{N}\\])(?:\*\*|__|[*_`])(?=\S)|(?<=\S)(?<!\\)(?:\*\*|__|[*_`])(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return { text, hidden: hidden.join(' ') }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
