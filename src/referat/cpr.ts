import { CPR_LIKE } from '../findings/mask.ts'
import { endsWithCaseLabel, parseSagsnummer, type SagsnummerFormat } from './sagsnummer.ts'

/** How sure it is that a number is a CPR number. */
export type CprCertainty = 'certain' | 'likely' | 'possible'

/** A CPR number met in a text, with its offsets. The number itself is not repeated, so that it cannot be let out. */
export interface FoundCpr {
  readonly start: number
  readonly end: number
  readonly certainty: CprCertainty
}

const HOLDS_CPR_LIKE = new RegExp(CPR_LIKE.source)

/** "CPR-nr.", "cpr-nummeret", "Personnummer". */
const LABEL = '(?<![\\p{L}\\d])(?:cpr|c\\.p\\.r|person[ -]?n(?:r|um(?:mer|re)))'
const CPR_LABEL = new RegExp(LABEL, 'iu')
/** How near a label is, in characters: in the same sentence, or over a list. */
const NEAR_BEFORE = 80
const NEAR_AFTER = 40
/** Joined to the number: then nothing at its edges makes another number of it. */
const CPR_LABEL_RIGHT_BEFORE = new RegExp(`${LABEL}(?:[ .-]{0,2}n(?:r|um(?:mer|re))\\p{L}{0,3})?\\.?(?: er)?[ :=#/-]{0,3}$`, 'iu')

/** Labels of other numbers, besides those by which a case number is known elsewhere. */
const NUMBER = '(?:[ .-]{0,2}(?:n(?:r|um(?:mer|re))|id)\\p{L}{0,3})?\\.?'
const OTHER_LABEL_RIGHT_BEFORE = new RegExp(
  [
    `(?<!\\p{L})(?:sag(?:en|er|erne)|dok(?:ument)?(?:et)?|(?:tele)?fax|tlf|telefon|mobil(?:telefon)?|cvr|ean|gln)${NUMBER} ?[:=]? ?$`,
    `(?<!\\p{L})(?:jr|akt)(?=[ .-]{0,2}(?:n|id))${NUMBER} ?[:=]? ?$`,
    // The four digits are the bank's.
    `(?<!\\p{L})(?:(?:bank|giro)?konto|reg|iban)${NUMBER} ?[:=]? ?(?:\\d{4} ?)?$`,
    // A telephone number with its country.
    '(?:\\+(?:\\d{1,3} ?)?|(?<![\\d.:,])00\\d{1,3} ?)$',
  ].join('|'),
  'iu',
)

// The edges. A letter or a digit carries on a longer number or word. '-' and '/' do where such a one stands on their other
// side, so a dash between words does not; '.' does where a digit does. Taken at the letter, a '.' would let pass what ends
// a sentence, what is written "nr.010203" without a space, and "010203.pdf".
const CARRIED_ON_BEFORE = /(?:[\p{L}\p{M}\d]|\d\.|[\p{L}\p{M}\d][-/\u2010\u2011])$/u
const CARRIES_ON_AFTER = /^(?:[\p{L}\p{M}\d]|\.\d|[-/\u2010\u2011][\p{L}\p{M}\d])/u

/** An address of the web up to the number: ten digits in a row are a page's there. */
const IN_ADDRESS = /(?:\w:\/\/|www\.)[^\s<>]{0,300}$/i
const ADDRESS_LENGTH = 320

/** How far above a number the heading of its column may stand, in characters. */
const TALLEST_TABLE = 20_000
const TABLE_RULE = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** The parts belong to two paragraphs, or to two items of a list. */
const APART = /\n[\s>]*(?:\n|[-*\u2010-\u2015] )/
const UNSEEN = /[\\*_`~>\u200b-\u200d\u2060]/g

/** Weights of the digits (CPR-kontoret, "Personnummeret i CPR-systemet"). */
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** False for a text that holds none, as nearly all: to pass it by. */
export function mayHoldCpr(text: string): boolean {
  return HOLDS_CPR_LIKE.test(text)
}

/**
 * CPR numbers in a text, Markdown or not, in order: what must not be published (CPR-loven § 54, databeskyttelsesloven § 11).
 *
 * A number has a date that the calendar has; it is none where the label of another number stands right before it. Near a CPR
 * label it is certain. So it is where there is a dash or a space in it, and it passes modulus 11 or the birthday is a
 * 1 January. Without either between, one that passes is likely; with one, one that does not is possible. Modulus 11 clears no
 * number: since 2007 some are given out that do not pass, first of all to those born on a 1 January.
 *
 * `formats` are those that the authority says its case numbers have. `050527-2012` is one of them (`edoc-omvendt`). Where the
 * authority names none, it is taken for a case number too, but what would be certain otherwise is likely: it may have been
 * written by one who has no such case numbers.
 */
export function findCprNumbers(text: string, formats: readonly SagsnummerFormat[] = []): FoundCpr[] {
  return [...text.matchAll(CPR_LIKE)].flatMap((match) => {
    const certainty = certaintyOf(text, match, formats)
    return certainty ? [{ start: match.index, end: match.index + match[0].length, certainty }] : []
  })
}

function certaintyOf(text: string, match: RegExpExecArray, formats: readonly SagsnummerFormat[]): CprCertainty | undefined {
  const { birth = '', gap = '', serial = '' } = match.groups ?? {}
  const start = match.index
  const end = start + match[0].length
  if (!isRealDate(birth, serial) || APART.test(gap)) return undefined

  const { right, column } = labelsOf(text, start)
  const joined = right.some((label) => CPR_LABEL_RIGHT_BEFORE.test(label))
  if (!joined && (carriesOn(text, start, end) || right.some(labelsAnother))) return undefined
  const near = `${column} ${words(text.slice(Math.max(0, start - NEAR_BEFORE), start))}`
  if (joined || CPR_LABEL.test(near) || CPR_LABEL.test(words(text.slice(end, end + NEAR_AFTER)))) return 'certain'

  const between = gap.replace(UNSEEN, '')
  // With a full stop it is as often a sum or a code.
  if (between.includes('.')) return undefined
  if (between === '' && IN_ADDRESS.test(text.slice(Math.max(0, start - ADDRESS_LENGTH), start))) return undefined
  const passes = passesModulus11(`${birth}${serial}`)
  const sure = between !== '' && (passes || birth.startsWith('0101'))
  if (parseSagsnummer(`${birth}${between}${serial}`, formats.length > 0 ? formats : undefined))
    return sure && formats.length === 0 ? 'likely' : undefined
  if (sure) return 'certain'
  return between !== '' ? 'possible' : passes ? 'likely' : undefined
}

/**
 * True where the calendar has the day. The century is in the seventh digit, as in the table of CPR-kontoret,
 * "Personnummeret i CPR-systemet".
 */
function isRealDate(birth: string, serial: string): boolean {
  const [day = 0, month = 0, year = 0] = (birth.match(/\d\d/g) ?? []).map(Number)
  const seventh = Number(serial[0])
  const century = seventh <= 3 ? 1900 : seventh === 4 || seventh === 9 ? (year <= 36 ? 2000 : 1900) : year <= 57 ? 2000 : 1800
  const date = new Date(Date.UTC(century + year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function passesModulus11(digits: string): boolean {
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
}

function carriesOn(text: string, start: number, end: number): boolean {
  return CARRIED_ON_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || CARRIES_ON_AFTER.test(text.slice(end, end + 2))
}

function labelsAnother(right: string): boolean {
  return OTHER_LABEL_RIGHT_BEFORE.test(right) || endsWithCaseLabel(right)
}

/**
 * What stands right before an offset, in its paragraph or its row of a table, and the heading of its column in a table. The
 * heading too stands right before what begins a cell.
 */
function labelsOf(text: string, at: number): { readonly right: readonly string[]; readonly column: string } {
  const rows = text.slice(Math.max(0, at - TALLEST_TABLE), at).split('\n')
  const row = rows.pop() ?? ''
  if (!row.includes('|') && !/^[^\n|]{0,200}\|/.test(text.slice(at, at + 201))) {
    const before = text.slice(Math.max(0, at - NEAR_BEFORE), at)
    return { right: [words(before.split(/\n[ \t>]*\n/).at(-1) ?? '')], column: '' }
  }
  const cells = row.split('|')
  const column = headingOf(rows, cells.length - 1)
  const beginsCell = words(cells.at(-1) ?? '').trim() === ''
  return { right: [words(row.slice(-NEAR_BEFORE)), ...(beginsCell ? [column] : [])], column }
}

/** The heading of a column, from the rows above; '' where no table begins there. */
function headingOf(rows: readonly string[], column: number): string {
  const rule = rows.findLastIndex((row) => !row.includes('|') || TABLE_RULE.test(row))
  const cell = TABLE_RULE.test(rows[rule] ?? '') ? rows[rule - 1]?.split('|')[column] : undefined
  return cell === undefined ? '' : `${words(cell).trim()}: `
}

/** The words of a text on one line, without the marks between them. */
function words(text: string): string {
  return text.replace(/&#?\w{2,8};|[|*_~`\\()[\]{}"'»«“”„<>\u00ad\u200b-\u200d\u2060]/g, ' ').replace(/\s+/g, ' ')
}
