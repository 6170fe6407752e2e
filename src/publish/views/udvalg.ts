import type { Archive } from '../../archive/archive.ts'
import type { Udvalg, UdvalgType } from '../../referat/authority.ts'
import { formatDate, yearOf } from '../../referat/dato.ts'
import type { Member } from '../../referat/deltager.ts'
import type { Meeting } from '../../referat/meeting.ts'
import { partyName } from '../../referat/party.ts'
import { plainTextOf, renderMarkdown } from '../../source/markdown.ts'
import { registerUrls } from '../decision-register.ts'
import { shorten } from '../excerpt.ts'
import { linkResolver } from '../markdown-links.ts'
import { isUpcoming, type MeetingItem, meetingItem } from '../meeting-item.ts'
import { POLITICAL } from '../people.ts'
import { breadcrumbList, structuredData } from '../structured-data.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { type YearPicture, yearPicture } from '../year-picture.ts'

/** A member in a list. */
export interface MemberView {
  readonly name: string
  /** The person's page; only members of political bodies have one. */
  readonly url?: string
  /** Party spelled out with its letter, and role. */
  readonly note: string
  /** "til 30. juni 2026" for a member who has left; '' else. */
  readonly period: string
}

/** A body's page. */
export interface UdvalgView extends View {
  readonly name: string
  readonly authorityName: string
  readonly authorityUrl: string
  readonly typeLabel: string
  readonly html: string
  /** Plain sentences on other names, closing down and succession. */
  readonly history: readonly { readonly text: string; readonly links: readonly { readonly label: string; readonly url: string }[] }[]
  readonly upcoming: readonly MeetingItem[]
  readonly years: readonly { readonly year: number; readonly meetings: readonly MeetingItem[] }[]
  /** Absent for a body with hardly any meetings. */
  readonly picture?: YearPicture
  readonly members: readonly MemberView[]
  readonly formerMembers: readonly MemberView[]
  /** Ways on: what was decided, and what has not come back. */
  readonly links: readonly { readonly label: string; readonly url: string }[]
  readonly structuredData: string
}

/** What a body is called by its type. */
export const TYPE_LABELS: Readonly<Record<UdvalgType, string>> = {
  kommunalbestyrelse: 'Øverste politiske ledelse',
  økonomiudvalg: 'Økonomiudvalg',
  fagudvalg: 'Politisk udvalg',
  råd: 'Råd eller nævn',
  administrativt: 'Administrativt forum',
  bestyrelse: 'Bestyrelse',
}

/** What is gathered once for all bodies and concerns this one. */
export interface AroundBody {
  /** How many matters it has put off or passed on that have not come back. */
  readonly openLoops: number
  readonly decisions: number
  /** The addresses of the members' pages, in the order of the body's members; people of one name have their own. */
  readonly personUrls?: readonly (string | undefined)[]
}

/** The page of a body: what it is, its meetings by year, its members. */
export function udvalgView(archive: Archive, body: Udvalg, around: AroundBody = { openLoops: 0, decisions: 0 }): UdvalgView {
  const authority = archive.authority(body.authority)
  const url = urls.of(body.id)
  const meetings = archive.meetingsOf(body.id)
  const breadcrumbs = trail({ label: authority.name, url: urls.of(authority.id) }, { label: body.name })
  const years = new Map<number, MeetingItem[]>()
  for (const meeting of meetings.filter((one) => !isUpcoming(archive, one))) {
    const year = yearOf(meeting.date)
    years.set(year, [...(years.get(year) ?? []), meetingItem(archive, meeting)])
  }
  const { members, formerMembers } = membersOf(archive, body, meetings[0]?.date, around.personUrls)
  const picture = pictureOf(meetings)
  const about = shorten(plainTextOf(body.text), 140)
  return {
    template: 'views/udvalg.njk',
    page: { url },
    title: `${body.name} – ${authority.name}`,
    description: `Møder, dagsordener og referater fra ${body.name}, ${authority.name}. ${about}`.trim(),
    breadcrumbs,
    name: body.name,
    authorityName: authority.name,
    authorityUrl: urls.of(authority.id),
    typeLabel: TYPE_LABELS[body.type],
    html: renderMarkdown(body.text, {
      headingShift: 1,
      idPrefix: 'om',
      resolveLink: linkResolver(archive, { file: body.file, pageUrl: url }),
    }),
    history: historyOf(archive, body),
    upcoming: meetings
      .filter((meeting) => isUpcoming(archive, meeting))
      .map((meeting) => meetingItem(archive, meeting))
      .reverse(),
    years: [...years].map(([year, items]) => ({ year, meetings: items })),
    ...(picture && { picture }),
    members,
    formerMembers,
    links: linksOf(body, around),
    structuredData: structuredData(breadcrumbList(archive, url, breadcrumbs)),
  }
}

/** More years than these make a picture that is read and not seen. */
const PICTURED = 6

function pictureOf(meetings: readonly Meeting[]): YearPicture | undefined {
  const years = [...new Set(meetings.map(({ date }) => yearOf(date)))].slice(0, PICTURED)
  return yearPicture(
    'Møder i løbet af året',
    years.map((year) => ({ label: String(year), meetings: meetings.filter(({ date }) => yearOf(date) === year) })),
  )
}

function linksOf(body: Udvalg, { openLoops, decisions }: AroundBody): UdvalgView['links'] {
  const decided = decisions === 1 ? '1 beslutning efter udfald' : `${decisions} beslutninger efter udfald`
  const open = openLoops === 1 ? '1 åben sag, som ikke er kommet igen' : `${openLoops} åbne sager, som ikke er kommet igen`
  return [
    ...(decisions > 0 ? [{ label: decided, url: registerUrls.body(body.id) }] : []),
    ...(openLoops > 0 ? [{ label: open, url: `${urls.openLoops(body.authority)}#${body.slug}` }] : []),
  ]
}

function historyOf(archive: Archive, body: Udvalg): UdvalgView['history'] {
  const sentences: { text: string; links: { label: string; url: string }[] }[] = []
  if (body.aliases.length > 0) sentences.push({ text: `Nævnes også som ${listed(body.aliases)}.`, links: [] })
  if (body.closedDown) sentences.push({ text: `${body.name} blev nedlagt den ${formatDate(body.closedDown)}.`, links: [] })
  if (body.succeededBy) {
    const successor = archive.findBody(body.authority, body.succeededBy)
    if (successor) sentences.push({ text: 'Opgaverne er overtaget af', links: [{ label: successor.name, url: urls.of(successor.id) }] })
    else sentences.push({ text: `Opgaverne er overtaget af ${body.succeededBy}.`, links: [] })
  }
  const predecessors = archive
    .bodiesOf(body.authority)
    .filter(({ id, succeededBy }) => id !== body.id && succeededBy && archive.findBody(body.authority, succeededBy)?.id === body.id)
  if (predecessors.length > 0) {
    sentences.push({ text: 'Har overtaget opgaver fra', links: predecessors.map(({ name, id }) => ({ label: name, url: urls.of(id) })) })
  }
  return sentences
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`
}

/** Members on the day of the newest meeting (a page must not change with the clock), and those who have left. */
function membersOf(
  archive: Archive,
  body: Udvalg,
  newest: string | undefined,
  personUrls: AroundBody['personUrls'],
): { members: MemberView[]; formerMembers: MemberView[] } {
  const authority = archive.authority(body.authority)
  const day =
    newest ??
    body.members
      .map(({ from }) => from ?? '')
      .sort()
      .at(-1) ??
    ''
  const hasLeft = ({ to }: Member): boolean => to !== undefined && to < day
  const view = (member: Member): MemberView => {
    const party = member.party && partyName(authority, member.party, member.from ?? member.to ?? day)
    const note = [party && party !== member.party ? `${party} (${member.party})` : party, member.role].filter(Boolean).join(', ')
    const url = POLITICAL.has(body.type)
      ? (personUrls?.[body.members.indexOf(member)] ?? urls.person(authority.id, member.name))
      : undefined
    return { name: member.name, ...(url && { url }), note, period: hasLeft(member) && member.to ? `til ${formatDate(member.to)}` : '' }
  }
  const current = body.members.filter((member) => !hasLeft(member) && (member.from === undefined || member.from <= day))
  const coming = body.members.filter((member) => member.from !== undefined && member.from > day)
  const here = new Set([...current, ...coming].map(({ name }) => name))
  const former = new Map<string, Member>()
  for (const member of body.members) if (!here.has(member.name) && hasLeft(member)) former.set(member.name, member)
  return {
    members: [...current.map(view), ...coming.map((member) => ({ ...view(member), period: `fra ${formatDate(member.from ?? '')}` }))],
    formerMembers: [...former.values()].map(view),
  }
}
