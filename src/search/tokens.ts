import { foldLetters } from '../source/slug.ts'

/** How a query and the index name a day, a month and a case number: one word each that no text has. */
export function dayToken(iso: string): string {
  return `dag${iso.replaceAll('-', '')}`
}

export function monthToken(month: string): string {
  return `md${month.replace('-', '')}`
}

/** Of a case number or a part of one, however it is hyphenated: `85.15.02K07-1-25` → `sag851502k07125`. */
export function sagToken(written: string): string {
  return `sag${foldLetters(written).replace(/[^a-z0-9]/g, '')}`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const MONTH =
  '(?<month>jan(?:uar)?|feb(?:r|ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const YEAR = '(?<year>(?:19|20)\\d\\d)'
const BEFORE = '(?<![\\p{L}\\p{N}./-])'
const AFTER = '(?![\\p{L}\\p{N}]|[./-]\\p{N})'
const WEEKDAY = '(?:(?:man|tirs|ons|tors|fre|lør|løver|søn)dag,?\\s+)?(?:den\\s+|d\\.\\s*)?'

/** Whole dates, then months. A year of two digits needs a slash before it, since `28.08.25` might as well be a KLE number. */
const PATTERNS = [
  `${BEFORE}${WEEKDAY}(?<day>\\d{1,2})(?:\\.\\s*|\\s+)${MONTH},?\\s+${YEAR}${AFTER}`,
  `${BEFORE}${WEEKDAY}(?<day>\\d{1,2})(?<mark>[./-])(?<number>\\d{1,2})\\k<mark>${YEAR}${AFTER}`,
  `${BEFORE}${WEEKDAY}(?<day>\\d{1,2})/(?<number>\\d{1,2})[ -]${YEAR}${AFTER}`,
  `${BEFORE}${YEAR}-(?<number>\\d\\d)-(?<day>\\d\\d)${AFTER}`,
  `${BEFORE}${WEEKDAY}(?<day>\\d{1,2})/(?<number>\\d{1,2})[ /-](?<short>\\d\\d)${AFTER}`,
  `${BEFORE}${MONTH},?\\s+${YEAR}${AFTER}`,
  `${BEFORE}${YEAR}-(?<number>\\d\\d)${AFTER}`,
  `${BEFORE}(?<number>\\d{1,2})[/-]${YEAR}${AFTER}`,
].map((pattern) => new RegExp(pattern, 'giu'))

/** A stretch of text that stands for one token. */
export interface FoundToken {
  readonly token: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Days (`28. august 2025`, `28-08-2025`, `28/8 2025`, `2025-08-28`) and months (`august 2025`, `2025-08`) in a text, in order, without overlaps. */
export function findDateTokens(text: string): FoundToken[] {
  const found: FoundToken[] = []
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      const token = tokenOf(match.groups ?? {})
      if (token && !found.some((other) => start < other.end && other.start < end)) found.push({ token, text: match[0], start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function tokenOf({ day, month, number, year, short }: Readonly<Record<string, string | undefined>>): string | undefined {
  const of = month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(number)
  if (of < 1 || of > 12) return undefined
  const inYear = `${year ?? `20${short}`}-${String(of).padStart(2, '0')}`
  if (day === undefined) return monthToken(inYear)
  const iso = `${inYear}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? dayToken(iso) : undefined
}
