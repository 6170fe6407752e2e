import { foldLabel } from '../referat/collation.ts'

/** A title without the marks of open and closed, and what they say. */
export interface MarkedTitle {
  readonly title: string
  /** Absent where the title carries no mark. */
  readonly closed?: boolean
  /** The mark's words. */
  readonly consumed: readonly string[]
}

const WORD = '(?:lukket|fortroligt?|åbent?)(?: (?:punkt|sag|dagsordenspunkt))?'
const MARKS = [
  new RegExp(String.raw`^\(\s*(${WORD})\s*\)\s*[-–:]?\s*(?=\S)`, 'iu'),
  new RegExp(String.raw`^(${WORD})\s*(?:[-–]\s+|:\s*)(?=\S)`, 'iu'),
  new RegExp(String.raw`\s*\(\s*(${WORD})\s*\)$`, 'iu'),
  new RegExp(String.raw`\s+[-–]\s+(${WORD})$`, 'iu'),
]

/** Takes the marks "Lukket - T", "T (Lukket)", "(Åben) T" and their like off a title. */
export function readMarks(written: string): MarkedTitle {
  let title = written
  let closed: boolean | undefined
  const consumed: string[] = []
  for (const mark of MARKS) {
    const hit = mark.exec(title)
    const rest = hit ? title.replace(hit[0], '').trim() : ''
    if (!hit || rest === '') continue
    title = rest
    closed = closed === true || !/^åben/i.test(hit[1] ?? '')
    consumed.push(hit[1] ?? '')
  }
  if (closed === undefined && /^(?:lukket|fortroligt?)(?: (?:punkt|sag))?$/i.test(title)) closed = true
  return { title, ...(closed !== undefined && { closed }), consumed }
}

const CLOSED_LINE =
  /^\(?(?:(?:punktet|sagen|dette punkt) (?:er|var|behandles|blev behandlet) )?(?:lukket(?: (?:punkt|sag|dagsordenspunkt|beslutning))?|fortroligt?(?: punkt)?|for lukkede doere|lukket for offentligheden|behandlet for lukkede doere|undtaget (?:fra )?offentlighed(?:en)?)\)?\.?$/
const CLOSED_FIELD =
  /^(?:adgang|aabenhed|offentlighed|sagstype|punkttype|dagsordenstype|aaben\/lukket|aabent\/lukket|status) ?:? ?(?:lukket|fortroligt?)(?: punkt| sag)?$/

/** True for a line that says of its punkt that it is closed. */
export function saysClosed(text: string): boolean {
  const folded = foldLabel(text)
  return CLOSED_LINE.test(folded) || CLOSED_FIELD.test(folded)
}

const CLOSED_PART =
  /^(?:punkter paa )?(?:den )?(?:lukkede? (?:punkter|dagsorden(?:spunkter)?|sager|del|moede)|fortrolige (?:punkter|sager))$/
const OPEN_PART = /^(?:punkter paa )?(?:den )?(?:aabne? (?:punkter|dagsorden(?:spunkter)?|sager|del|moede)|aabent moede)$/

/** What a line that parts the agenda says of the punkter after it; undefined for any other line. */
export function partOfAgenda(text: string): 'closed' | 'open' | undefined {
  const folded = foldLabel(text)
  return CLOSED_PART.test(folded) ? 'closed' : OPEN_PART.test(folded) ? 'open' : undefined
}
