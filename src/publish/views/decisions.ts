import type { Archive } from '../../archive/archive.ts'
import { FOLLOWED } from '../../referat/followed.ts'
import type { Punkt } from '../../referat/punkt.ts'
import { type DecisionGroup, type DecisionRegister, REGISTER_OUTCOMES, type RegisterOutcome, registerUrls } from '../decision-register.ts'
import { groupByMeeting, type MeetingGroup } from '../meeting-groups.ts'
import { type Paging, paginateNewestFirst } from '../paging.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { Breadcrumb, View } from '../view.ts'

/** How many decisions the newest lists show, and how many a page of a long list shows. */
const NEWEST = 50
const PER_PAGE = 100

/** A part of the register that a page leads to, with its size. */
export interface RegisterPart {
  readonly label: string
  readonly url: string
  /** Absent where the page is about another part, and must not change whenever this one grows. */
  readonly count?: number
  readonly current: boolean
  /** The id of the outcome, where the part is one. */
  readonly id?: RegisterOutcome
}

/** A page of the register of decisions. */
export interface DecisionsView extends View {
  readonly heading: string
  /** On the first page of a list; an older page stays as it is when the list grows. */
  readonly total?: number
  readonly years: readonly RegisterPart[]
  readonly outcomes: readonly RegisterPart[]
  /** Whether recommendations were followed; on pages over all years. */
  readonly followed: readonly RegisterPart[]
  /** By authority; on pages over all years. */
  readonly bodies: readonly { readonly authorityName: string; readonly parts: readonly RegisterPart[] }[]
  /** What the list holds, in words. */
  readonly listHeading: string
  readonly groups: readonly MeetingGroup[]
  /** Present where the list runs over pages; else it shows the newest only. */
  readonly paging?: Paging
  readonly severalAuthorities: boolean
}

/** What tells one page of the register from another. */
interface Page {
  readonly url: string
  readonly heading: string
  readonly description: string
  readonly crumbs: readonly Breadcrumb[]
  readonly punkter: readonly Punkt[]
  /** True for a list that runs over pages, false for the newest of it. */
  readonly paged: boolean
  readonly allHeading?: string
  readonly years?: readonly RegisterPart[]
  readonly outcomes?: readonly RegisterPart[]
  readonly followed?: readonly RegisterPart[]
  readonly bodies?: DecisionsView['bodies']
}

const ROOT: Breadcrumb = { label: 'Beslutninger', url: urls.decisions }

/** One page of the register before it is made: all that it is made from. */
export interface DecisionsPage extends Omit<Page, 'punkter'> {
  readonly items: readonly Punkt[]
  /** On the first page of a list. */
  readonly total?: number
  readonly paging?: Paging
}

/** Every page of the register: its front, and lists by outcome, year, body, and by whether the recommendation was followed. */
export function* decisionsPages(archive: Archive, register: DecisionRegister): Generator<DecisionsPage> {
  for (const { punkter, ...list } of listsOfRegister(archive, register)) {
    const total = punkter.length
    if (!list.paged) yield { ...list, items: punkter.slice(0, NEWEST), total }
    else
      for (const { items, paging } of paginateNewestFirst(punkter, PER_PAGE, list.url))
        yield { ...pageOf(list, paging), items, ...(paging.number === 1 && { total }), paging }
  }
}

/** What an older page of a list is made from: nothing that changes when the list grows. */
function pageOf(list: Omit<Page, 'punkter'>, { number }: Paging): Omit<Page, 'punkter'> {
  if (number === 1) return list
  const { url, heading, crumbs, paged } = list
  return { url, heading, crumbs, paged, description: `${heading}: ældre beslutninger, de nyeste først.` }
}

function* listsOfRegister(archive: Archive, register: DecisionRegister): Generator<Page> {
  const { punkter, byOutcome, years, bodies, byFollowed } = register
  const allYears = yearParts(register, (group) => group, registerUrls.year)
  const allOutcomes = outcomeParts(byOutcome, registerUrls.outcome)
  const followed = followedParts(register)
  const everyBody = bodyParts(archive, register)
  yield {
    url: urls.decisions,
    heading: 'Beslutninger',
    description: `Alle ${punkter.length} beslutninger i arkivet efter år, udfald og udvalg, de nyeste først.`,
    crumbs: [],
    punkter,
    paged: false,
    allHeading: 'Alle beslutninger',
    years: allYears,
    outcomes: allOutcomes,
    followed,
    bodies: everyBody,
  }

  for (const { id, slug, label } of REGISTER_OUTCOMES) {
    const list = byOutcome.get(id)
    if (!list) continue
    yield {
      url: registerUrls.outcome(slug),
      heading: `Beslutninger: ${label}`,
      description: `${counted(list)} i arkivet har udfaldet ${quoted(label)}.`,
      crumbs: [{ label }],
      punkter: list,
      paged: false,
      years: yearParts(
        register,
        (group) => ({ punkter: group.byOutcome.get(id) ?? [] }),
        (year) => registerUrls.yearOutcome(year, slug),
      ),
      outcomes: outcomeParts(byOutcome, registerUrls.outcome, id),
    }
  }

  for (const { id, slug, label } of FOLLOWED) {
    const list = byFollowed.get(id)
    if (!list) continue
    yield {
      url: registerUrls.followed(slug),
      heading: `Indstilling og beslutning: ${label}`,
      description: `${counted(list)} i arkivet, hvor indstillingen er holdt op mod beslutningens ord: ${label.toLowerCase()}.`,
      crumbs: [{ label }],
      punkter: list,
      paged: true,
      followed: followedParts(register, id),
    }
  }

  for (const [year, group] of years) {
    yield* listsOf(group, {
      heading: `Beslutninger i ${year}`,
      from: `fra ${year}`,
      crumb: { label: String(year), url: registerUrls.year(year) },
      urlOf: (slug) => (slug === undefined ? registerUrls.year(year) : registerUrls.yearOutcome(year, slug)),
      more: { years: uncounted(yearParts(register, (other) => other, registerUrls.year, year)) },
    })
  }

  for (const [id, group] of bodies) {
    const { name, authority } = archive.body(id)
    const whose = archive.authorities.length > 1 ? `${name}, ${archive.authority(authority).name}` : name
    yield* listsOf(group, {
      heading: `Beslutninger i ${whose}`,
      from: `fra ${whose}`,
      crumb: { label: name, url: registerUrls.body(id) },
      urlOf: (slug) => (slug === undefined ? registerUrls.body(id) : registerUrls.bodyOutcome(id, slug)),
      more: { bodies: bodyParts(archive, register, id).map((group) => ({ ...group, parts: uncounted(group.parts) })) },
    })
  }
}

interface Lists {
  readonly heading: string
  readonly from: string
  readonly crumb: Breadcrumb & { readonly url: string }
  readonly urlOf: (slug?: string) => string
  readonly more: Pick<Page, 'years' | 'bodies'>
}

/** The list of a year or a body, and one for each of its outcomes. */
function* listsOf({ punkter, byOutcome }: DecisionGroup, { heading, from, crumb, urlOf, more }: Lists): Generator<Page> {
  yield {
    ...more,
    url: urlOf(),
    heading,
    description: `${counted(punkter)} ${from}, de nyeste først.`,
    crumbs: [{ label: crumb.label }],
    punkter,
    paged: true,
    outcomes: outcomeParts(byOutcome, urlOf),
  }
  for (const { id, slug, label } of REGISTER_OUTCOMES) {
    const list = byOutcome.get(id)
    if (!list) continue
    yield {
      ...more,
      url: urlOf(slug),
      heading: `${heading}: ${label}`,
      description: `${counted(list)} ${from} med udfaldet ${quoted(label)}, de nyeste først.`,
      crumbs: [crumb, { label }],
      punkter: list,
      paged: true,
      outcomes: outcomeParts(byOutcome, urlOf, id),
    }
  }
}

/** A page of the register. */
export function decisionsView(archive: Archive, page: DecisionsPage): DecisionsView {
  const { heading, items, total, paging } = page
  const first = paging === undefined || paging.number === 1
  const newest = total !== undefined && total > NEWEST ? `De ${NEWEST} nyeste beslutninger` : (page.allHeading ?? 'Alle, de nyeste først')
  return {
    template: 'views/decisions.njk',
    page: { url: paging?.url ?? page.url },
    title: first ? heading : `${heading}, side ${paging.number}`,
    description: page.description,
    breadcrumbs: page.crumbs.length === 0 ? trail({ label: 'Beslutninger' }) : trail(ROOT, ...page.crumbs),
    heading,
    ...(total !== undefined && { total }),
    years: page.years ?? [],
    outcomes: page.outcomes ?? [],
    followed: page.followed ?? [],
    bodies: page.bodies ?? [],
    listHeading:
      paging && paging.count > 1 ? `Side ${paging.number} af ${paging.count}, de nyeste først` : paging ? 'De nyeste først' : newest,
    groups: groupByMeeting(archive, items),
    ...(paging && { paging }),
    severalAuthorities: archive.authorities.length > 1,
  }
}

function yearParts(
  register: DecisionRegister,
  pick: (group: DecisionGroup) => Pick<DecisionGroup, 'punkter'>,
  urlOf: (year: number) => string,
  current?: number,
): RegisterPart[] {
  return [...register.years]
    .map(([year, group]) => ({ label: String(year), url: urlOf(year), count: pick(group).punkter.length, current: year === current }))
    .filter(({ count }) => count > 0)
}

function outcomeParts(byOutcome: DecisionGroup['byOutcome'], urlOf: (slug: string) => string, current?: RegisterOutcome): RegisterPart[] {
  return REGISTER_OUTCOMES.flatMap(({ id, slug, label }) => {
    const count = byOutcome.get(id)?.length ?? 0
    return count > 0 ? [{ id, label, url: urlOf(slug), count, current: id === current }] : []
  })
}

function followedParts({ byFollowed }: DecisionRegister, current?: string): RegisterPart[] {
  return FOLLOWED.flatMap(({ id, slug, label }) => {
    const count = byFollowed.get(id)?.length ?? 0
    return count > 0 ? [{ label, url: registerUrls.followed(slug), count, current: id === current }] : []
  })
}

function bodyParts(archive: Archive, { bodies }: DecisionRegister, current?: string): DecisionsView['bodies'] {
  return archive.authorities.flatMap(({ id: authority, name: authorityName }) => {
    const parts = archive.bodiesOf(authority).flatMap(({ id, name }) => {
      const count = bodies.get(id)?.punkter.length ?? 0
      return count > 0 ? [{ label: name, url: registerUrls.body(id), count, current: id === current }] : []
    })
    return parts.length > 0 ? [{ authorityName, parts }] : []
  })
}

function uncounted(parts: readonly RegisterPart[]): RegisterPart[] {
  return parts.map(({ count: _changes, ...part }) => part)
}

function counted({ length }: readonly unknown[]): string {
  return length === 1 ? '1 beslutning' : `${length} beslutninger`
}

function quoted(label: string): string {
  return `»${label}«`
}
