import { parseSagsnummer, SAGSNUMMER_FORMATS, type Sagsnummer } from '../referat/sagsnummer.ts'
import { fullText, type Line } from './line.ts'

/** A line that gives a punkt's case number, alone or with the numbers and initials that stand beside it. */
export interface CaseNumberLine {
  readonly sagsnummer: Sagsnummer
  /** The label before it, as written; '' where it stands alone. */
  readonly label: string
  /** What stands after it on the line; '' for nothing. */
  readonly rest: string
}

const LABEL = /^(?:sags?[ -]?(?:nr\.?|nummer|id\.?)|sags nr\.?|sag|j(?:ournal)?\.?[ -]?(?:nr\.?|nummer))\s*:?\s*(?=\S)/iu
const NEIGHBOUR =
  /^[,;|]?\s*(?:dok(?:ument)?\.?[ -]?(?:nr|id)|initialer|init|sagsbeh|sagsansvarlig|ansvarlig|journalnr|åben|lukket|forvaltning|afdeling)/iu

/** The case number of a line that holds no text of its own; undefined for any other line. */
export function caseNumberOf(line: Line): CaseNumberLine | undefined {
  if (line.level > 0 || line.marker) return undefined
  const text = fullText(line)
  if (text.length > 160) return undefined
  const label = LABEL.exec(text)?.[0] ?? ''
  const value = text.slice(label.length)
  const labelled = label !== ''
  const formats = labelled ? SAGSNUMMER_FORMATS : undefined
  const whole = parseSagsnummer(value, formats, { labelled })
  if (whole) return { sagsnummer: whole, label: label.trim(), rest: '' }
  if (!labelled) return undefined
  const first = /^(?:\S+ ?[-–] ?(?:19|20)\d\d\/\S+|\S+)/.exec(value)?.[0].replace(/[,;.]$/, '') ?? ''
  const rest = value.slice(first.length)
  const sagsnummer = parseSagsnummer(first, formats, { labelled })
  return sagsnummer && NEIGHBOUR.test(rest.trim()) ? { sagsnummer, label: label.trim(), rest: rest.trim() } : undefined
}
