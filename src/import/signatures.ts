import { foldLabel } from '../referat/collation.ts'
import { isLabel } from './labels.ts'
import type { Line } from './line.ts'

const SHEET =
  /^(?:underskrift(?:er|s?side|s?sider|s?blad|s?ark)?|godkendelse og underskrift(?:er)?|underskrift(?:er)? (?:af|paa) (?:referat(?:et)?|protokol(?:len)?|beslutningsprotokol(?:len)?)|godkendelsesside)$/
/** A sheet for signatures has no more lines than this, and none longer. */
const LONGEST = 60
const WIDEST = 140

/** The minutes without their sheet for signatures, and the sheet. */
export interface Signed {
  readonly lines: readonly Line[]
  readonly taken: readonly Line[]
  /** True where the sheet has a heading that the document marks as one, and so cannot be a line of a punkt. */
  readonly marked: boolean
}

/** Takes the sheet for signatures off the end of the minutes; one that is printed as a punkt has a number and stays. */
export function takeSignatures(lines: readonly Line[]): Signed {
  const at = lines.findLastIndex((line) => line.marker === undefined && !line.cells && SHEET.test(foldLabel(line.text)))
  const sheet = at < 0 ? [] : lines.slice(at)
  if (
    at < 1 ||
    sheet.length > LONGEST ||
    sheet.some((line) => isLabel(line) || line.text.length > WIDEST) ||
    !(sheet[0]?.gap || sheet[0]?.level)
  )
    return unsigned(lines)
  return { lines: lines.slice(0, at), taken: sheet.map((line) => ({ ...line, level: 0 })), marked: Boolean(sheet[0]?.level) }
}

/** Minutes of which no sheet is taken. */
export function unsigned(lines: readonly Line[]): Signed {
  return { lines, taken: [], marked: false }
}

/** Takes the names of those present off the end of the last punkt, where they stand alone to be signed; two at least. */
export function takeNames(lines: readonly Line[], names: readonly string[]): { lines: readonly Line[]; taken: readonly Line[] } {
  const namesIn = (line: Line): number => {
    let rest = line.text
    let count = 0
    for (const name of names)
      if (rest.includes(name)) {
        rest = rest.replaceAll(name, ' ')
        count += 1
      }
    return /\p{L}/u.test(rest.replace(/(?:form|næstform)[ae]nd|\([^)]*\)/giu, '')) ? 0 : count
  }
  const from = lines.findLastIndex((line) => line.cells !== undefined || line.marker !== undefined || namesIn(line) === 0) + 1
  const taken = lines.slice(from)
  const isSheet = from > 0 && taken[0]?.gap === true && taken.reduce((sum, line) => sum + namesIn(line), 0) >= 2
  return isSheet ? { lines: lines.slice(0, from), taken } : { lines, taken: [] }
}
