import type { Archive } from '../../archive/archive.ts'
import { formatDate } from '../../referat/dato.ts'
import type { Deltager } from '../../referat/deltager.ts'
import type { Meeting, MeetingStatus } from '../../referat/meeting.ts'
import type { Punkt } from '../../referat/punkt.ts'
import { renderMarkdown } from '../../source/markdown.ts'
import { slugify } from '../../source/slug.ts'
import { type BilagItem, bilagItems, closedBilagLine } from '../bilag-view.ts'
import { closedLine } from '../closed-line.ts'
import { linkResolver } from '../markdown-links.ts'
import { type MeetingItem, meetingItem, suffixOf } from '../meeting-item.ts'
import { type OutcomeView, outcomesOf } from '../outcome-view.ts'
import { sagsnummerLink } from '../punkt-item.ts'
import { type RettelseView, rettelserOf } from '../rettelse-view.ts'
import { type SectionView, sectionsOf } from '../section-view.ts'
import { breadcrumbList, meetingEvent, structuredData } from '../structured-data.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { absenceLines, type VoteRow, voteRows } from '../vote-view.ts'

/** A punkt in full, as it stands in the minutes. */
export interface MeetingPunkt {
  readonly anchor: string
  readonly url: string
  readonly number: string
  readonly title: string
  readonly closed: boolean
  readonly closedLine: string
  readonly sagsnummer?: { readonly written: string; readonly url: string }
  readonly outcomes: readonly OutcomeView[]
  readonly derived: boolean
  readonly sections: readonly SectionView[]
  /** Index of the section under which the vote and the absences belong; -1 for after the text. */
  readonly decisionAt: number
  readonly vote: readonly VoteRow[]
  readonly absences: readonly string[]
  readonly bilag: readonly BilagItem[]
  readonly closedBilag: string
}

export interface AttendanceGroup {
  readonly label: string
  readonly people: readonly string[]
}

/** The whole minutes of a meeting on one page. */
export interface MeetingView extends View {
  readonly bodyName: string
  readonly bodyUrl: string
  readonly authorityName: string
  readonly date: string
  readonly suffix: string
  readonly start?: string
  readonly end?: string
  readonly place?: string
  readonly clerk?: string
  readonly status: MeetingStatus
  readonly statusLine: string
  readonly attendance: readonly AttendanceGroup[]
  readonly attendanceLine: string
  readonly html: string
  readonly rettelser: readonly RettelseView[]
  readonly punkter: readonly MeetingPunkt[]
  readonly previous?: MeetingItem
  readonly next?: MeetingItem
  readonly structuredData: string
}

const STATUS_LINES: Readonly<Record<MeetingStatus, string>> = {
  dagsorden: 'Dagsorden – ikke behandlet endnu',
  kladde: 'Kladde til referat',
  referat: 'Referat – ikke registreret som godkendt',
  godkendt: 'Godkendt referat',
  aflyst: 'Aflyst',
}

/** The page of a meeting: its head, its table of contents and every punkt in full. */
export function meetingView(archive: Archive, meeting: Meeting): MeetingView {
  const body = archive.body(meeting.udvalg)
  const authority = archive.authority(meeting.authority)
  const url = urls.of(meeting.id)
  const date = formatDate(meeting.date)
  const suffix = suffixOf(meeting)
  const punkter = archive.punkterOf(meeting.id)
  const name = `${body.name} ${date}${suffix ? `, ${suffix}` : ''}`
  const breadcrumbs = trail(
    { label: authority.name, url: urls.of(authority.id) },
    { label: body.name, url: urls.of(body.id) },
    { label: suffix ? `${date}, ${suffix}` : date },
  )
  const { newer: next, older: previous } = archive.meetingsBeside(meeting)
  return {
    template: 'views/meeting.njk',
    page: { url },
    title: name,
    description: describe(meeting, name, authority.name, punkter),
    breadcrumbs,
    bodyName: body.name,
    bodyUrl: urls.of(body.id),
    authorityName: authority.name,
    date: meeting.date,
    suffix,
    ...(meeting.start && { start: meeting.start }),
    ...(meeting.end && { end: meeting.end }),
    ...(meeting.place && { place: meeting.place }),
    ...(meeting.clerk && { clerk: meeting.clerk }),
    status: meeting.status,
    statusLine: STATUS_LINES[meeting.status],
    attendance: attendanceOf(meeting.deltagere),
    attendanceLine: attendanceLine(meeting.deltagere),
    html: renderMarkdown(meeting.text, {
      headingShift: 1,
      idPrefix: 'indledning',
      resolveLink: linkResolver(archive, { file: meeting.file, pageUrl: url }),
    }),
    rettelser: rettelserOf(archive, meeting),
    punkter: punkter.map((punkt) => punktInFull(archive, meeting, punkt, url)),
    ...(previous && { previous: meetingItem(archive, previous) }),
    ...(next && { next: meetingItem(archive, next) }),
    structuredData: structuredData(meetingEvent(archive, meeting, name), breadcrumbList(archive, url, breadcrumbs)),
  }
}

function punktInFull(archive: Archive, meeting: Meeting, punkt: Punkt, pageUrl: string): MeetingPunkt {
  const anchor = `punkt-${slugify(punkt.number) || punkt.order}`
  const sagsnummer = sagsnummerLink(archive, punkt)
  const outcomes = outcomesOf(punkt, meeting)
  const sections = sectionsOf(archive, punkt, { pageUrl, level: 3, idPrefix: anchor })
  return {
    anchor,
    url: urls.of(punkt.id),
    number: punkt.number,
    title: punkt.title,
    closed: punkt.closed,
    closedLine: closedLine(punkt, meeting),
    ...(sagsnummer && { sagsnummer }),
    outcomes,
    derived: outcomes.some((outcome) => outcome.derived),
    sections,
    decisionAt: sections.findLastIndex(({ key }) => key === 'decision'),
    vote: voteRows(archive, punkt, meeting),
    absences: absenceLines(punkt),
    bilag: bilagItems(punkt, meeting),
    closedBilag: closedBilagLine(punkt),
  }
}

function attendanceOf(deltagere: readonly Deltager[]): AttendanceGroup[] {
  const withParties = deltagere.some(({ party }) => party !== undefined)
  const present = deltagere.filter(({ attendance }) => attendance === 'til stede')
  const isMember = ({ party, substituteFor }: Deltager): boolean => !withParties || party !== undefined || substituteFor !== undefined
  const groups = [
    { label: 'Til stede', people: present.filter(isMember) },
    { label: 'Øvrige deltagere', people: present.filter((deltager) => !isMember(deltager)) },
    { label: 'Afbud', people: deltagere.filter(({ attendance }) => attendance === 'afbud') },
    { label: 'Fraværende', people: deltagere.filter(({ attendance }) => attendance === 'fravær') },
  ]
  return groups.filter(({ people }) => people.length > 0).map(({ label, people }) => ({ label, people: people.map(personLine) }))
}

function personLine({ name, party, role, substituteFor }: Deltager): string {
  const named = party ? `${name} (${party})` : name
  return [named, role, substituteFor && `stedfortræder for ${substituteFor}`].filter(Boolean).join(', ')
}

function attendanceLine(deltagere: readonly Deltager[]): string {
  const count = (attendance: Deltager['attendance']): number => deltagere.filter((one) => one.attendance === attendance).length
  const parts = [
    `${count('til stede')} til stede`,
    count('afbud') > 0 && `${count('afbud')} afbud`,
    count('fravær') > 0 && `${count('fravær')} fraværende`,
  ]
  return deltagere.length === 0 ? '' : parts.filter(Boolean).join(', ')
}

function describe(meeting: Meeting, name: string, authority: string, punkter: readonly Punkt[]): string {
  const kind = meeting.status === 'dagsorden' ? 'Dagsorden for' : meeting.status === 'aflyst' ? 'Aflyst møde:' : 'Referat af mødet i'
  const titles = punkter
    .filter(({ closed }) => !closed)
    .slice(0, 4)
    .map(({ title }) => title)
    .join(' · ')
  return `${kind} ${name}, ${authority}. ${punkter.length === 1 ? '1 punkt' : `${punkter.length} punkter`}${titles ? `: ${titles}` : ''}`.slice(
    0,
    300,
  )
}
