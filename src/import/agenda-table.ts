import { foldLabel } from '../referat/collation.ts'
import { sectionKeyOf } from '../referat/section.ts'
import { findHeads } from './heads.ts'
import { fullText, type LeftOut, type Line, sourceWords } from './line.ts'

/** What a column of an agenda that is one table holds. */
type Column = { readonly kind: 'number' | 'title' | 'text' | 'decision' } | { readonly kind: 'section'; readonly heading: string }

const NUMBER_HEADING = /^(?:nr\.?|pkt\.?|punkt|punkt ?nr\.?|#|)$/
const TITLE_HEADING = /^(?:punkt(?:er)?|dagsorden(?:spunkt(?:er)?)?|punkter paa dagsordenen|emne(?:r)?|sag(?:er)?|titel|tema|overskrift)$/
const DECISION_HEADING = /beslutning|referat|konklusion|besluttet|aftale|opsamling/
const TEXT_HEADING = /^(?:indhold|beskrivelse|formaal|oplaeg|bemaerkninger|noter|uddybning)$/
const NUMBER = /^\d{1,4}[a-zæøå]?[.)]?$/iu
const NUMBERED = /^(\d{1,4})[.):]?\s*[-–]?\s+\S/u
/** A title cell longer than this, in characters, goes on with text after its first sentence. */
const LONG_TITLE = 100
const FEWEST_ROWS = 2

/**
 * Minutes of small boards are often one table with a row for each punkt: its title, and what was decided. Such rows
 * are opened into the lines that other minutes have. Left alone where the document has its punkter elsewhere.
 */
export function openAgendaTables(lines: readonly Line[]): { readonly lines: readonly Line[]; readonly leftOut: readonly LeftOut[] } {
  const untouched = { lines, leftOut: [] }
  if (!lines.some(({ cells }) => cells !== undefined) || findHeads(lines).heads.length >= FEWEST_ROWS) return untouched
  const opened: Line[] = []
  const leftOut: LeftOut[] = []
  for (let index = 0; index < lines.length; ) {
    const end = tableEnd(lines, index)
    const rows = lines.slice(index, end)
    const table = end > index ? columnsOf(rows) : undefined
    if (!table) {
      opened.push(...lines.slice(index, Math.max(end, index + 1)))
      index = Math.max(end, index + 1)
      continue
    }
    for (const row of rows.slice(0, table.headings))
      leftOut.push({ line: row.number, text: sourceWords(row), reason: 'overskrifter i en tabel med punkterne' })
    for (const row of rows.slice(table.headings)) opened.push(...openRow(row, table.columns))
    index = end
  }
  return leftOut.length > 0 || opened.length > lines.length ? { lines: opened, leftOut } : untouched
}

/**
 * Opens tables that set a punkt's sections beside their labels ("Indstilling | Det indstilles, at …"): two cells to a row,
 * the first a known label in half of them, a recommendation or a decision among these.
 */
export function openLabelTables(lines: readonly Line[]): readonly Line[] {
  const opened: Line[] = []
  for (let index = 0; index < lines.length; ) {
    const end = Math.max(tableEnd(lines, index), index + 1)
    const rows = lines.slice(index, end)
    opened.push(...(isLabelTable(rows) ? rows.flatMap(openLabelRow) : rows))
    index = end
  }
  return opened
}

function isLabelTable(rows: readonly Line[]): boolean {
  const keys = rows.map(({ cells = [] }) => (cells.length === 2 ? sectionKeyOf(plainCell(cells[0] ?? '')) : undefined))
  const known = keys.filter((key) => key !== undefined)
  return known.length * 2 >= rows.length && known.some((key) => key === 'recommendation' || key === 'decision')
}

function openLabelRow(row: Line): Line[] {
  const [label = '', value = ''] = row.cells ?? []
  if (row.cells?.length !== 2 || sectionKeyOf(plainCell(label)) === undefined) return [row]
  const { cells: _cells, parts: _parts, marker: _marker, ...plain } = row
  const text = plainCell(label)
  const heading = { ...plain, text, markdown: text, bold: true, gap: true }
  return [heading, ...apart(linesOf(row, value, 1))].map((line) => ({ ...line, number: row.number }))
}

function plainCell(cell: string): string {
  return cell.replaceAll('\\', '').replace(/\*\*/g, '').trim()
}

/** The index after the last row of the table that begins here; `index` itself where none does. */
function tableEnd(lines: readonly Line[], index: number): number {
  let end = index
  while (lines[end]?.cells && (end === index || lines[end]?.gap === false)) end += 1
  return end
}

/** What the columns hold, by their headings, or by numbers that rise in the first; undefined for a table of anything else. */
function columnsOf(rows: readonly Line[]): { columns: Column[]; headings: number } | undefined {
  const [head = [], ...body] = rows.map(({ cells = [] }) => cells.map(plainCell))
  const headings = head.map((cell) => foldLabel(cell))
  const decision = headings.findLastIndex((heading) => DECISION_HEADING.test(heading))
  const isNumberColumn = (at: number): boolean => body.every((row) => NUMBER.test(row[at] ?? '') || (row[at] ?? '') === '')
  const number = headings.findIndex((heading, at) => NUMBER_HEADING.test(heading) && at !== decision && isNumberColumn(at))
  const title = headings.findIndex((heading, at) => at !== number && at !== decision && TITLE_HEADING.test(heading))
  if (decision >= 0 && title >= 0 && body.length >= FEWEST_ROWS) {
    const columns = headings.map((heading, at): Column => {
      if (at === number) return { kind: 'number' }
      if (at === title) return { kind: 'title' }
      if (at === decision) return { kind: 'decision' }
      const written = head[at] ?? ''
      return TEXT_HEADING.test(heading) || heading === '' || sectionKeyOf(written) === 'wrapper'
        ? { kind: 'text' }
        : { kind: 'section', heading: written }
    })
    return { columns, headings: 1 }
  }
  const numbers = [head, ...body].map(([first = '']) => Number(NUMBERED.exec(first)?.[1] ?? Number.NaN))
  const isRising = numbers.every((value, at) => at === 0 || value > (numbers[at - 1] ?? 0))
  return head.length === 2 && numbers.length > FEWEST_ROWS && isRising
    ? { columns: [{ kind: 'title' }, { kind: 'decision' }], headings: 0 }
    : undefined
}

/** The lines of one row: the head of its punkt, the text, what was decided. A row without a title goes on with the one before. */
function openRow(row: Line, columns: readonly Column[]): Line[] {
  const cells = (row.cells ?? []).map((cell, at) => linesOf(row, cell, at))
  const of = (kind: Column['kind']): Line[] => columns.flatMap((column, at) => (column.kind === kind ? (cells[at] ?? []) : []))
  const [first, ...titleRest] = of('title')
  const { head, rest } = first ? titleAndText(first) : { head: undefined, rest: [] }
  const number = of('number')[0]?.text.replace(/[.)]$/, '')
  const opened: Line[] = []
  if (head) opened.push({ ...head, text: number ? `${number}. ${head.text}` : fullText(head), level: 2, gap: true, bold: false })
  opened.push(...apart(rest), ...apart(titleRest), ...apart(of('text')))
  columns.forEach((column, at) => {
    if (column.kind === 'section' && (cells[at] ?? []).length > 0) opened.push(headingLine(row, column.heading), ...apart(cells[at] ?? []))
  })
  const decided = of('decision')
  if (decided.length > 0) opened.push(...(head ? [headingLine(row, 'Beslutning')] : []), ...apart(decided))
  return opened.map((line) => ({ ...line, number: row.number }))
}

function linesOf(row: Line, cell: string, at: number): readonly Line[] {
  const { cells: _cells, parts, marker: _marker, ...plain } = row
  const own = parts?.[at]
  if (own) return own
  const text = cell.replaceAll('\\', '').replace(/^\*\*(.*)\*\*$/, '$1')
  return text.trim() === '' ? [] : [{ ...plain, text, markdown: cell, level: 0 }]
}

/** The title of a cell, and the text after it where the cell says more than a title. */
function titleAndText(line: Line): { head: Line; rest: Line[] } {
  const end = line.text.length > LONG_TITLE && line.markdown === line.text ? line.text.search(/(?<=\p{Ll}{2}[.:])\s/u) : -1
  if (end < 0) return { head: line, rest: [] }
  const text = line.text.slice(end).trim()
  return { head: { ...line, text: line.text.slice(0, end) }, rest: [{ ...line, text, markdown: text }] }
}

function headingLine(row: Line, heading: string): Line {
  const { cells: _cells, parts: _parts, marker: _marker, ...plain } = row
  return { ...plain, text: heading, markdown: heading, level: 3, gap: true, bold: false, invented: true }
}

function apart(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => (index === 0 ? { ...line, gap: true } : line))
}
