import type { Line } from './line.ts'
import { fullText } from './line.ts'

/** A way in which minutes begin a punkt. */
export interface HeadStyle {
  readonly id: string
  /** What it looks like, in words for the clerk. */
  readonly rule: string
  /** Groups: `number`, `mark` (what parts it from the title), `title` (may be empty: then the next line is the title). */
  readonly pattern: RegExp
  /** How far the words alone speak for a head. */
  readonly weight: number
}

const NUMBER = String.raw`(?<number>\d{1,4}[a-zæøå]?)(?![\p{L}\p{N}]|[.:/,-]\d)`
const REST = String.raw`(?<mark>\s*[:.)]?(?:\s*[-–—](?=\s))?)\s*(?<title>.*)$`

/** Strongest first; a document uses one of them throughout. */
export const HEAD_STYLES: readonly HeadStyle[] = [
  {
    id: 'punkt',
    rule: '"Punkt 5: Titel"',
    pattern: new RegExp(String.raw`^(?:(?:ad|dagsordenens)\s+)?(?:dagsordens)?(?:punkt|pkt\.?)(?:\s*nr\.?)?\s*${NUMBER}${REST}`, 'iu'),
    weight: 3,
  },
  {
    id: 'adgang-nummer',
    rule: '"Åbent 5" eller "Lukket 5"',
    pattern: new RegExp(String.raw`^(?<access>åbent?|lukket)(?:\s+(?:punkt|sag|dagsordenspunkt))?(?:\s+nr\.?)?\s+${NUMBER}${REST}`, 'iu'),
    weight: 3,
  },
  { id: 'sag', rule: '"Sag 5"', pattern: new RegExp(String.raw`^sag(?:\s+nr\.?)?\s+${NUMBER}${REST}`, 'iu'), weight: 3 },
  { id: 'nr', rule: '"Nr. 5 - Titel"', pattern: new RegExp(String.raw`^nr\.?\s*${NUMBER}${REST}`, 'iu'), weight: 3 },
  {
    id: 'adgang',
    rule: '"5 (Åben) Titel"',
    pattern: new RegExp(
      String.raw`^${NUMBER}(?<mark>\.?\s*)(?<title>\((?:åben|åbent|lukket|lukket punkt|fortrolig|fortroligt)\).*)$`,
      'iu',
    ),
    weight: 3,
  },
  {
    id: 'tal-punkt',
    rule: '"5. punkt: Titel"',
    pattern: /^(?<number>\d{1,4}[a-zæøå]?)\.?\s*punkt(?:et)?(?<mark>\s*[:.–-])\s+(?<title>\S.*)$/iu,
    weight: 3,
  },
  { id: 'ad', rule: '"Ad 5. Titel"', pattern: new RegExp(String.raw`^ad\.?\s*${NUMBER}${REST}`, 'iu'), weight: 1 },
  {
    id: 'tal',
    rule: '"5. Titel"',
    pattern: /^(?<number>\d{1,4}[a-zæøå]?)(?<mark>[.)](?:\s*[-–—](?=\s))?)(?:\s+(?<title>.*))?$/iu,
    weight: 1,
  },
  {
    id: 'tal-uden-tegn',
    rule: '"5 Titel"',
    pattern: new RegExp(String.raw`^${NUMBER}(?<mark>\s*[-–—]?\s+)(?<title>\p{Lu}.*)$`, 'u'),
    weight: 0,
  },
]

/** A line that may begin a punkt. */
export interface Candidate {
  readonly index: number
  readonly number: string
  readonly mark: string
  readonly title: string
  /** What the head's first word says of access; absent where it says nothing. */
  readonly closed?: boolean
}

/** The lines that a style reads as heads; whether they are is decided by `heads.ts`. */
export function candidatesOf(style: HeadStyle, lines: readonly Line[]): Candidate[] {
  return lines.flatMap((line, index) => {
    if (line.marker === '-' || (line.cells && line.level === 0)) return []
    if (style.weight === 0 && line.level === 0 && !line.bold && !(line.gap && line.text.length <= 160)) return []
    const groups = style.pattern.exec(fullText(line))?.groups
    if (!groups) return []
    const { number = '', mark = '', title = '', access } = groups
    return [{ index, number, mark: mark.replace(/\s+/g, ''), title: title.trim(), ...(access && { closed: /^lukket/i.test(access) }) }]
  })
}
