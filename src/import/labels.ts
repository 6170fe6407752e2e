import { type SectionKey, sectionKeyOf } from '../referat/section.ts'
import { once } from '../source/once.ts'
import { escapeInline } from './escape.ts'
import type { Line } from './line.ts'

/** A line that opens a section. */
export interface Label {
  readonly key: SectionKey
  /** As written, without the colon. */
  readonly heading: string
  /** Words of the heading that are not written, since they only repeat the punkt's own. */
  readonly leftOut?: string
  /** Text of the section that stands on the same line. */
  readonly rest?: { readonly text: string; readonly markdown: string }
}

/** A heading for recommendation and decision in one. */
export const COMBINED = /^indstilling(?:en)?(?:\s+og\s+|\s*\/\s*)beslutning(?:en)?:?$/iu

/** "Beslutning for Punkt 5: Titel", as FirstAgenda heads its decisions. */
const OF_PUNKT =
  /^(beslutning(?:er)?)( (?:for|til|vedr\.?|vedrørende) (?:dagsordens)?punkt(?:et)? \d{1,4}[a-zæøå]?(?:[:.].{0,200}|\s*[-–].{0,200})?)$/iu
const RECOMMENDS = /(?<!\p{L})indstiller(?!\p{L})/iu
const WITH_TEXT = /^(?<label>\p{L}[\p{L} /]{2,60}?)\s*:\s+(?<rest>\S.*)$/u
/** Sections whose text may follow on the label's own line; other words before a colon are speakers and lead-ins. */
const MAY_HAVE_TEXT: ReadonlySet<SectionKey> = new Set([
  'summary',
  'background',
  'case',
  'recommendation',
  'economy',
  'law',
  'hearing',
  'route',
  'competence',
  'attachments',
  'decision',
])

/**
 * The label that a line is; undefined for text and for headings that are no known section. Text on the label's own
 * line counts only where the line begins anew: after a gap, or (`afterBreak`) after a break that was meant.
 */
export function labelOf(line: Line, afterBreak = false): Label | undefined {
  return afterBreak ? readLabel(line, true) : labelAfterGap(line)
}

const labelAfterGap = once((line: Line) => readLabel(line, false))

function readLabel(line: Line, afterBreak: boolean): Label | undefined {
  const { text } = line
  if (line.marker || text.length > 2000) return undefined
  const repeated = OF_PUNKT.exec(text)
  if (repeated) return { key: 'decision', heading: repeated[1] ?? '', leftOut: repeated[2] ?? '' }
  const key = COMBINED.test(text) ? 'recommendation' : text.length <= 160 && !isRecommender(line) ? sectionKeyOf(text) : undefined
  const isText = key === 'earlier-decision' && !/^beslutning/i.test(text) && line.level === 0 && !line.bold && !text.endsWith(':')
  if (key && !isText) return { key, heading: text.replace(/[\s:]+$/, '') }
  const groups = line.cells ? undefined : WITH_TEXT.exec(text)?.groups
  if (!groups || !(line.gap || afterBreak)) return undefined
  const { label = '', rest = '' } = groups
  const inner = RECOMMENDS.test(label) ? undefined : sectionKeyOf(label)
  return inner && MAY_HAVE_TEXT.has(inner)
    ? { key: inner, heading: label, rest: { text: rest, markdown: restOf(line.markdown, label, rest) } }
    : undefined
}

/** True for a line that opens a section by a known label. */
export function isLabel(line: Line): boolean {
  return labelOf(line) !== undefined
}

/** True for "Direktøren indstiller, at": who recommends, as a line of its own. */
export function isRecommender(line: Line): boolean {
  return !line.marker && line.text.length <= 160 && RECOMMENDS.test(line.text) && sectionKeyOf(line.text) === 'recommendation'
}

function restOf(markdown: string, label: string, rest: string): string {
  const colon = markdown.indexOf(':', label.length)
  const cut = colon < 0 ? '' : markdown.slice(colon + 1).trim()
  const closed = cut.replace(/^(\*\*|__)\s*/, '')
  return closed !== '' &&
    markdown
      .slice(0, colon)
      .replace(/[*_\\]/g, '')
      .trim() === label
    ? closed
    : escapeInline(rest)
}
