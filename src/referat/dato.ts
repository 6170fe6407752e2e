import { DateTime } from 'luxon'
import { AtHand } from '../source/at-hand.ts'

/** A date met in a text. */
export interface FoundDate {
  /** ISO date; undefined where the calendar has no such day. */
  readonly iso: string | undefined
  /** The weekday before it, as written. */
  readonly weekday?: string
  /** Offsets into the text; they take in the weekday. */
  readonly start: number
  readonly end: number
  readonly text: string
}

const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']
const MONTH_BY_START: ReadonlyMap<string, number> = new Map(MONTHS.map((month, index) => [month.slice(0, 3), index + 1]))

const YEAR = '(?:1[6-9]|2[01])\\d\\d'
const MONTH = `${MONTHS.join('|')}|jan|feb|febr|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec`
// Numeric dates keep clear of case numbers and CPR numbers: no letter, digit, '.', '-' or '/' before, nothing that carries on after.
const DATE = new RegExp(
  [
    `(?<![\\p{L}\\p{M}\\d])(?<day>\\d{1,2})(?:\\.\\s{0,3}|\\s{1,3})(?<month>${MONTH})(?!\\p{L})\\.?,?\\s{1,3}(?<year>${YEAR})(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\p{M}\\d./-])(?<iso>${YEAR}-\\d\\d-\\d\\d)(?=[Tt]\\d|(?![\\p{L}\\d/-]|\\.\\d))`,
    `(?<![\\p{L}\\p{M}\\d./-])(?<numericDay>\\d{1,2})(?:(?<mark>[-./])(?<numericMonth>\\d{1,2})\\k<mark>|/(?<slashMonth>\\d{1,2})[- ])(?<numericYear>${YEAR})(?![\\p{L}\\d/-]|\\.\\d)`,
  ].join('|'),
  'giu',
)
const WEEKDAY_BEFORE =
  /(?<!\p{L})(?<weekday>mandag|tirsdag|onsdag|torsdag|fredag|l(?:ø|oe)rdag|s(?:ø|oe)ndag),?\s{1,3}(?:(?:den|d\.?)\s{0,3})?$/iu
const DATE_LEAD = 24

const HOUR = '(?:[01]?\\d|2[0-3])'
const CLOCK = '(?<![\\p{L}\\d])kl(?:\\.|okken)?\\s{0,3}'
const TIMES = new RegExp(
  `(?:${CLOCK}(?<clock>${HOUR}(?:[.:][0-5]\\d)?)|(?<![\\p{L}\\d.:,/-])(?<bare>${HOUR}[.:][0-5]\\d))(?::[0-5]\\d)?(?![\\d]|[.:,/]\\d)` +
    `(?:\\s{0,3}(?:[-–—]|til)\\s{0,3}(?:kl(?:\\.|okken)?\\s{0,3})?(?<end>${HOUR}(?:[.:][0-5]\\d)?)(?::[0-5]\\d)?(?![\\d]|[.:,/]\\d))?`,
  'iu',
)

/** True for a `yyyy-mm-dd` that the calendar has. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dateOf(text).isValid
}

/** The first Danish date in a text that exists, as ISO. */
export function parseDate(text: string): string | undefined {
  return findDates(text).find((date) => date.iso !== undefined)?.iso
}

const HAS_YEAR = new RegExp(YEAR)
/** Several ask for the dates of one text, one after the other. */
const found = new AtHand<readonly FoundDate[]>(20_000)

/** Every date with day, month and four-digit year in a text, in the forms Danish minutes use. */
export function findDates(text: string): readonly FoundDate[] {
  return HAS_YEAR.test(text) ? found.of(text, findAnew) : []
}

function findAnew(text: string): FoundDate[] {
  const dates: FoundDate[] = []
  for (const match of text.matchAll(DATE)) {
    const parts = partsOf(match.groups ?? {})
    if (!parts) continue
    const iso = `${parts.year}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`
    const lead = text.slice(Math.max(0, match.index - DATE_LEAD), match.index).match(WEEKDAY_BEFORE)
    const start = match.index - (lead?.[0].length ?? 0)
    const end = match.index + match[0].length
    const weekday = lead?.groups?.['weekday']
    dates.push({ iso: isIsoDate(iso) ? iso : undefined, ...(weekday ? { weekday } : {}), start, end, text: text.slice(start, end) })
  }
  return dates
}

/** Times of day in a line such as `kl. 08:30 -10:30`, as `hh:mm`. */
export function parseTimes(text: string): { start?: string; end?: string } {
  let rest = ''
  let from = 0
  for (const date of findDates(text)) {
    rest += `${text.slice(from, date.start)} `
    from = date.end
  }
  rest += text.slice(from)
  const groups = rest.match(TIMES)?.groups
  const start = groups?.['clock'] ?? groups?.['bare']
  if (!start) return {}
  const end = groups?.['end']
  return end ? { start: clockOf(start), end: clockOf(end) } : { start: clockOf(start) }
}

/** Danish name of the weekday of an ISO date: `torsdag`; '' for a date that does not exist. */
export function weekdayOf(iso: string): string {
  const date = dateOf(iso)
  return date.isValid ? (WEEKDAYS[date.weekday - 1] ?? '') : ''
}

/** `28. august 2025`, the day and month kept together by a no-break space. A date that does not exist comes back as written. */
export function formatDate(iso: string): string {
  if (!isIsoDate(iso)) return iso
  return `${Number(iso.slice(8))}.\u00a0${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`
}

/** `28.08.2025`. A date that does not exist comes back as written. */
export function formatDateShort(iso: string): string {
  return isIsoDate(iso) ? `${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : iso
}

/** `torsdag den 28. august 2025`. A date that does not exist comes back as written. */
export function formatDateWithWeekday(iso: string): string {
  return isIsoDate(iso) ? `${weekdayOf(iso)} den ${formatDate(iso)}` : iso
}

/** `14.00` from `14:00`, as Danish writes times. */
export function formatTime(hhmm: string): string {
  return hhmm.replace(':', '.')
}

/** Whole days from the first ISO date to the second, negative when it is earlier; NaN where one does not exist. */
export function daysBetween(isoA: string, isoB: string): number {
  return Math.round((dateOf(isoB).toMillis() - dateOf(isoA).toMillis()) / DAY)
}

/** The year of an ISO date. */
export function yearOf(iso: string): number {
  return Number(iso.slice(0, 4))
}

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000
/** Few dates stand in many places, and reading one takes long beside all else that is done with it. */
const known = new Map<string, DateTime>()
const MOST_KNOWN = 20_000

function dateOf(iso: string): DateTime {
  const date = known.get(iso) ?? DateTime.fromISO(iso, { zone: 'utc' })
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(iso, date)
  return date
}

function clockOf(time: string): string {
  const [hour = '', minute = '00'] = time.split(/[.:]/)
  return `${hour.padStart(2, '0')}:${minute}`
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): { year: string; month: number; day: number } | undefined {
  const iso = groups['iso']
  if (iso) return { year: iso.slice(0, 4), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8)) }
  const monthName = groups['month']
  if (monthName) {
    const month = MONTH_BY_START.get(monthName.slice(0, 3).toLowerCase())
    return month ? { year: groups['year'] ?? '', month, day: Number(groups['day']) } : undefined
  }
  const day = Number(groups['numericDay'])
  const month = Number(groups['numericMonth'] ?? groups['slashMonth'])
  // A slip of the pen leaves one of the two in range; where neither is, it is no date at all.
  const plausible = (day >= 1 && day <= 31) || (month >= 1 && month <= 12)
  return plausible ? { year: groups['numericYear'] ?? '', month, day } : undefined
}
