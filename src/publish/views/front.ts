import type { Archive } from '../../archive/archive.ts'
import { renderMarkdown } from '../../source/markdown.ts'
import { type BodyItem, bodyItem, groupBodies } from '../body-item.ts'
import { latestDecisions } from '../latest-decisions.ts'
import { linkResolver } from '../markdown-links.ts'
import { isUpcoming, type MeetingItem, meetingItem } from '../meeting-item.ts'
import type { PunktItem } from '../punkt-item.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

/** The front page. */
export interface FrontView extends View {
  readonly html: string
  readonly upcoming: readonly (MeetingItem & { readonly punkter: readonly string[]; readonly more: number })[]
  readonly latest: readonly MeetingItem[]
  readonly decisions: readonly PunktItem[]
  readonly authorities: readonly {
    readonly name: string
    readonly url: string
    readonly casesUrl: string
    readonly bodyGroups: readonly { readonly label: string; readonly bodies: readonly BodyItem[] }[]
  }[]
  readonly counts: { readonly meetings: number; readonly punkter: number; readonly sager: number }
}

const UPCOMING = 4
const LATEST = 8
const TITLES = 5

/** The front page: a search field, what was decided last, what comes next, and the way to every body. */
export function frontView(archive: Archive): FrontView {
  const { site } = archive
  const agendas = archive.meetings.filter((meeting) => isUpcoming(archive, meeting)).slice(-UPCOMING)
  const latest = archive.meetings.filter(({ status }) => status === 'referat' || status === 'godkendt').slice(0, LATEST)
  return {
    template: 'pages/index.njk',
    page: { url: urls.front },
    title: site.title,
    description: site.description,
    breadcrumbs: [],
    html: renderMarkdown(site.text, {
      headingShift: 1,
      idPrefix: 'om',
      resolveLink: linkResolver(archive, { file: site.file, pageUrl: urls.front }),
    }),
    upcoming: agendas.reverse().map((meeting) => {
      const open = archive.punkterOf(meeting.id).filter((punkt) => !punkt.closed && !archive.sagNameOf(punkt)?.standing)
      return {
        ...meetingItem(archive, meeting),
        punkter: open.slice(0, TITLES).map(({ title }) => title),
        more: meeting.punkter.length - Math.min(TITLES, open.length),
      }
    }),
    latest: latest.map((meeting) => meetingItem(archive, meeting)),
    decisions: latestDecisions(archive, latest, 6),
    authorities: archive.authorities.map((authority) => ({
      name: authority.name,
      url: urls.of(authority.id),
      casesUrl: urls.cases(authority.id),
      bodyGroups: groupBodies(archive.bodiesOf(authority.id).map((body) => bodyItem(archive, body))),
    })),
    counts: { meetings: archive.meetings.length, punkter: archive.punkter.length, sager: archive.sager.length },
  }
}
