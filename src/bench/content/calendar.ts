import type { Body } from './authority.ts'

/** The day on which the invented archive stands still: meetings after it have an agenda only. */
export const TODAY = '2026-11-20'
const LAST_MONTH = 2026 * 12 + 11
const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']

/** Months in which councils meet: all but July, from December 2026 backwards. Counted from the year 0. */
export function monthsBack(count: number): number[] {
  const months: number[] = []
  for (let month = LAST_MONTH; months.length < count; month -= 1) if (month % 12 !== 6) months.push(month)
  return months.reverse()
}

/** The date of a body's meeting in a month: its day, moved off the weekend. */
export function meetingDate({ day }: Body, month: number): string {
  const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, day))
  const weekday = date.getUTCDay()
  if (weekday === 0 || weekday === 6) date.setUTCDate(day + (weekday === 0 ? 1 : 2))
  return date.toISOString().slice(0, 10)
}

export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** "4. marts 2026". */
export function inWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)}. ${MONTHS[Number(month) - 1]} ${year}`
}
