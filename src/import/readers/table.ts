import { withPrintedNumbers } from '../../documents/docx-numbering.ts'
import { type HtmlElement, wordsIn } from '../../documents/html.ts'
import { find } from './page-furniture.ts'
import { withoutTabs } from './word-tabs.ts'

/** A cell with more characters than this holds a part of the page, no figure or name. */
const LONGEST_CELL = 800
/** The same in a table of one row, which is seldom a table. */
const LONGEST_CELL_ALONE = 300
const PARTS_OF_PAGE = /^(?:h[1-6]|table|section|article)$/

/** A cell: its words, and the element that holds them (none for the further columns that one spans). */
export interface Cell {
  readonly text: string
  readonly element?: HtmlElement
}

/** The rows of a table; undefined for one that only lays out a page (or has a single column). */
export function tableRows(table: HtmlElement): Cell[][] | undefined {
  if (table.attributes['role'] === 'presentation') return undefined
  const rows = rowsIn(table)
  const cells = rows.flatMap((row) => row.children.filter(isCell))
  const isOneRow = rows.filter((row) => row.children.some(isCell)).length === 1
  const isLayout = cells.some(
    (cell) =>
      wordsIn(cell).length > (isOneRow ? LONGEST_CELL_ALONE : LONGEST_CELL) ||
      find(cell, ({ name }) => PARTS_OF_PAGE.test(name)) !== undefined,
  )
  const texts = rows.map((row) => row.children.filter(isCell).flatMap(cellsOf))
  return isLayout || Math.max(0, ...texts.map((row) => row.length)) < 2
    ? undefined
    : texts.filter((row) => row.some(({ text }) => text !== ''))
}

function rowsIn(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === 'tr' ? [child] : child.name === 'table' ? [] : rowsIn(child),
  )
}

function isCell(child: HtmlElement | string): child is HtmlElement {
  return typeof child !== 'string' && (child.name === 'td' || child.name === 'th')
}

/** A cell, and an empty one for each further column that it spans. */
function cellsOf(cell: HtmlElement): Cell[] {
  const span = Math.min(20, Number.parseInt(cell.attributes['colspan'] ?? '1', 10) || 1)
  return [
    {
      text: withoutTabs(withPrintedNumbers(spaced(cell)))
        .replace(/\s+/g, ' ')
        .trim(),
      element: cell,
    },
    ...Array<Cell>(span - 1).fill({ text: '' }),
  ]
}

function spaced(element: HtmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : /^(?:p|div|br|li|ul|ol)$/.test(child.name) ? ` ${spaced(child)} ` : spaced(child)))
    .join('')
}
