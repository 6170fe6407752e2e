import { textTable } from './text-table.ts'

/** How a field of the draft was found: its key and value, the line of the source, and the rule of the grammar, in words for the clerk. */
export interface Origin {
  readonly field: string
  readonly value: string
  /** 1-based line of the source; absent where no line of it tells. */
  readonly line?: number | undefined
  readonly rule: string
}

/** The same with its place: which file of the draft, and which page of the source where it has pages. */
export interface PlacedOrigin extends Origin {
  /** Name of the file in the meeting's folder. */
  readonly file: string
  readonly page?: number
}

/** How the fields were found, as a table for the clerk: a row for each, in the order of the files. */
export function formatOrigins(origins: readonly PlacedOrigin[]): string {
  const head = ['Fil', 'Felt', 'Værdi', 'Sted i dokumentet', 'Fundet ved']
  const rows = origins.map(({ file, field, value, line, page, rule }) => {
    const place = [...(page ? [`side ${page}`] : []), ...(line ? [`linje ${line}`] : [])].join(', ')
    return [file, field, shorten(value), place || '–', rule]
  })
  return textTable([head, ...rows])
}

/** Longest value that the table shows, in characters. */
const LONGEST = 48

function shorten(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value
}
