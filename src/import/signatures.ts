import { foldLabel } from '../referat/collation.ts'
import { isLabel } from './labels.ts'
import type { Line } from './line.ts'

const SHEET =
  /^(?:underskrift(?:er|s?side|s?sider|s?blad|s?ark)?|godkendelse og underskrift(?:er)?|underskrift(?:er)? (?:af|paa) (?:referat(?:et)?|protokol(?:len)?|beslutningsprotokol(?:len)?)|godkendelsesside)$/
/** A sheet for signatures has no more lines than this, and none longer. */
const LONGEST = 60
const WIDEST = 140

/** Takes the sheet for signatures off the end of the minutes; one that is printed as a punkt has a number and stays. */
export function takeSignatures(lines: readonly Line[]): { lines: readonly Line[]; taken: readonly Line[] } {
  const at = lines.findLastIndex((line) => line.marker === undefined && !line.cells && SHEET.test(foldLabel(line.text)))
  const sheet = at < 0 ? [] : lines.slice(at)
  if (
    at < 1 ||
    sheet.length > LONGEST ||
    sheet.some((line) => isLabel(line) || line.text.length > WIDEST) ||
    !(sheet[0]?.gap || sheet[0]?.level)
  )
    return { lines, taken: [] }
  return { lines: lines.slice(0, at), taken: sheet.map((line) => ({ ...line, level: 0 })) }
}
