import { parseSagsnummer, SAGSNUMMER_FORMATS, type Sagsnummer } from '../referat/sagsnummer.ts'
import { once } from '../source/once.ts'
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
export const caseNumberOf = once((line: Line): CaseNumberLine | undefined => {
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
})

/** The case number of a line below its label, which stands alone: "Sagsnummer" and then the number. */
export function caseNumberBelow(label: Line, below: Line | undefined): Sagsnummer | undefined {
  const isLabel = /^(?:sags?[ -]?(?:nr\.?|nummer|id\.?)|j(?:ournal)?\.?[ -]?(?:nr\.?|nummer))\s*:?$/iu.test(label.text)
  return isLabel && below ? parseSagsnummer(below.text, SAGSNUMMER_FORMATS, { labelled: true }) : undefined
}

const BEHIND = [/\s*[([]\s*(?<number>[^()[\]]{4,60}?)\s*[)\]]$/u, /\s*[,;|–-]\s+(?<number>[^,;|]{4,50})$/u]
const BEFORE = /^(?<number>\S{4,40}?)[:,]?\s+(?:[-–]\s+)?(?=\p{Lu})/u

/** The case number that stands before or behind a punkt's title, on the same line; undefined for a title without one. */
export function caseNumberInTitle(
  title: string,
): { readonly title: string; readonly sagsnummer: Sagsnummer; readonly label: string } | undefined {
  for (const [index, pattern] of BEHIND.entries()) {
    const behind = pattern.exec(title)
    const written = behind?.groups?.['number'] ?? ''
    const label = LABEL.exec(written)?.[0] ?? ''
    const labelled = label !== ''
    const found = parseSagsnummer(written.slice(label.length), labelled ? SAGSNUMMER_FORMATS : undefined, { labelled })
    // "Budget 2024, 12/345" may be anything: without parentheses or a label so short a form tells nothing.
    if (behind && behind.index > 0 && found && (index === 0 || labelled || found.format !== 'acadre'))
      return { title: title.slice(0, behind.index), sagsnummer: found, label: label.trim() }
  }
  const before = BEFORE.exec(title)
  const first = before && parseSagsnummer(before.groups?.['number'] ?? '')
  return before && first ? { title: title.slice(before[0].length), sagsnummer: first, label: '' } : undefined
}
