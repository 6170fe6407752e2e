import { foldLabel } from '../referat/collation.ts'
import { parseSagsnummer } from '../referat/sagsnummer.ts'
import { fieldOf } from './fields.ts'
import type { Head } from './heads.ts'
import { isLabel } from './labels.ts'
import type { Line } from './line.ts'
import { caseNumberOf } from './sagsnummer-line.ts'

/** Punkter that most agendas have and few give sections. Matched folded. */
const USUAL =
  /^(?:velkom(?:men|st)(?: .*)?|godkendelse af (?:dagsorden(?:en)?|(?:sidste )?(?:moedes )?(?:referat|protokol)(?:et|len)?)(?: .*)?|(?:referat(?:et)?|protokol(?:len)?) fra sidst(?:e moede)?|opfoelgning fra sidste moede|valg af (?:dirigent|referent|ordstyrer|moedeleder)|siden sidst|meddelelser(?: .*)?|orientering(?:er)?(?: (?:fra|om|til) .*)?|nyt fra .*|naeste moede(?:r)?|kommende moeder|eventuelt|evt\.?|bordet rundt)$/

/** True for the title of a punkt that most agendas have. */
export function isUsualTitle(title: string): boolean {
  return title.length <= 60 && USUAL.test(foldLabel(title))
}

/**
 * Heads of a document that numbers nothing: headings of one level, else short lines (bold ones, where the document has
 * them) right before what opens a punkt, and the punkter that every agenda has.
 * @param marked only headings that the source marks
 */
export function unnumberedHeads(lines: readonly Line[], marked: boolean): Head[] {
  const first = lines.findIndex((line) => isLabel(line))
  const byLevel = new Map<number, number[]>()
  lines.forEach((line, index) => {
    if (line.level === 0 || (isLabel(line) && !opensPunkt(lines, index)) || !opensPunkt(lines, index)) return
    byLevel.set(line.level, [...(byLevel.get(line.level) ?? []), index])
  })
  const [level, opening = []] = [...byLevel].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])[0] ?? []
  const indexes = level === undefined ? (marked ? [] : shortLines(lines)) : besides(lines, level, opening)
  if (first < 1 && indexes.length < 2) return []
  return indexes.map((index) => ({ index, end: index + 1, title: lines[index]?.text ?? '', rule: 'titel uden nummer' }))
}

/** The headings that open a punkt, and those of their level further down that hold text alone. */
function besides(lines: readonly Line[], level: number, opening: readonly number[]): number[] {
  const from = opening[0] ?? 0
  return lines.flatMap((line, index) => {
    const isHead = opening.includes(index) || (line.level === level && !isLabel(line) && (index > from || USUAL.test(foldLabel(line.text))))
    return isHead ? [index] : []
  })
}

function opensPunkt(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return next !== undefined && (isLabel(next) || caseNumberOf(next) !== undefined)
}

function shortLines(lines: readonly Line[]): number[] {
  const opening = openingLabels(lines)
  const opens = (line: Line | undefined): boolean =>
    line !== undefined && ((isLabel(line) && opening.has(labelWords(line))) || caseNumberOf(line) !== undefined)
  const sure = lines.flatMap((line, index) => (isTitle(line) && !isLabelWithText(lines, index) && opens(lines[index + 1]) ? [index] : []))
  if (sure.length === 0) return withoutLabels(lines)
  const boldHeads = sure.every((index) => lines[index]?.bold === true)
  return lines.flatMap((line, index) => {
    const isBoldHead = boldHeads && line.bold && isTitle(line) && !isLabel(line) && !fieldOf(line) && index > (sure[0] ?? 0)
    return sure.includes(index) || isBoldHead || isUsual(lines, index) ? [index] : []
  })
}

/** Labels that stand right below a short line of its own, so that this may be a title: those that do so most often. */
function openingLabels(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (!before || !isLabel(line) || !isTitle(before) || isLabelWithText(lines, index - 1)) return
    counts.set(labelWords(line), (counts.get(labelWords(line)) ?? 0) + 1)
  })
  const most = Math.max(0, ...counts.values())
  return new Set([...counts].filter(([, count]) => count * 2 > most).map(([label]) => label))
}

function labelWords(line: Line): string {
  return foldLabel(line.text.replace(/:.*$/, ''))
}

/** Titles in minutes without any section: two usual ones prove that such titles are there, and show how they are set. */
function withoutLabels(lines: readonly Line[]): number[] {
  const usual = lines.flatMap((_line, index) => (isUsual(lines, index) ? [index] : []))
  const [from] = usual
  if (usual.length < 2 || from === undefined) return []
  const areBold = usual.every((index) => lines[index]?.bold === true)
  return lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const standsAlike = areBold ? line.bold : line.text.length <= 80 && next !== undefined && !next.gap && /[.!?]$/.test(next.text)
    return usual.includes(index) || (index > from && isTitle(line) && standsAlike) ? [index] : []
  })
}

function isUsual(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  return line !== undefined && isTitle(line) && isUsualTitle(line.text) && lines[index + 1] !== undefined
}

/** True for a label that has its section's text below it, rather than another label. */
function isLabelWithText(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  return line !== undefined && isLabel(line) && !(next !== undefined && isLabel(next) && !/:$/.test(line.text))
}

function isTitle(line: Line): boolean {
  return (
    line.gap &&
    !line.marker &&
    !line.cells &&
    line.text.length <= 160 &&
    !/[.:,;]$/.test(line.text) &&
    /^[\p{Lu}\d"”(§]/u.test(line.text) &&
    !parseSagsnummer(line.text) &&
    caseNumberOf(line) === undefined
  )
}
