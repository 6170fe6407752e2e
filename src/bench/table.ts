import type { Cost } from './process.ts'

/** A table of plain text: the first column stands to the left, figures to the right. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table as lines, each column as wide as its widest cell. */
export function formatTable({ title, head, rows }: Table): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [title, ...[head, ...rows].map((cells) => line(cells).trimEnd())].map((text) => `${text}\n`).join('')
}

/** How many times `other` goes into `figure`: ×0.40; a dash where there is nothing to compare with. */
export function ratio(figure: number | undefined, other: number | undefined): string {
  return figure !== undefined && other !== undefined && other > 0 ? `×${(figure / other).toFixed(2).replace('.', ',')}` : '–'
}

/** A number for people: two decimals below ten, one above. */
export function decimal(figure: number): string {
  return figure.toFixed(figure < 10 ? 2 : 1).replace('.', ',')
}

/** Bytes in whole megabytes; a dash where they are not known. */
export function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '–' : (bytes / 1e6).toFixed(0)
}

/** What something cost, and its time beside another's: four cells. */
export function costRow(name: string, { seconds, memory }: Cost, other: Cost | undefined): string[] {
  return [name, decimal(seconds), megabytes(memory), ratio(seconds, other?.seconds)]
}
