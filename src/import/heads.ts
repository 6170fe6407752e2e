import { foldLabel } from '../referat/collation.ts'
import { type Candidate, candidatesOf, HEAD_STYLES, type HeadStyle } from './head-styles.ts'
import { isLabel } from './labels.ts'
import type { Line, Note } from './line.ts'
import { readMarks } from './lukket.ts'
import { caseNumberOf } from './sagsnummer-line.ts'
import { tocEntry } from './toc.ts'
import { isUsualTitle, unnumberedHeads } from './unnumbered-heads.ts'

/** The head of a punkt: the lines it takes and what they say. */
export interface Head {
  /** Index of its first line. */
  readonly index: number
  /** Index after its last line. */
  readonly end: number
  /** As printed; absent where the document numbers nothing. */
  readonly number?: string
  readonly title: string
  /** What the word before the number says of access; absent where none stands there. */
  readonly closed?: boolean
  /** How it was told, in words for the clerk. */
  readonly rule: string
}

export interface FoundHeads {
  readonly heads: readonly Head[]
  readonly notes: readonly Note[]
  /** Titles of a table of contents that stands as numbered lines: their indexes. */
  readonly listed: ReadonlySet<number>
}

/**
 * Finds where the punkter begin. Every style is tried; within one, the heads are the best-borne row of rising
 * numbers, so that numbered lines inside a punkt fall out: they break the row or lack what stands by a head.
 */
export function findHeads(lines: readonly Line[]): FoundHeads {
  const toc = tocTitles(lines)
  let best: { style: HeadStyle; row: Candidate[]; score: number; candidates: Candidate[] } | undefined
  for (const style of HEAD_STYLES) {
    const candidates = candidatesOf(style, lines).filter(({ index }) => !tocEntry(lines[index] as Line))
    const worth = (candidate: Candidate): number => evidence(candidate, style, lines, toc) + (isListedBefore(candidate, candidates) ? 3 : 0)
    const { row, score } = bestRow(candidates, worth)
    const isBorne = style.weight >= 2 || row.filter((candidate) => worth(candidate) >= 2).length * 2 >= row.length || isAgenda(row, lines)
    if (row.length > 0 && isBorne && score > (best?.score ?? 1)) best = { style, row, score, candidates }
  }
  const weak = best !== undefined && best.style.weight < 2 && best.row.every(({ index }) => lines[index]?.level === 0)
  const headings = !best || weak ? unnumberedHeads(lines, weak) : []
  if (!best || headings.length > 0) return { heads: headings, notes: [], listed: new Set() }
  const starts = new Set(best.row.map(({ index }) => index))
  const { rule } = best.style
  const heads = best.row.map((candidate) => ({ ...headOf(candidate, lines, toc, starts), rule }))
  const first = best.row[0]?.index ?? 0
  const titles = new Set(heads.map((head) => foldLabel(head.title)))
  const listed = new Set(
    best.candidates.filter(({ index, title }) => index < first && titles.has(foldLabel(title))).map(({ index }) => index),
  )
  return { heads, notes: notesOn(best.row, best.candidates, best.style, lines), listed }
}

/** True for plain numbered titles that part most of the document, one of those among them that every agenda has. */
function isAgenda(row: readonly Candidate[], lines: readonly Line[]): boolean {
  const first = row[0]?.index ?? lines.length
  const standApart = row.every(({ index, title }) => {
    const [before, line, next] = [lines[index - 1], lines[index] as Line, lines[index + 1]]
    return line.gap && title !== '' && !/[.;,:]$/.test(title.replace(/evt\.$/i, '')) && !isNumberedListBeside(line, before, next)
  })
  return row.length >= 2 && standApart && first < lines.length / 2 && row.some(({ title }) => isUsualTitle(title))
}

/** True where the same number and title stand further up, as in a list of the punkter. */
function isListedBefore(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  return candidates.some(
    (other) => other.index < candidate.index && other.number === candidate.number && foldLabel(other.title) === foldLabel(candidate.title),
  )
}

/** How much speaks for a candidate being the head of a punkt. */
function evidence(candidate: Candidate, style: HeadStyle, lines: readonly Line[], toc: ReadonlySet<string>): number {
  const { index, title } = candidate
  const line = lines[index] as Line
  const previous = lines[index - 1]
  const next = lines[index + 1]
  let score = style.weight
  if (line.level > 0) score += 3
  else if (line.bold) score += 2
  if (toc.has(foldLabel(title))) score += 2
  if (followsHead(lines, index) || readMarks(title).closed !== undefined) score += 2
  if (style.id === 'ad' && isNumberedAbove(title, lines, index)) score += 3
  if (!line.gap && line.level === 0) score -= 1
  if (style.weight < 2 && isNumberedListBeside(line, previous, next)) score -= 5
  if (/[.;,:]$/.test(title) && !/\bmv\.|\bm\.m\.|\bkr\.$|^evt\.$/i.test(title)) score -= style.weight >= 2 ? 2 : 4
  if (/^\p{Ll}/u.test(title) || title.length > 200) score -= 3
  if (candidate.mark === '' && title !== '' && /^(?:udgår|blev|er|var|på|i|og|under|for|fra|til)(?!\p{L})/iu.test(title)) score -= 6
  return score
}

/** True where a list further up has the title as one of its items, as the agenda of "Ad 1. Valg af dirigent" does. */
function isNumberedAbove(title: string, lines: readonly Line[], index: number): boolean {
  const folded = foldLabel(title)
  return lines.some((line, at) => at < index && /^\d/.test(line.marker ?? '') && foldLabel(line.text) === folded)
}

function isNumberedListBeside(line: Line, previous: Line | undefined, next: Line | undefined): boolean {
  const numbered = (other: Line | undefined): boolean => other !== undefined && /^\d/.test(other.marker ?? '')
  return (numbered(next) && next?.gap === false) || (numbered(previous) && !line.gap)
}

/** True where a case number, a section's label or a field such as "Varighed: …" stands right after a head, before any prose. */
function followsHead(lines: readonly Line[], index: number): boolean {
  for (const [ahead, line] of lines.slice(index + 1, index + 4).entries()) {
    if (caseNumberOf(line) !== undefined || isLabel(line)) return true
    if (ahead === 0 && /^\p{Lu}[\p{L} .]{2,24}: \S/u.test(line.text) && line.text.length < 80) return true
    if (line.text.length >= 60) return false
  }
  return false
}

/** The row of candidates with rising numbers that bears most; a gap in the numbers costs. */
function bestRow(candidates: readonly Candidate[], worth: (candidate: Candidate) => number): { row: Candidate[]; score: number } {
  const scored = candidates.map((candidate) => ({ candidate, own: worth(candidate), total: 0, before: -1 }))
  let best = -1
  scored.forEach((entry, index) => {
    entry.total = entry.own
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = scored[earlier]
      if (!other) continue
      const isNewPart = other.candidate.closed === false && entry.candidate.closed === true
      const step = isNewPart ? 1 : stepBetween(other.candidate.number, entry.candidate.number)
      if (step <= 0) continue
      const total = other.total + entry.own - Math.min(3, (step - 1) * 1.5)
      if (total >= entry.total && other.total > 0) {
        entry.total = total
        entry.before = earlier
      }
    }
    if (entry.own > 0 && (best < 0 || entry.total >= (scored[best]?.total ?? 0))) best = index
  })
  const row: Candidate[] = []
  for (let at = best; at >= 0; at = scored[at]?.before ?? -1) row.unshift((scored[at] as { candidate: Candidate }).candidate)
  return { row, score: scored[best]?.total ?? 0 }
}

/** How far one number lies after another: 5 → 6 and 5 → 5a are one step; 0 or less is no step forward. */
function stepBetween(from: string, to: string): number {
  const step = Number.parseInt(to, 10) - Number.parseInt(from, 10)
  if (step !== 0) return step
  return suffixOf(to) > suffixOf(from) ? 1 : 0
}

function suffixOf(number: string): string {
  return number.replace(/^\d+/, '').toLowerCase()
}

function headOf(candidate: Candidate, lines: readonly Line[], toc: ReadonlySet<string>, starts: ReadonlySet<number>): Omit<Head, 'rule'> {
  let { title } = candidate
  let end = candidate.index + 1
  const follow = lines[end]
  if (title === '' && follow && !starts.has(end) && !isLabel(follow) && !caseNumberOf(follow) && !follow.marker) {
    title = follow.text
    end += 1
  }
  for (let next = lines[end]; next && !starts.has(end) && goesOn(title, lines, end, toc); next = lines[end]) {
    title = `${title} ${next.text}`
    end += 1
  }
  return {
    index: candidate.index,
    end,
    number: candidate.number,
    title,
    ...(candidate.closed !== undefined && { closed: candidate.closed }),
  }
}

/** True where the line at `at` carries a title on: the table of contents says so, or it hangs on a long title before a case number, a label or a gap. */
function goesOn(title: string, lines: readonly Line[], at: number, toc: ReadonlySet<string>): boolean {
  const line = lines[at]
  if (!line || line.marker || line.cells || isLabel(line) || caseNumberOf(line) || toc.has(foldLabel(title))) return false
  const joined = foldLabel(`${title} ${line.text}`)
  if ([...toc].some((entry) => entry === joined || (entry.startsWith(`${joined} `) && joined.length > 20))) return true
  if (line.gap || title.length < 40 || line.text.length > 100 || /[.:]$/.test(line.text)) return false
  const after = lines[at + 1]
  return (
    after !== undefined &&
    (isLabel(after) || caseNumberOf(after) !== undefined || (after.gap && !line.hardBreak && /^\p{Ll}/u.test(line.text)))
  )
}

function tocTitles(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap((line) => tocEntry(line) ?? []).map((title) => foldLabel(title)))
}

function notesOn(row: readonly Candidate[], candidates: readonly Candidate[], style: HeadStyle, lines: readonly Line[]): Note[] {
  const notes: Note[] = []
  row.forEach((candidate, index) => {
    const before = row[index - 1]
    if (!before || stepBetween(before.number, candidate.number) === 1 || before.closed !== candidate.closed) return
    notes.push({
      line: lines[candidate.index]?.number ?? 1,
      severity: 'warning',
      rule: 'import-nummerspring',
      message: `Efter punkt ${before.number} følger punkt ${candidate.number}.`,
      hint: 'Se efter i dokumentet, om der mangler et punkt.',
    })
  })
  const chosen = new Set(row.map(({ index }) => index))
  const first = row[0]?.index ?? 0
  for (const { index, number, title } of candidates) {
    const line = lines[index] as Line
    const isOfRow = style.weight >= 2 || !row.some((candidate) => candidate.number === number)
    if (chosen.has(index) || index < first || title === '' || !isOfRow || (line.level === 0 && !line.bold)) continue
    notes.push({
      line: line.number,
      severity: 'warning',
      rule: 'import-punkt-tvivl',
      message: `Linjen ligner begyndelsen på punkt ${number}, men nummeret passer ikke i rækken; den er beholdt som tekst.`,
      hint: 'Se efter, om det er et punkt for sig, og del i så fald filen.',
    })
  }
  return notes
}
