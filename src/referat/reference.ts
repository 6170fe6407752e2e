import type { Place } from '../findings/finding.ts'
import { findDates } from './dato.ts'

/** A pointer to another punkt or meeting, as written; resolved later against the archive. */
export interface Reference extends Place {
  /** The body's name as written. */
  readonly udvalg: string
  /** ISO date of the meeting. */
  readonly dato: string
  /** The punkt's number as written; absent where only the meeting is named. */
  readonly punkt?: string
  /** `frontmatter` (key `tidligere`) or `text` (found in the prose). */
  readonly origin: 'frontmatter' | 'text'
  /** The words of the reference, for the page: "Styregruppen for IT-sikkerhed, den 22. august 2025, punkt 2". */
  readonly label: string
}

/** A reference met in prose, with its offsets. */
export interface FoundReference {
  readonly udvalg: string
  readonly dato: string
  readonly punkt?: string
  readonly start: number
  readonly end: number
  readonly label: string
}

const LEAD = 140
/** From the name to the date: `, den `, ` d. `, ` på mødet den `. */
const TO_DATE = /[*_]{0,3}(?:,?\s{1,2}(?:på|i) (?:mødet|møde))?,?\s{1,2}(?:den |d\.\s?)?$/iu
const PUNKT_AFTER =
  /^,?\s{1,3}(?:som |under )?(?:dagsordens)?(?:punkt|pkt\.?|sag nr\.?)\s{0,2}(?:nr\.?\s?)?(?<punkt>\d{1,5}\p{L}?)(?![\p{L}\d]|[.,]\d)/iu
const CLAUSE_START = /^.*(?:[.;:!?()[\]|"”»]\s|[([|"”»])/su
const LABEL_START = /^(?:beslutning(?:en|er)?|referat|protokol) fra /iu
const CONNECTIVE = new Set(['og', 'for', 'i', 'af', 'samt', 'med', 'til', 'ved', 'om', '&', '-', '–'])
const OPENING = new Set(
  'sagen punktet se jf behandlet drøftet beslutning beslutningen forslaget tidligere dette referat protokol møde mødet i på fra af den det der også som senest derefter herefter efterfølgende'.split(
    ' ',
  ),
)
const BODY =
  /(?:udvalg(?:et)?|råd(?:et)?|bestyrelse(?:n)?|gruppe(?:n)?|direktion(?:en)?|for(?:um|ummet)|nævn(?:et)?|kommission(?:en)?|komit[eé](?:en)?|repræsentantskab(?:et)?|ledelse(?:n)?)(?!\p{L})/iu

/** A body whose name goes on in small letters: "Udvalget for børn, unge og familie". */
const DESCRIBED_BODY =
  /(?:Udvalget|Rådet|Nævnet|Forummet|Komiteen|Kommissionen|\p{Lu}\p{L}*(?:gruppen|udvalget|rådet)) (?:for|vedrørende|vedr\.) (?:(?! (?:den|har|blev|skal) )[^.;:()]){2,70}$/u

/**
 * References to other meetings in prose: a body's name, a date and mostly a punkt, as in "Styregruppen for IT-sikkerhed,
 * den 22. august 2025, punkt 2". Without a punkt the name must be plainly a body's. Dates that do not exist are passed over.
 */
export function findReferences(text: string): FoundReference[] {
  const found: FoundReference[] = []
  let free = 0
  for (const date of findDates(text)) {
    if (!date.iso) continue
    const from = Math.max(free, date.start - LEAD)
    const lineStart = Math.max(from, text.lastIndexOf('\n', date.start - 1) + 1)
    const before = text.slice(lineStart, date.start)
    const link = TO_DATE.exec(before)
    if (!link) continue
    const after = PUNKT_AFTER.exec(text.slice(date.end, date.end + 40))
    const name = nameAtEnd(before.slice(0, link.index), after !== null)
    if (!name) continue
    const start = lineStart + link.index - name.length
    const end = date.end + (after?.[0].length ?? 0)
    const punkt = after?.groups?.['punkt']
    found.push({
      udvalg: name.replace(/\s+/g, ' '),
      dato: date.iso,
      ...(punkt ? { punkt } : {}),
      start,
      end,
      label: text.slice(start, end).replace(/[*_]+/g, '').replace(/\s+/g, ' '),
    })
    free = end
  }
  return found
}

/** The name of a body that ends a piece of a line, without the words that lead up to it. */
function nameAtEnd(lead: string, hasPunkt: boolean): string | undefined {
  const clause = lead.replace(CLAUSE_START, '')
  const bare = clause.replace(/^[\s#>*_+•–-]+(?:\d+[.)]\s+)?/u, '')
  const labelled = LABEL_START.exec(bare)
  const whole = labelled ? bare.slice(labelled[0].length) : bare
  const name = labelled && /^\p{Lu}/u.test(whole) ? whole : (DESCRIBED_BODY.exec(whole)?.[0] ?? properName(whole))
  if (!name || name.length > 100 || !/\p{L}{2}/u.test(name)) return undefined
  return hasPunkt || BODY.test(name) ? name : undefined
}

/** The longest end of a text that reads as a name: capitalised words and the small words between them. */
function properName(text: string): string | undefined {
  const words = text.split(' ')
  let first = words.length
  while (first > 0 && isNameWord(words[first - 1] ?? '')) first -= 1
  while (first < words.length && !isNameStart(words[first] ?? '')) first += 1
  const name = words.slice(first).join(' ')
  return name === '' || !/\p{L}$/u.test(name) ? undefined : name
}

function isNameWord(word: string): boolean {
  return /^[\p{Lu}\d]/u.test(word) || CONNECTIVE.has(word)
}

function isNameStart(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !OPENING.has(word.toLowerCase().replace(/[.,]$/, ''))
}
