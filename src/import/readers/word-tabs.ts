import type { InlineLine } from './inline.ts'
import { isHeadCell } from './text.ts'

/** Stands for a tabulator while a Word file is read as HTML, where one is no more than a space. */
const TAB = '\ue002'

/** The HTML of a Word file with its tabulators kept apart from other spaces. */
export function keepTabs(html: string): string {
  return html.replaceAll('\t', TAB)
}

/** A text with its tabulators as the spaces they look like. */
export function withoutTabs(text: string): string {
  return text.replaceAll(TAB, ' ')
}

/** A line of a Word file, and the cells of the row that its tabulators make of it. */
export function atTabs(line: InlineLine): { readonly line: InlineLine; readonly row?: readonly string[] } {
  if (!line.text.includes(TAB)) return { line }
  const cells = line.text
    .split(TAB)
    .map((cell) => cell.trim())
    .filter((cell, index) => cell !== '' || index > 0)
  const plain = {
    ...line,
    text: withoutTabs(line.text).replace(/\s+/g, ' ').trim(),
    ...(line.markdown !== undefined && { markdown: withoutTabs(line.markdown).replace(/\s+/g, ' ').trim() }),
  }
  const isRow = cells.filter((cell) => cell !== '').length >= 2 && !(cells.length === 2 && isHeadCell(cells[0] ?? '', cells[1] ?? ''))
  return isRow && line.markdown === undefined ? { line: plain, row: cells } : { line: plain }
}
