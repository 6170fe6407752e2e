import { formatDate, isIsoDate } from '../referat/dato.ts'
import type { MeetingStatus } from '../referat/meeting.ts'

/** A meeting as the picture needs it; a meeting of the archive is one. */
export interface PictureMeeting {
  /** ISO date. */
  readonly date: string
  readonly status: MeetingStatus
}

/** What a mark stands for: a meeting with minutes, one with an agenda alone, one that was called off. */
export type MeetingMark = 'held' | 'agenda' | 'cancelled'

/** A line of twelve months with a mark for each meeting. */
export interface YearRow {
  readonly label: string
  readonly url?: string
  /** Place of each mark, in percent of the line from 1 January to 31 December; months are equally wide. */
  readonly marks: readonly { readonly at: number; readonly mark: MeetingMark }[]
  /** Meetings that were not called off. */
  readonly count: number
  /** The dates in words, for who does not see the line. */
  readonly text: string
}

/** Meetings in the course of the year: a row for each year of a body, or for each body in a year. */
export interface YearPicture {
  /** Heading of the picture. */
  readonly caption: string
  readonly rows: readonly YearRow[]
  /** The marks that occur, with what they stand for. */
  readonly legend: readonly { readonly mark: MeetingMark; readonly label: string }[]
}

/** Fewer meetings are seen at once in the list. */
const FEWEST = 3

const MARKS: Readonly<Record<MeetingStatus, MeetingMark>> = {
  dagsorden: 'agenda',
  kladde: 'agenda',
  referat: 'held',
  godkendt: 'held',
  aflyst: 'cancelled',
}

const LEGEND: readonly YearPicture['legend'][number][] = [
  { mark: 'held', label: 'Møde med referat' },
  { mark: 'agenda', label: 'Kun dagsorden' },
  { mark: 'cancelled', label: 'Aflyst' },
]

/** Draws the rows that have meetings; undefined where there are too few meetings in all for a picture to say something. */
export function yearPicture(
  caption: string,
  rows: readonly { readonly label: string; readonly url?: string; readonly meetings: readonly PictureMeeting[] }[],
): YearPicture | undefined {
  const drawn = rows.filter(({ meetings }) => meetings.length > 0)
  if (drawn.reduce((sum, { meetings }) => sum + meetings.length, 0) < FEWEST) return undefined
  const picture = drawn.map(({ meetings, ...row }) => rowOf(row, meetings))
  const there = new Set(picture.flatMap(({ marks }) => marks.map(({ mark }) => mark)))
  return { caption, rows: picture, legend: LEGEND.filter(({ mark }) => there.has(mark)) }
}

function rowOf(row: Pick<YearRow, 'label' | 'url'>, meetings: readonly PictureMeeting[]): YearRow {
  const inOrder = meetings.filter(({ date }) => isIsoDate(date)).sort((a, b) => (a.date < b.date ? -1 : 1))
  return {
    ...row,
    marks: inOrder.map(({ date, status }) => ({ at: placeOf(date), mark: MARKS[status] })),
    count: inOrder.filter(({ status }) => status !== 'aflyst').length,
    text: LEGEND.flatMap(({ mark, label }) => {
      const dates = inOrder.filter(({ status }) => MARKS[status] === mark).map(({ date }) => dayOf(date))
      return dates.length === 0 ? [] : [`${label}: ${dates.join(', ')}.`]
    }).join(' '),
  }
}

/** Days of February and the short months count as much as others: a meeting on the last day stands at the month's end. */
function placeOf(iso: string): number {
  const [, month = 1, day = 1] = iso.split('-').map(Number)
  return Math.round(((month - 1 + (day - 0.5) / 31) / 12) * 1000) / 10
}

/** `28. august`: the year stands in the row or in the caption. */
function dayOf(iso: string): string {
  return formatDate(iso).slice(0, -5)
}
