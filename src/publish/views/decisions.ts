import type { Archive } from '../../archive/archive.ts'
import { type DecisionRegister, REGISTER_OUTCOMES, type RegisterOutcome, registerUrls } from '../decision-register.ts'
import { groupByMeeting, type MeetingGroup } from '../meeting-groups.ts'
import { type Paging, paginate } from '../paging.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { Breadcrumb, View } from '../view.ts'

/** How many decisions the newest lists show, and how many a page of a year's list shows. */
const NEWEST = 50
const PER_PAGE = 100

/** A part of the register that a page leads to, with its size. */
export interface RegisterPart {
  readonly label: string
  readonly url: string
  readonly count: number
  readonly current: boolean
  /** The id of the outcome, where the part is one. */
  readonly id?: RegisterOutcome
}

/** A page of the register of decisions. */
export interface DecisionsView extends View {
  readonly heading: string
  readonly total: number
  readonly years: readonly RegisterPart[]
  readonly outcomes: readonly RegisterPart[]
  /** What the list holds, in words. */
  readonly listHeading: string
  readonly groups: readonly MeetingGroup[]
  /** Present where the list runs over pages; else it shows the newest only. */
  readonly paging?: Paging
  readonly severalAuthorities: boolean
}

/** Every page of the register: its front, each year, each outcome of a year, and each outcome over the years. */
export function* decisionsViews(archive: Archive, register: DecisionRegister): Generator<DecisionsView> {
  const severalAuthorities = archive.authorities.length > 1
  const yearParts = (count: (year: number) => number, url: (year: number) => string, current?: number): RegisterPart[] =>
    [...register.years.keys()]
      .map((year) => ({ label: String(year), url: url(year), count: count(year), current: year === current }))
      .filter((part) => part.count > 0)
  const root: Breadcrumb = { label: 'Beslutninger', url: urls.decisions }
  const allYears = (current?: number): RegisterPart[] =>
    yearParts((year) => register.years.get(year)?.punkter.length ?? 0, registerUrls.year, current)

  const newest = register.punkter.slice(0, NEWEST)
  yield {
    template: 'views/decisions.njk',
    page: { url: urls.decisions },
    title: 'Beslutninger',
    description: `Alle ${register.punkter.length} beslutninger i arkivet efter år og udfald, de nyeste først.`,
    breadcrumbs: trail({ label: 'Beslutninger' }),
    dependsOn: newest.map(({ id }) => id),
    heading: 'Beslutninger',
    total: register.punkter.length,
    years: allYears(),
    outcomes: outcomeParts(register.byOutcome, (slug) => registerUrls.outcome(slug)),
    listHeading: register.punkter.length > NEWEST ? `De ${NEWEST} nyeste beslutninger` : 'Alle beslutninger',
    groups: groupByMeeting(archive, newest),
    severalAuthorities,
  }

  for (const { id, slug, label } of REGISTER_OUTCOMES) {
    const punkter = register.byOutcome.get(id)
    if (!punkter) continue
    const shown = punkter.slice(0, NEWEST)
    yield {
      template: 'views/decisions.njk',
      page: { url: registerUrls.outcome(slug) },
      title: `Beslutninger med udfaldet ${quoted(label)}`,
      description: `${punkter.length} beslutninger i arkivet har udfaldet ${quoted(label)}.`,
      breadcrumbs: trail(root, { label }),
      dependsOn: shown.map((punkt) => punkt.id),
      heading: `Beslutninger: ${label}`,
      total: punkter.length,
      years: yearParts(
        (year) => register.years.get(year)?.byOutcome.get(id)?.length ?? 0,
        (year) => registerUrls.yearOutcome(year, slug),
      ),
      outcomes: outcomeParts(register.byOutcome, (other) => registerUrls.outcome(other), id),
      listHeading: punkter.length > NEWEST ? `De ${NEWEST} nyeste` : 'Alle, de nyeste først',
      groups: groupByMeeting(archive, shown),
      severalAuthorities,
    }
  }

  for (const [year, { punkter, byOutcome }] of register.years) {
    const lists = [
      { id: undefined, label: '', list: punkter, url: registerUrls.year(year) },
      ...REGISTER_OUTCOMES.flatMap(({ id, slug, label }) => {
        const list = byOutcome.get(id)
        return list ? [{ id, label, list, url: registerUrls.yearOutcome(year, slug) }] : []
      }),
    ]
    for (const { id, label, list, url } of lists) {
      const heading = id === undefined ? `Beslutninger i ${year}` : `Beslutninger i ${year}: ${label}`
      for (const page of paginate(list, PER_PAGE, url)) {
        yield {
          template: 'views/decisions.njk',
          page: { url: page.paging.url },
          title: page.paging.number > 1 ? `${heading}, side ${page.paging.number}` : heading,
          description: `${list.length} ${list.length === 1 ? 'beslutning' : 'beslutninger'} fra ${year}${id === undefined ? '' : ` med udfaldet ${quoted(label)}`}, de nyeste først.`,
          breadcrumbs:
            id === undefined
              ? trail(root, { label: String(year) })
              : trail(root, { label: String(year), url: registerUrls.year(year) }, { label }),
          dependsOn: page.items.map((punkt) => punkt.id),
          heading,
          total: list.length,
          years: allYears(year),
          outcomes: outcomeParts(byOutcome, (slug) => registerUrls.yearOutcome(year, slug), id),
          listHeading: page.paging.count > 1 ? `Side ${page.paging.number} af ${page.paging.count}, de nyeste først` : 'De nyeste først',
          groups: groupByMeeting(archive, page.items),
          paging: page.paging,
          severalAuthorities,
        }
      }
    }
  }
}

function outcomeParts(
  byOutcome: ReadonlyMap<RegisterOutcome, readonly unknown[]>,
  urlOf: (slug: string) => string,
  current?: RegisterOutcome,
): RegisterPart[] {
  return REGISTER_OUTCOMES.flatMap(({ id, slug, label }) => {
    const count = byOutcome.get(id)?.length ?? 0
    return count > 0 ? [{ id, label, url: urlOf(slug), count, current: id === current }] : []
  })
}

function quoted(label: string): string {
  return `»${label}«`
}
