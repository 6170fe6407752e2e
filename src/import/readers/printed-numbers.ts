import { countAs, markedNumber, printedNumber } from '../../documents/docx-numbering.ts'
import type { HtmlElement } from '../../documents/html.ts'
import { sectionKeyOf } from '../../referat/section.ts'
import type { InlineLine, Run } from './inline.ts'

/** The runs of a paragraph without the number that Word prints before it. */
export function withoutNumber(runs: readonly Run[]): { number?: string; runs: readonly Run[] } {
  const at = runs.findIndex(({ text }) => text.trim() !== '')
  const run = runs[at]
  const { number, rest } = printedNumber(run?.text ?? '')
  if (!run || number === undefined) return { runs }
  return { number, runs: [{ ...run, text: rest }, ...runs.slice(at + 1)] }
}

/** True for a number that Markdown lists have. */
export function isListNumber(number: string): boolean {
  return /^\d{1,9}[.)]$/.test(number)
}

/** A line with its printed number before its words, where it is no list's marker; a known label is written without. */
export function numberedLine(line: InlineLine, number: string | undefined, { level }: { readonly level: number }): InlineLine {
  const isMarker = number !== undefined && level === 0 && isListNumber(number)
  if (number === undefined || isMarker || (level > 0 && sectionKeyOf(line.text) !== undefined)) return line
  return { ...line, text: `${number} ${line.text}`, ...(line.markdown !== undefined && { markdown: `${number} ${line.markdown}` }) }
}

/** An item of a list by letters or Roman numerals with its letter before its words; any other as it is. */
export function withLetter(item: HtmlElement, list: HtmlElement, count: number): HtmlElement {
  const format = LETTERED[list.attributes['type'] ?? '']
  return format ? { ...item, children: [markedNumber(`${countAs(count, format)})`), ...item.children] } : item
}

const LETTERED: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }
