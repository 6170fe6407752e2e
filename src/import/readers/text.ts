import { escapeCell, escapeInline, escapeLineStart } from '../escape.ts'
import { isFieldLabel } from '../fields.ts'
import type { LeftOut, Line, ReadDocument } from '../line.ts'

const BULLET = /^([-–—•·▪●○◦‣*]|o)[ \t]+(?=\S)/u
const NUMBERED = /^(\d{1,9}[.)])[ \t]+(?=\S)/
/** A line of rulings only: parts the text, says nothing. */
export const RULING = /^[\s\-–—_=*~.·]{3,}$/u

/** Reads a plain text: lists, tables parted by tabulators, and breaks that the writer meant. */
export function readText(source: string): ReadDocument {
  const lines: Line[] = []
  const leftOut: LeftOut[] = []
  let gap = true
  source.split('\n').forEach((raw, index) => {
    const words = raw.trim()
    if (words === '' || RULING.test(words)) {
      gap = true
      return
    }
    const bullet = BULLET.exec(words)?.[0]
    const marker = bullet ? '-' : NUMBERED.exec(words)?.[1]
    if (bullet?.startsWith('o')) leftOut.push({ line: index + 1, text: 'o', reason: 'punkttegn' })
    const content = words.slice(bullet?.length ?? (marker ? NUMBERED.exec(words)?.[0].length : 0))
    const text = content.replace(/\s+/g, ' ')
    const cells = cellsOf(raw) ?? fieldCells(words)
    lines.push({
      number: index + 1,
      text,
      markdown: marker ? escapeInline(text) : escapeLineStart(escapeInline(text)),
      level: 0,
      bold: false,
      ...(marker && { marker }),
      indent: indentOf(raw),
      ...(cells && { cells }),
      gap,
      hardBreak: false,
      ...(raw.includes('\f') && { pageStart: true }),
    })
    gap = false
  })
  return { lines: withBreaks(lines), leftOut, notes: [], marksHeadings: false }
}

const NUMBER_CELL = /^(?:(?:punkt|pkt\.?|sag|nr\.?)\s*(?:nr\.?\s*)?)?\d{1,4}[a-zæøå]?[.:)]?$|^[a-zæøå][.)]$|^[•·▪●○◦‣*–-]$/iu

/** The cells of a row whose words are parted by tabulators; a number or a bullet before its words makes no row. */
export function cellsOf(raw: string): string[] | undefined {
  if (!/\S[^\S\t]*\t\s*\S/.test(raw)) return undefined
  const cells = raw
    .trimStart()
    .replace(/[ \f\v]+$/, '')
    .split('\t')
    .map((cell) => cell.trim().replace(/\s+/g, ' '))
  const [first = '', second = ''] = cells
  if (cells.length === 2 && isHeadCell(first, second)) return undefined
  return cells.map((cell) => escapeCell(escapeInline(cell)))
}

/** A label of the head and its value, where a wide gap parts them. */
function fieldCells(words: string): string[] | undefined {
  const [, label = '', value = ''] = /^(\p{L}[\p{L} ]{1,30}?)\s{2,}(\S.*)$/u.exec(words) ?? []
  return label !== '' && isFieldLabel(label) ? [label, value].map((cell) => escapeCell(escapeInline(cell.replace(/\s+/g, ' ')))) : undefined
}

/** True for a number or a bullet before words, which are set apart by a tabulator as often as by a space. */
export function isHeadCell(first: string, second: string): boolean {
  return NUMBER_CELL.test(first) && /^\p{L}/u.test(second)
}

export function indentOf(raw: string): number {
  return (/^\s*/.exec(raw)?.[0] ?? '').replace(/\t/g, '    ').replace(/[\n\f]/g, '').length
}

/**
 * A line break counts where the next line's first word would still have fitted on the line: then the writer, not the
 * margin, broke it. In a text without a margin every break counts.
 */
function withBreaks(lines: readonly Line[]): Line[] {
  const wrapped = lines.filter((_line, index) => lines[index + 1]?.gap === false).map((line) => line.indent + line.text.length)
  const width = Math.max(0, ...wrapped)
  const margin = width >= 60 && width <= 140 ? width : Number.POSITIVE_INFINITY
  return lines.map((line, index) => {
    const next = lines[index + 1]
    if (!next || next.gap) return line
    const firstWord = next.text.split(' ')[0] ?? ''
    const hardBreak = line.indent + line.text.length + 1 + firstWord.length <= margin - 8
    return { ...line, hardBreak, ...(!hardBreak && { marginBroken: true }) }
  })
}
