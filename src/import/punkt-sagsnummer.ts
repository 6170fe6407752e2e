import type { Sagsnummer } from '../referat/sagsnummer.ts'
import type { LeftOut, Line } from './line.ts'
import { caseNumberBelow, caseNumberOf } from './sagsnummer-line.ts'

/** How many lines below the head a case number with a label is looked for. */
const NEAR_HEAD = 6

/** The case number of a punkt, how it was told, and the lines without it. */
export interface TakenCaseNumber {
  readonly sagsnummer?: Sagsnummer
  readonly line?: number
  readonly rule?: string
  readonly lines: Line[]
  readonly leftOut: LeftOut[]
}

/** Takes the case number out of the first lines of a punkt; one without a label stands right below the head, or (`above`) over it. */
export function takeCaseNumber(lines: readonly Line[], above: boolean): TakenCaseNumber {
  for (const [index, line] of lines.slice(0, NEAR_HEAD).entries()) {
    const below = caseNumberBelow(line, lines[index + 1])
    if (below)
      return {
        sagsnummer: below,
        line: line.number,
        rule: `linjen under "${line.text}"`,
        lines: lines.filter((_line, at) => at !== index && at !== index + 1),
        leftOut: [{ line: line.number, text: line.text, reason: 'felt: sagsnummer' }],
      }
    const found = caseNumberOf(line)
    if (!found) continue
    if (index > (above ? 0 : 1) && found.label === '') continue
    const rest = [...lines]
    if (found.rest === '') rest.splice(index, 1)
    else rest[index] = { ...line, text: found.rest, markdown: found.rest }
    const after = rest[index]
    if (after && found.rest === '' && !after.gap) rest[index] = { ...after, gap: true }
    return {
      sagsnummer: found.sagsnummer,
      line: line.number,
      rule: found.label !== '' ? `"${found.label}"` : above && index === 0 ? 'linjen over titlen' : 'linjen under titlen',
      lines: rest,
      leftOut: found.label === '' ? [] : [{ line: line.number, text: found.label, reason: 'felt: sagsnummer' }],
    }
  }
  return { lines: [...lines], leftOut: [] }
}
