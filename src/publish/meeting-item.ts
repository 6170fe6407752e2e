import type { Archive } from '../archive/archive.ts'
import { hasMinutes, type Meeting, type MeetingStatus } from '../referat/meeting.ts'
import { shorten } from './excerpt.ts'
import { urls } from './urls.ts'

/** A meeting in a list. */
export interface MeetingItem {
  readonly url: string
  /** ISO date. */
  readonly date: string
  readonly start?: string
  readonly place?: string
  readonly status: MeetingStatus
  readonly statusLabel: string
  readonly bodyName: string
  readonly bodyUrl: string
  readonly authorityId: string
  readonly authorityName: string
  readonly punktCount: number
  /** Titles of its open punkter, those that stand on every agenda left out, as one line. */
  readonly titles: string
  /** Tells two meetings of one body on one day apart: the folder's suffix, such as "ekstraordinaert". */
  readonly suffix: string
}

/** The name of a status in lists. */
export const STATUS_LABELS: Readonly<Record<MeetingStatus, string>> = {
  dagsorden: 'Dagsorden',
  kladde: 'Kladde',
  referat: 'Referat',
  godkendt: 'Godkendt referat',
  aflyst: 'Aflyst',
}

/** Suffixes of meeting folders that are written with Danish letters on the page. */
const SUFFIX_WORDS: Readonly<Record<string, string>> = {
  ekstraordinaert: 'ekstraordinært møde',
  'ekstraordinaert-moede': 'ekstraordinært møde',
  faellesmoede: 'fællesmøde',
  budgetmoede: 'budgetmøde',
  temamoede: 'temamøde',
}

/** What a list shows of a meeting. */
export function meetingItem(archive: Archive, meeting: Meeting): MeetingItem {
  return {
    url: urls.of(meeting.id),
    date: meeting.date,
    ...(meeting.start && { start: meeting.start }),
    ...(meeting.place && { place: meeting.place }),
    status: meeting.status,
    statusLabel: STATUS_LABELS[meeting.status],
    bodyName: archive.body(meeting.udvalg).name,
    bodyUrl: urls.of(meeting.udvalg),
    authorityId: meeting.authority,
    authorityName: archive.authority(meeting.authority).name,
    punktCount: meeting.punkter.length,
    titles: titlesOf(archive, meeting),
    suffix: suffixOf(meeting),
  }
}

/**
 * True for an agenda that waits for its meeting. The clock is not asked, so that the same archive gives the same pages:
 * an agenda is overtaken once a later meeting of the body has minutes.
 */
export function isUpcoming(archive: Archive, meeting: Meeting): boolean {
  if (meeting.status !== 'dagsorden') return false
  const newestHeld = archive.meetingsOf(meeting.udvalg).find(hasMinutes)
  return newestHeld === undefined || newestHeld.date <= meeting.date
}

/** Longest line of titles in a list, in characters. */
const TITLES = 170

function titlesOf(archive: Archive, meeting: Meeting): string {
  const titles: string[] = []
  let length = 0
  for (const punkt of archive.punkterOf(meeting.id)) {
    if (punkt.closed || archive.sagNameOf(punkt)?.standing) continue
    titles.push(punkt.title)
    length += punkt.title.length + 3
    if (length > TITLES) break
  }
  return shorten(titles.join(' · '), TITLES)
}

/** The words of a meeting folder's suffix; '' where the folder is the date alone. */
export function suffixOf(meeting: Meeting): string {
  const suffix = meeting.folder.slice(11)
  return SUFFIX_WORDS[suffix] ?? suffix.replaceAll('-', ' ')
}
