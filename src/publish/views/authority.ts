import type { Archive } from '../../archive/archive.ts'
import type { Authority, Udvalg } from '../../referat/authority.ts'
import { yearOf } from '../../referat/dato.ts'
import type { Meeting } from '../../referat/meeting.ts'
import { plainTextOf, renderMarkdown } from '../../source/markdown.ts'
import { type BodyItem, bodyItem, groupBodies } from '../body-item.ts'
import { shorten } from '../excerpt.ts'
import { latestDecisions } from '../latest-decisions.ts'
import { linkResolver } from '../markdown-links.ts'
import { isUpcoming, type MeetingItem, meetingItem } from '../meeting-item.ts'
import type { PunktItem } from '../punkt-item.ts'
import { breadcrumbList, structuredData } from '../structured-data.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { type YearPicture, yearPicture } from '../year-picture.ts'

/** An authority's page. */
export interface AuthorityView extends View {
  readonly name: string
  readonly html: string
  readonly bodyGroups: readonly { readonly label: string; readonly bodies: readonly BodyItem[] }[]
  readonly upcoming: readonly MeetingItem[]
  readonly latest: readonly MeetingItem[]
  readonly decisions: readonly PunktItem[]
  /** The meetings of all its bodies in the newest year; absent where there are hardly any. */
  readonly picture?: YearPicture
  readonly caseCount: number
  /** Municipality code, three digits. */
  readonly code?: string
  readonly homepage?: { readonly label: string; readonly url: string }
  readonly email?: string
  readonly phone?: string
  readonly links: readonly { readonly label: string; readonly url: string; readonly note: string }[]
  readonly structuredData: string
}

const LATEST = 8

/** The page of an authority: about it, its bodies, what was decided last and what comes next. */
export function authorityView(archive: Archive, authority: Authority): AuthorityView {
  const url = urls.of(authority.id)
  const bodies = archive.bodiesOf(authority.id)
  const newestOfEach = bodies.flatMap((body) => heldMeetings(archive, body.id, LATEST))
  const latest = newestOfEach.sort(newestFirst).slice(0, LATEST)
  const upcoming = bodies
    .flatMap((body) => archive.meetingsOf(body.id).filter((meeting) => isUpcoming(archive, meeting)))
    .sort((a, b) => -newestFirst(a, b))
  const groups = groupBodies(bodies.map((body) => bodyItem(archive, body)))
  const { year, meetings } = newestYear(archive, bodies)
  const picture = yearPicture(
    `Møder i ${year}`,
    groups.flatMap((group) =>
      group.bodies.map(({ name, url: bodyUrl }) => ({
        label: name,
        url: bodyUrl,
        meetings: meetings.filter(({ udvalg }) => urls.of(udvalg) === bodyUrl),
      })),
    ),
  )
  const breadcrumbs = trail({ label: authority.name })
  return {
    template: 'views/authority.njk',
    page: { url },
    title: authority.name,
    description: `Dagsordener, referater og beslutninger fra ${authority.name}. ${shorten(plainTextOf(authority.text), 140)}`.trim(),
    breadcrumbs,
    name: authority.name,
    html: renderMarkdown(authority.text, {
      headingShift: 1,
      idPrefix: 'om',
      resolveLink: linkResolver(archive, { file: authority.file, pageUrl: url }),
    }),
    bodyGroups: groups,
    upcoming: upcoming.map((meeting) => meetingItem(archive, meeting)),
    latest: latest.map((meeting) => meetingItem(archive, meeting)),
    decisions: latestDecisions(archive, latest, 6),
    ...(picture && { picture }),
    caseCount: archive.sagerOf(authority.id).length,
    ...(authority.code && { code: authority.code }),
    ...(authority.homepage && { homepage: { label: authority.homepage.replace(/^https?:\/\/|\/$/g, ''), url: authority.homepage } }),
    ...(authority.contact.email && { email: authority.contact.email }),
    ...(authority.contact.phone && { phone: authority.contact.phone }),
    links: [
      { label: 'Sager', url: urls.cases(authority.id), note: 'Følg en sag fra møde til møde' },
      { label: 'Åbne sager', url: urls.openLoops(authority.id), note: 'Hvad er udsat eller sendt videre og ikke kommet igen?' },
      { label: 'Medlemmer', url: urls.people(authority.id), note: 'Hvem sidder i udvalgene?' },
      { label: 'Beslutninger', url: urls.decisions, note: 'Hvad er besluttet, og hvornår?' },
      { label: 'Emner', url: urls.subjects, note: 'Find sager efter emne' },
      { label: 'Dækning', url: urls.coverage(authority.id), note: 'Hvad har arkivet, og hvad mangler det?' },
    ],
    structuredData: structuredData(breadcrumbList(archive, url, breadcrumbs)),
  }
}

/** The newest meetings of a body that are no longer just an agenda. */
function heldMeetings(archive: Archive, body: string, limit: number): Meeting[] {
  const held: Meeting[] = []
  for (const meeting of archive.meetingsOf(body)) {
    if (held.length === limit) break
    if (meeting.status !== 'dagsorden') held.push(meeting)
  }
  return held
}

/** The newest year in which a body of the authority met or is to meet, and all meetings in it. */
function newestYear(archive: Archive, bodies: readonly Udvalg[]): { readonly year: number; readonly meetings: readonly Meeting[] } {
  const year = Math.max(0, ...bodies.map(({ id }) => yearOf(archive.meetingsOf(id)[0]?.date ?? '')).filter(Number.isFinite))
  return { year, meetings: bodies.flatMap(({ id }) => archive.meetingsOf(id).filter(({ date }) => yearOf(date) === year)) }
}

function newestFirst(a: Meeting, b: Meeting): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1
}
