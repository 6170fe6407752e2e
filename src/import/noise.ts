import { foldLabel } from '../referat/collation.ts'
import { isLabel } from './labels.ts'
import { fullText, type LeftOut, type Line, sourceWords } from './line.ts'
import { saysClosed } from './lukket.ts'
import { caseNumberOf } from './sagsnummer-line.ts'

/** Whole lines that web pages and Word put into minutes. Matched against folded text. */
const WEB_AND_WORD: readonly (readonly [RegExp, string])[] = [
  [/^(?:til |tilbage til )?top(?:pen)?$/, 'sidens navigation'],
  [/^(?:spring|gaa) til (?:hoved)?indhold(?:et)?$/, 'sidens navigation'],
  [
    /^(?:print|udskriv|laes op|log ind|log ud|mit overblik|del|del paa \S+|menu|soeg|luk|forrige|naeste|forrige punkt|naeste punkt|tilbage)$/,
    'sidens navigation',
  ],
  [/^(?:accepter|tillad|afvis|kun) (?:alle|noedvendige|valgte)?(?: ?cookies)?$/, 'cookiebanner'],
  [/^(?:vi|denne (?:hjemme)?side|hjemmesiden|dette websted|siden) (?:bruger|anvender|benytter) cookies(?: .*)?$/, 'cookiebanner'],
  [/^(?:cookie(?:s|politik|indstillinger)?|laes mere om cookies)$/, 'cookiebanner'],
  [/^(?:privatlivspolitik|tilgaengelighedserklaering|persondatapolitik|© .{1,60}|copyright .{1,60})$/, 'sidens fod'],
  [/^fejl! bogmaerke er ikke defineret\.?$/, 'fejl fra Word'],
  [/^fejl! henvisningskilde ikke fundet\.?$/, 'fejl fra Word'],
]

const PAGE_MARK = /^(?:side:? ?\d{1,4}(?: ?(?:af|\/) ?\d{1,4})?|\d{1,4} af \d{1,4}|-\s?\d{1,4}\s?-)$/
const PAGE_MARK_AT_END = /\s(?:side:? ?\d{1,4}(?: ?(?:af|\/) ?\d{1,4})?)$/
/** How many lines around a page's edge its header and footer may take. */
const EDGE = 3
const STEPS = Array.from({ length: EDGE }, (_unused, index) => index + 1)
/** A header or footer stands on most pages; less often than this it is text. */
const REPEATS = 3

/** Parts the document from what pages, web sites and Word have put between its lines. */
export function withoutNoise(lines: readonly Line[]): { lines: Line[]; leftOut: LeftOut[] } {
  const reasons = new Map<number, string>()
  const folded = lines.map((line) => foldLabel(fullText(line)))
  lines.forEach((line, index) => {
    const known = WEB_AND_WORD.find(([pattern]) => pattern.test(folded[index] ?? ''))
    if (known && line.marker === undefined) reasons.set(index, known[1])
  })
  for (const index of pageEdges(lines, folded)) reasons.set(index, 'sidehoved eller sidefod')
  let gap = false
  const kept: Line[] = []
  const leftOut: LeftOut[] = []
  lines.forEach((line, index) => {
    const reason = reasons.get(index)
    if (reason) {
      leftOut.push({ line: line.number, text: sourceWords(line), reason })
      gap ||= line.gap
    } else {
      kept.push(gap && !line.gap ? { ...line, gap: true } : line)
      gap = false
    }
  })
  return { lines: kept, leftOut }
}

/** Lines with a page number, and the lines right beside them that stand by many page numbers alike. */
function pageEdges(lines: readonly Line[], folded: readonly string[]): Set<number> {
  const edges = new Set<number>()
  const breaks: number[] = []
  lines.forEach((line, index) => {
    const text = folded[index] ?? ''
    if (PAGE_MARK.test(text) || (PAGE_MARK_AT_END.test(text) && !line.marker && line.level === 0 && isRepeated(shapeOf(text), folded))) {
      edges.add(index)
      breaks.push(index)
    } else if (line.pageStart) breaks.push(index - 0.5)
  })
  const isOwn = lines.map(saysSomethingOfItsPunkt)
  const near = (at: number): number[][] => [STEPS.map((step) => Math.ceil(at) - step), STEPS.map((step) => Math.floor(at) + step)]
  const beside = new Map<string, Set<number>>()
  for (const index of breaks.flatMap(near).flat()) {
    const text = folded[index]
    if (text === undefined || text === '' || edges.has(index) || isOwn[index]) continue
    const shape = shapeOf(text)
    beside.set(shape, (beside.get(shape) ?? new Set()).add(index))
  }
  const pages = breaks.filter((at, index) => index === 0 || at - (breaks[index - 1] ?? 0) > EDGE).length
  const running = new Set(
    [...beside].flatMap(([shape, places]) => {
      const everywhere = folded.filter((text) => shapeOf(text) === shape).length
      return places.size >= REPEATS && places.size >= pages * 0.6 && places.size === everywhere ? [...places] : []
    }),
  )
  for (const side of breaks.flatMap(near)) {
    const text = side.findIndex((index) => !running.has(index) && !edges.has(index))
    for (const index of side.slice(0, text < 0 ? side.length : text)) edges.add(index)
  }
  return edges
}

const SAYS_OPEN = /^[([]?åbent?(?: (?:punkt|sag|dagsordenspunkt))?[)\]]?$/iu

/** True for a line that a punkt has below its head, and that stands alike on many pages where each punkt has a page of its own. */
export function saysSomethingOfItsPunkt(line: Line): boolean {
  return isLabel(line) || caseNumberOf(line) !== undefined || saysClosed(line.text) || SAYS_OPEN.test(line.text)
}

function isRepeated(shape: string, folded: readonly string[]): boolean {
  return folded.filter((text) => shapeOf(text) === shape).length >= REPEATS
}

/** A line's text with its numbers made alike, so that "Side 3" and "Side 4" are one shape. */
function shapeOf(text: string): string {
  return text.replace(/\d+/g, '0')
}
