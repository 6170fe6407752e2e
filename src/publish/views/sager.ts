import type { Archive, Sag } from '../../archive/archive.ts'
import type { Authority } from '../../referat/authority.ts'
import { formatDate } from '../../referat/dato.ts'
import { hasMinutes, type Meeting } from '../../referat/meeting.ts'
import { slugify } from '../../source/slug.ts'
import { type AzGroup, type AzItem, compareItems, groupByInitial, partByInitial } from '../az.ts'
import { type ListPage, type Paging, paginateSteadily } from '../paging.ts'
import { lastDateOf } from '../subject-tree.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

/** More cases than this, and each letter has a page of its own. */
const ONE_PAGE = 400
/** How many cases the list by number shows on a page, half as many or half as many again. */
const BY_NUMBER = 400
/** How many cases the front of a long list shows. */
const NEWEST = 30

/** A case in a list. */
export interface SagItem extends AzItem {
  readonly number: string
  /** ISO date of the newest meeting. */
  readonly lastDate: string
  readonly standing: boolean
}

/** An A–Å list of an authority's cases: all of them, or those of one letter. */
export interface SagerView extends View {
  readonly heading: string
  readonly intro: string
  readonly authority: { readonly name: string; readonly url: string }
  readonly total: number
  /** Which of the cases a page of one letter lists, in words; '' on the front. */
  readonly which: string
  readonly groups: readonly AzGroup<SagItem>[]
  /** Letters with pages of their own; empty where one page holds the whole list. */
  readonly letters: readonly { readonly initial: string; readonly url: string; readonly count?: number; readonly current: boolean }[]
  /** On the front of a list that is split by letters. */
  readonly newest: readonly SagItem[]
  readonly standing: readonly SagItem[]
  readonly titleUrl: string
  readonly numberUrl: string
}

/** The list of an authority's cases by number. */
export interface SagsnumreView extends View {
  readonly heading: string
  /** On the first page. */
  readonly total?: number
  readonly items: readonly SagItem[]
  readonly paging: Paging
  readonly titleUrl: string
  readonly numberUrl: string
}

/** What a page that lists cases by title is made from. */
export interface SagerPage {
  /** The letter of a page of one. */
  readonly initial?: string
  readonly url: string
  readonly total: number
  /** Cases below their letters. */
  readonly sager: readonly Sag[]
  readonly letters: SagerView['letters']
  readonly newest: readonly Sag[]
  readonly standing: readonly Sag[]
}

/** The pages that list an authority's cases by title: one, or a front and a page for each letter. */
export function sagerPages(archive: Archive, authority: Authority): SagerPage[] {
  const all = archive.sagerOf(authority.id)
  const standing = all.filter((sag) => sag.standing)
  const others = all.filter((sag) => !sag.standing)
  const front = { url: urls.cases(authority.id), total: all.length, standing }
  if (all.length <= ONE_PAGE) return [{ ...front, sager: others, letters: [], newest: [] }]
  const byInitial = partByInitial(others, ({ title }) => title)
  const letters = byInitial.map(([initial, { length }]) => ({ initial, url: letterUrl(authority, initial), count: length, current: false }))
  return [
    { ...front, sager: [], letters, newest: newestOf(archive, authority) },
    ...byInitial.map(
      ([initial, sager]): SagerPage => ({
        initial,
        url: letterUrl(authority, initial),
        total: sager.length,
        sager,
        // Without counts: a page of one letter stays as it is when another grows.
        letters: letters.map(({ initial: other, url }) => ({ initial: other, url, current: other === initial })),
        newest: [],
        standing: [],
      }),
    ),
  ]
}

/** A page that lists an authority's cases by title. */
export function sagerView(archive: Archive, authority: Authority, page: SagerPage): SagerView {
  const itemsOf = (sager: readonly Sag[]): SagItem[] => sager.map((sag) => sagItem(archive, sag))
  const { initial, url, total } = page
  const lists = {
    template: 'views/sager.njk',
    page: { url },
    authority: { name: authority.name, url: urls.of(authority.id) },
    intro: 'En sag samler alt, hvad der er behandlet under det samme sagsnummer.',
    total,
    which: initial === undefined ? '' : initialWords(initial),
    groups: groupByInitial(itemsOf(page.sager)),
    letters: page.letters,
    newest: itemsOf(page.newest),
    standing: itemsOf(page.standing).sort(compareItems),
    titleUrl: urls.cases(authority.id),
    numberUrl: numbersUrl(authority),
  } as const
  if (initial === undefined)
    return {
      ...lists,
      title: `Sager i ${authority.name}`,
      description: `De ${total} sager i ${authority.name}, der har et sagsnummer, fra A til Å.`,
      breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Sager' }),
      heading: 'Sager fra A til Å',
    }
  const heading = `Sager ${initialWords(initial)}`
  return {
    ...lists,
    title: `${heading} i ${authority.name}`,
    description: `${total} sager ${initialWords(initial)} i ${authority.name}.`,
    breadcrumbs: trail(
      { label: authority.name, url: urls.of(authority.id) },
      { label: 'Sager', url: urls.cases(authority.id) },
      { label: initial },
    ),
    heading,
  }
}

/** What a page that lists cases by number is made from. */
export interface SagsnumrePage extends ListPage<Sag> {
  /** How many there are in all; on the first page. */
  readonly total?: number
}

/** The pages that list an authority's cases by number. */
export function sagsnumrePages(archive: Archive, authority: Authority): SagsnumrePage[] {
  const sager = archive.sagerOf(authority.id)
  const [front, ...others] = paginateSteadily(sager, BY_NUMBER, numbersUrl(authority), ({ id }) => id)
  return front ? [{ ...front, total: sager.length }, ...others] : []
}

/** A page that lists an authority's cases by number. */
export function sagsnumreView(archive: Archive, authority: Authority, { items, paging, total }: SagsnumrePage): SagsnumreView {
  return {
    template: 'views/sagsnumre.njk',
    page: { url: paging.url },
    title: `Sager efter nummer i ${authority.name}${paging.number > 1 ? `, side ${paging.number}` : ''}`,
    description: `Sagerne i ${authority.name} i rækkefølge efter sagsnummer.`,
    breadcrumbs: trail(
      { label: authority.name, url: urls.of(authority.id) },
      { label: 'Sager', url: urls.cases(authority.id) },
      { label: 'Efter nummer' },
    ),
    heading: 'Sager efter nummer',
    ...(total !== undefined && { total }),
    items: items.map((sag) => sagItem(archive, sag)),
    paging,
    titleUrl: urls.cases(authority.id),
    numberUrl: numbersUrl(authority),
  }
}

/** What a list shows of a case: its number, how often and when it was treated, and for a standing one where. */
export function sagItem(archive: Archive, sag: Sag): SagItem {
  const meetings = sag.punkter.map((id) => archive.meeting(archive.punkt(id).meeting))
  const bodies = [...new Set(meetings.map(({ udvalg }) => archive.body(udvalg).name))]
  return {
    label: sag.title,
    url: urls.of(sag.id),
    note: [
      sag.sagsnummer.written,
      ...(sag.standing ? [bodies.length > 2 ? `${bodies.length} udvalg` : bodies.join(' og ')] : []),
      ...treatedWhen(meetings),
    ].join(' · '),
    number: sag.sagsnummer.written,
    lastDate: lastDateOf(archive, sag),
    standing: sag.standing,
  }
}

function treatedWhen(meetings: readonly Meeting[]): string[] {
  const held = meetings.filter(hasMinutes)
  const last = held.at(-1)
  const next = meetings.find(({ status }) => status === 'dagsorden')
  return [
    ...(last ? [`${held.length === 1 ? 'behandlet' : `behandlet ${held.length} gange, senest`} ${formatDate(last.date)}`] : []),
    ...(next ? [`på dagsordenen ${formatDate(next.date)}`] : []),
  ]
}

/** A letter alone is no case number, so these addresses meet no case. */
function letterUrl(authority: Authority, initial: string): string {
  return `${urls.cases(authority.id)}${initial === '0-9' ? 'tal' : initial === '#' ? 'tegn' : slugify(initial)}/`
}

function numbersUrl(authority: Authority): string {
  return `${urls.cases(authority.id)}numre/`
}

function initialWords(initial: string): string {
  return initial === '0-9' ? 'med et tal først' : initial === '#' ? 'med et tegn først' : `på ${initial}`
}

/** The cases of an authority that were treated last; standing ones are left out. */
function newestOf(archive: Archive, authority: Authority): Sag[] {
  return archive
    .sagerOf(authority.id)
    .filter(({ standing }) => !standing)
    .map((sag) => ({ sag, date: lastDateOf(archive, sag) }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.sag.id < b.sag.id ? -1 : 1))
    .slice(0, NEWEST)
    .map(({ sag }) => sag)
}
