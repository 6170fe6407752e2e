import type { PdfLine, PdfPiece } from '../../documents/pdf.ts'

/** Where the columns of a table lie on the page. */
type Column = readonly [left: number, right: number]

export interface TableRow {
  readonly cells: string[]
  readonly line: PdfLine
}

const TOUCH = 2

/**
 * The columns of the table that begins with the line at `index`: two or more lines of pieces that stand below one
 * another. Undefined where none begins.
 */
export function columnsOf(lines: readonly PdfLine[], index: number): Column[] | undefined {
  const first = lines[index] as PdfLine
  const next = lines[index + 1]
  if (first.pieces.length < 2) return undefined
  if (!next || next.pieces.length < 2 || !standsBelow(first, next))
    return isPair(first) ? first.pieces.map(({ x, right }) => [x, right]) : undefined
  let columns: Column[] = first.pieces.map(({ x, right }) => [x, right])
  for (const line of lines.slice(index + 1)) {
    if (line.pieces.length < 2 && line.page === first.page && isWithin(line, columns)) continue
    if (line.pieces.length < 2 || !fits(line, columns)) break
    columns = merge(columns, line.pieces)
  }
  return columns.length >= 2 ? columns : undefined
}

/** The rows from the line at `index` on, with the lines of a cell that is broken; and how many lines they took. */
export function tableRowsOf(
  lines: readonly PdfLine[],
  index: number,
  columns: readonly Column[],
  pitch: number,
): { rows: TableRow[]; taken: number } {
  const rows: TableRow[] = []
  const hasRowGaps = partsRows(lines, index, columns, pitch)
  let taken = 0
  for (const line of lines.slice(index)) {
    const before = lines[index + taken - 1]
    const places = line.pieces.map((piece) => columns.findIndex((column) => overlaps(piece, column)))
    const last = rows.at(-1)
    const isNear = last !== undefined && before !== undefined && isClose(before, line, pitch) && !places.includes(-1)
    const isPart = places.length < columns.length && !places.includes(0)
    const isRest = isNear && (isPart || (hasRowGaps && before.bold === line.bold && carriesOn(line, places, last.cells)))
    if (isRest)
      line.pieces.forEach((piece, at) => {
        const place = places[at] as number
        last.cells[place] = `${last.cells[place] ?? ''} ${piece.text}`.trim()
      })
    else if (line.pieces.length >= 2 && (taken === 0 || fits(line, columns))) rows.push({ cells: cellsOf(line.pieces, columns), line })
    else break
    taken += 1
  }
  return { rows, taken }
}

function isClose(before: PdfLine, line: PdfLine, pitch: number): boolean {
  return before.page === line.page && before.y - line.y < pitch * line.size * 1.1
}

/** True where the table parts its rows by more than the lines of a cell: then lines close to one another are one row. */
function partsRows(lines: readonly PdfLine[], index: number, columns: readonly Column[], pitch: number): boolean {
  let gaps = 0
  for (let at = index + 1; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1] as PdfLine, lines[at] as PdfLine]
    if (line.page !== before.page || !isWithin(line, columns)) break
    if (!isClose(before, line, pitch)) gaps += line.pieces.length >= 2 ? 1 : 0
  }
  return gaps > 0
}

/** True for a line whose pieces go on with cells that have begun: small letters, and no figure below a figure. */
function carriesOn(line: PdfLine, places: readonly number[], cells: readonly string[]): boolean {
  const isFigure = (text: string): boolean => /^[\d.,\s%-]+$/.test(text) && text !== ''
  const figures = line.pieces.some((piece, at) => isFigure(piece.text) && isFigure(cells[places[at] as number] ?? ''))
  return !figures && (line.pieces.length < cells.length || line.pieces.some(({ text }) => /^[\p{Ll}\d(]/u.test(text)))
}

/** True where every piece of a line stands within a column of its own. */
function isWithin(line: PdfLine, columns: readonly Column[]): boolean {
  return line.pieces.every((piece) => columns.filter((column) => overlaps(piece, column)).length === 1)
}

function cellsOf(pieces: readonly PdfPiece[], columns: readonly Column[]): string[] {
  const cells = columns.map(() => '')
  for (const piece of pieces) {
    const found = columns.findIndex((column) => overlaps(piece, column))
    const place = found < 0 ? columns.length - 1 : found
    cells[place] = `${cells[place] ?? ''} ${piece.text}`.trim()
  }
  return cells
}

/** "Sted:      Rådhuset": a label and what it tells, alone on its line. */
function isPair({ pieces }: PdfLine): boolean {
  return pieces.length === 2 && /^\p{L}[\p{L} ]{2,30}:$/u.test(pieces[0]?.text ?? '')
}

/** True where a later piece of the next line begins, ends or is centred where one of this line does. */
function standsBelow(line: PdfLine, next: PdfLine): boolean {
  return (
    next.page === line.page &&
    fits(
      next,
      line.pieces.map(({ x, right }): Column => [x, right]),
    )
  )
}

function fits(line: PdfLine, columns: readonly Column[]): boolean {
  const [, ...later] = line.pieces
  const isAligned = later.some((piece) =>
    columns
      .slice(1)
      .some(([left, right]) => Math.abs(piece.x - left) < 3 || Math.abs(piece.right - right) < 3 || overlaps(piece, [left, right])),
  )
  const crosses = line.pieces.some((piece) => columns.filter((column) => overlaps(piece, column)).length > 1)
  return isAligned && !crosses
}

function merge(columns: readonly Column[], pieces: readonly PdfPiece[]): Column[] {
  const all = [...columns, ...pieces.map(({ x, right }): Column => [x, right])].sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [left, right] of all) {
    const last = merged.at(-1)
    if (last && left < last[1] + TOUCH) last[1] = Math.max(last[1], right)
    else merged.push([left, right])
  }
  return merged
}

function overlaps(piece: PdfPiece, [left, right]: Column): boolean {
  return piece.x < right + TOUCH && piece.right > left - TOUCH
}
