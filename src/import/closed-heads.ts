import { HEAD_STYLES } from './head-styles.ts'
import { labelOf } from './labels.ts'
import { fullText, type LeftOut, type Line, type Note, sourceWords } from './line.ts'
import { readMarks } from './lukket.ts'

/** Text without what may be of a closed punkt that the grammar has not found. */
export interface Withheld {
  readonly lines: readonly Line[]
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly Note[]
}

/**
 * Withholds what follows a line that begins a closed punkt by its look, where the row of punkter has passed it by: text
 * of an open punkt that may not be public is not let out, but told of as an error.
 */
export function withholdClosed(lines: readonly Line[]): Withheld {
  let inAttachments = false
  const at = lines.findIndex((line) => {
    const label = labelOf(line)
    if (label) inAttachments = label.key === 'attachments'
    return !label && !inAttachments && beginsClosedPunkt(line)
  })
  const first = lines[at]
  if (!first) return { lines, leftOut: [], notes: [] }
  return {
    lines: lines.slice(0, at),
    leftOut: lines.slice(at).map((line) => ({ line: line.number, text: sourceWords(line), reason: 'lukket punkt', secret: true })),
    notes: [
      {
        line: first.number,
        severity: 'error',
        rule: 'import-lukket-tvivl',
        message: 'Her begynder måske et lukket punkt, som ikke er fundet; intet herfra og til næste punkt er skrevet.',
        hint: 'Se efter i dokumentet, og skriv selv det åbne ind.',
      },
    ],
  }
}

/** The same for the text above the first punkt, where a list of the agenda may name closed punkter: only prose after one is withheld. */
export function withholdClosedAbove(lines: readonly Line[]): Withheld {
  const isProse = ({ text }: Line): boolean => text.length > 60 && /[.!?]$/.test(text)
  const withheld = withholdClosed(lines)
  return withheld.leftOut.length > 0 && lines.slice(withheld.lines.length).some((line) => isProse(line) || labelOf(line) !== undefined)
    ? withheld
    : { lines, leftOut: [], notes: [] }
}

function beginsClosedPunkt(line: Line): boolean {
  if (line.cells || line.marker === '-') return false
  const text = fullText(line)
  return (
    ((line.level > 0 || line.bold) && readMarks(line.text).closed === true) ||
    HEAD_STYLES.some(({ pattern, weight }) => {
      const groups = pattern.exec(text)?.groups
      const { title = '', access = '' } = groups ?? {}
      if (groups === undefined) return false
      if (/^lukket/iu.test(access)) return true
      // "2. Svømmehallen - lukket" is as likely an item of a list.
      return readMarks(title).closed === true && (weight >= 2 || !/\s[-–]\s+lukket$/iu.test(title))
    })
  )
}
