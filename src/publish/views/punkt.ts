import type { Archive } from '../../archive/archive.ts'
import type { Authority } from '../../referat/authority.ts'
import { outcomeLabel } from '../../referat/beslutning.ts'
import { formatDate } from '../../referat/dato.ts'
import { kleParents } from '../../referat/kle.ts'
import type { Meeting } from '../../referat/meeting.ts'
import type { Punkt } from '../../referat/punkt.ts'
import { type BilagItem, bilagItems, closedBilagLine } from '../bilag-view.ts'
import { closedLine } from '../closed-line.ts'
import { excerpt, shorten } from '../excerpt.ts'
import { type FollowedView, followedLabel, followedView } from '../followed-view.ts'
import { suffixOf } from '../meeting-item.ts'
import { type OutcomeView, outcomeHook, outcomesOf } from '../outcome-view.ts'
import { POLITICAL } from '../people.ts'
import { sagsnummerLink } from '../punkt-item.ts'
import { type RettelseView, rettelserOf } from '../rettelse-view.ts'
import { type SeatDrawing, seatDrawing } from '../seats.ts'
import { type SectionView, sectionsOf, subheadingsOf } from '../section-view.ts'
import { breadcrumbList, punktWork, structuredData } from '../structured-data.ts'
import { trail } from '../trail.ts'
import { type Treatments, treatmentsOf } from '../treatments.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { absenceLines, type VoteRow, voteRows } from '../vote-view.ts'

/** A section in its place, or a pointer to the decision where the clerk wrote it. */
export interface PunktPart {
  readonly section?: SectionView
  /** True where a decision stands above instead of here. */
  readonly decisionAbove: boolean
  /** True for the section under which the list of attachments belongs. */
  readonly holdsBilag: boolean
}

/** An "at"-point of a recommendation and what became of it. */
export interface PointView {
  readonly point: number
  readonly text: string
  readonly outcomes: readonly OutcomeView[]
  /** Whether the point was followed, in words; '' where the outcome says all that can be told. */
  readonly followed: string
}

export interface NamedLink {
  readonly label: string
  readonly url?: string
}

export interface ContentsEntry {
  readonly label: string
  readonly id: string
  readonly children: readonly { readonly label: string; readonly id: string }[]
}

/** A punkt's own page. */
export interface PunktView extends View {
  readonly number: string
  readonly heading: string
  readonly hook: string
  readonly closed: boolean
  readonly closedLine: string
  readonly meeting: { readonly url: string; readonly date: string; readonly status: Meeting['status']; readonly suffix: string }
  readonly body: NamedLink
  readonly sagsnummer?: { readonly written: string; readonly url: string }
  readonly subject?: NamedLink
  readonly outcomes: readonly OutcomeView[]
  readonly derived: boolean
  readonly decisions: readonly SectionView[]
  /** A sentence in place of the decision's words where there are none. */
  readonly decisionNote: string
  readonly points: readonly PointView[]
  /** Absent where there is no recommendation to compare with. */
  readonly followed?: FollowedView
  readonly parts: readonly PunktPart[]
  readonly contents: readonly ContentsEntry[]
  readonly vote: readonly VoteRow[]
  /** A vote of a political body as seats. */
  readonly seats?: SeatDrawing
  readonly absences: readonly string[]
  readonly forwardedTo: readonly NamedLink[]
  readonly bilag: readonly BilagItem[]
  readonly closedBilag: string
  readonly rettelser: readonly RettelseView[]
  readonly treatments: Treatments
  /** "5 tidligere behandlinger og 1 senere", for the way down to the course of the matter. */
  readonly treatmentsLine: string
  readonly previous?: NamedLink
  readonly next?: NamedLink
  readonly structuredData: string
}

/** A punkt with more headings than this gets its own table of contents. */
const FEW_HEADINGS = 5

/** The page of one punkt: the decision first, then the clerk's sections in their order. */
export function punktView(archive: Archive, punkt: Punkt): PunktView {
  const meeting = archive.meeting(punkt.meeting)
  const body = archive.body(meeting.udvalg)
  const authority = archive.authority(meeting.authority)
  const url = urls.of(punkt.id)
  const sections = sectionsOf(archive, punkt, { pageUrl: url, level: 2, idPrefix: '' })
  const parts = partsOf(sections)
  const outcomes = outcomesOf(punkt, meeting)
  const treatments = treatmentsOf(archive, punkt)
  const date = formatDate(meeting.date)
  const suffix = suffixOf(meeting)
  const breadcrumbs = trail(
    { label: authority.name, url: urls.of(authority.id) },
    { label: body.name, url: urls.of(body.id) },
    { label: date, url: urls.of(meeting.id) },
    { label: `Punkt ${punkt.number}` },
  )
  const description = describe(archive, punkt, outcomes, `${body.name} ${date}`)
  const sagsnummer = sagsnummerLink(archive, punkt)
  const subject = subjectOf(authority, punkt)
  const { previous, next } = neighbours(archive, punkt)
  const followed = followedView(punkt)
  const seats = POLITICAL.has(body.type) ? seatDrawing(punkt.vote) : undefined
  return {
    template: 'views/punkt.njk',
    page: { url },
    title: pageTitle(archive, punkt, `${body.name} ${date}${suffix ? `, ${suffix}` : ''}`),
    description,
    breadcrumbs,
    number: punkt.number,
    heading: punkt.title,
    hook: outcomeHook(punkt),
    closed: punkt.closed,
    closedLine: closedLine(punkt, meeting),
    meeting: { url: urls.of(meeting.id), date: meeting.date, status: meeting.status, suffix },
    body: { label: body.name, url: urls.of(body.id) },
    ...(sagsnummer && { sagsnummer }),
    ...(subject && { subject }),
    outcomes,
    derived: outcomes.some((outcome) => outcome.derived),
    decisions: sections.filter(({ key }) => key === 'decision'),
    decisionNote: decisionNote(punkt, meeting),
    points: pointsOf(punkt),
    ...(followed && { followed }),
    parts,
    contents: contentsOf(parts),
    vote: voteRows(archive, punkt, meeting),
    ...(seats && { seats }),
    absences: absenceLines(punkt),
    forwardedTo: forwardedTo(archive, meeting, punkt.forwardedTo),
    bilag: bilagItems(punkt, meeting),
    closedBilag: closedBilagLine(punkt),
    rettelser: rettelserOf(archive, meeting, punkt.number),
    treatments,
    treatmentsLine: treatmentsLine(treatments),
    ...(previous && { previous }),
    ...(next && { next }),
    structuredData: structuredData(punktWork(archive, punkt, meeting, description), breadcrumbList(archive, url, breadcrumbs)),
  }
}

/** Title of the page: where a meeting has two punkter of one title, with the number, so that no two pages are named alike. */
function pageTitle(archive: Archive, punkt: Punkt, where: string): string {
  const title = shorten(punkt.title, 110)
  const alike = archive.punkterOf(punkt.meeting).filter((other) => shorten(other.title, 110) === title)
  return `${title}${alike.length > 1 ? `, punkt ${punkt.number}` : ''} – ${where}`
}

function partsOf(sections: readonly SectionView[]): PunktPart[] {
  const lastAttachments = sections.findLastIndex(({ key }) => key === 'attachments')
  const firstOther = sections.findIndex(({ key }) => key !== 'decision')
  return sections.flatMap((section, index): PunktPart[] => {
    if (section.key !== 'decision') return [{ section, decisionAbove: false, holdsBilag: index === lastAttachments }]
    // A decision that the clerk wrote first stands first: there is nothing to point back from.
    const moved = firstOther !== -1 && index > firstOther && sections[index - 1]?.key !== 'decision'
    return moved ? [{ decisionAbove: true, holdsBilag: false }] : []
  })
}

function contentsOf(parts: readonly PunktPart[]): ContentsEntry[] {
  const entries = parts.flatMap(({ section }) => {
    // A heading that only gathers those after it leads nowhere.
    if (!section || section.heading.length === 0 || (section.key === 'wrapper' && section.html === '')) return []
    return [{ id: section.id, label: section.heading.map(({ text }) => text).join(''), children: subheadingsOf(section.html, 3) }]
  })
  const headings = entries.reduce((sum, entry) => sum + 1 + entry.children.length, 0)
  return headings > FEW_HEADINGS ? entries : []
}

function pointsOf(punkt: Punkt): PointView[] {
  return (punkt.followed?.points ?? []).map(({ point, text, outcomes, followed }) => ({
    point,
    text: excerpt(text, 200),
    outcomes: outcomes.map((id) => ({ id, label: outcomeLabel(id), derived: true })),
    followed: followed === 'unknown' || followed === 'postponed' ? '' : followedLabel(followed).replace(/^Indstillingen /, ''),
  }))
}

function decisionNote(punkt: Punkt, meeting: Meeting): string {
  if (punkt.beslutning.text !== '') return ''
  if (meeting.status === 'aflyst') return 'Mødet blev aflyst, så punktet blev ikke behandlet.'
  if (meeting.status === 'dagsorden')
    return `Punktet står på dagsordenen for mødet den ${formatDate(meeting.date)} og er ikke behandlet endnu.`
  if (punkt.closed) return 'Beslutningen er ikke offentlig.'
  if (punkt.beslutning.outcomes.length === 0) return 'Der står ingen beslutning i referatet af dette punkt.'
  return punkt.beslutning.derived
    ? 'Referatet har ikke en særskilt beslutning. Udfaldet er læst af teksten nedenfor.'
    : 'Referatet gengiver ikke beslutningens ordlyd.'
}

function treatmentsLine({ earlier, later }: Treatments): string {
  const before = earlier.length === 1 ? '1 tidligere behandling' : `${earlier.length} tidligere behandlinger`
  const after = later.length === 1 ? '1 senere' : `${later.length} senere`
  return [earlier.length > 0 && before, later.length > 0 && after].filter(Boolean).join(' og ')
}

function subjectOf(authority: Authority, punkt: Punkt): NamedLink | undefined {
  const kle = punkt.sagsnummer?.kle
  if (!kle) return undefined
  const named = [kle, ...kleParents(kle).reverse()].find((number) => Object.hasOwn(authority.subjects, number))
  return { label: named ? `${kle} ${authority.subjects[named]}` : kle, url: urls.subject(kle) }
}

function forwardedTo(archive: Archive, meeting: Meeting, names: readonly string[]): NamedLink[] {
  return names.map((name) => {
    const body = archive.findBody(meeting.authority, name)
    return body ? { label: body.name, url: urls.of(body.id) } : { label: name }
  })
}

function neighbours(archive: Archive, punkt: Punkt): { readonly previous?: NamedLink; readonly next?: NamedLink } {
  const siblings = archive.punkterOf(punkt.meeting)
  const at = siblings.findIndex(({ id }) => id === punkt.id)
  const link = (other: Punkt | undefined): NamedLink | undefined =>
    other && { label: `Punkt ${other.number}: ${shorten(other.title, 80)}`, url: urls.of(other.id) }
  const previous = link(siblings[at - 1])
  const next = link(siblings[at + 1])
  return { ...(previous && { previous }), ...(next && { next }) }
}

function describe(archive: Archive, punkt: Punkt, outcomes: readonly OutcomeView[], where: string): string {
  const labels = outcomes.map(({ label }) => label).join(', ')
  const sections = archive.sectionsOf(punkt)
  const summary = sections.find(({ key }) => key === 'summary') ?? sections.find(({ text }) => text.trim() !== '')
  const words = punkt.beslutning.text || summary?.text || punkt.title
  return `${where}, punkt ${punkt.number}. ${labels}: ${excerpt(words, 150)}`
}
