import type { Archive, Sag } from '../../archive/archive.ts'
import type { Authority } from '../../referat/authority.ts'
import { compareDanish } from '../../referat/collation.ts'
import { formatDate } from '../../referat/dato.ts'
import { hasMinutes, type Meeting } from '../../referat/meeting.ts'
import { slugify } from '../../source/slug.ts'
import { type AzGroup, type AzItem, groupByInitial } from '../az.ts'
import { type Paging, paginate } from '../paging.ts'
import { lastDateOf } from '../subject-tree.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

/** More cases than this, and each letter has a page of its own. */
const ONE_PAGE = 400
/** How many cases the list by number shows on a page. */
const BY_NUMBER = 500
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
  readonly groups: readonly AzGroup<SagItem>[]
  /** Letters with pages of their own; empty where one page holds the whole list. */
  readonly letters: readonly { readonly initial: string; readonly url: string; readonly count: number; readonly current: boolean }[]
  /** On the front of a list that is split by letters. */
  readonly newest: readonly SagItem[]
  readonly standing: readonly SagItem[]
  readonly titleUrl: string
  readonly numberUrl: string
}

/** The list of an authority's cases by number. */
export interface SagsnumreView extends View {
  readonly heading: string
  readonly total: number
  readonly items: readonly SagItem[]
  readonly paging: Paging
  readonly titleUrl: string
  readonly numberUrl: string
}

/** The pages that list an authority's cases by title: one, or a front and a page for each letter. */
export function sagerViews(archive: Archive, authority: Authority): SagerView[] {
  const items = archive.sagerOf(authority.id).map((sag) => sagItem(archive, sag))
  const groups = groupByInitial(items.filter(({ standing }) => !standing))
  const standing = items.filter((item) => item.standing).sort((a, b) => compareDanish(a.label, b.label) || (a.url < b.url ? -1 : 1))
  const split = items.length > ONE_PAGE
  const letters = (current?: string): SagerView['letters'] =>
    split
      ? groups.map((group) => ({
          initial: group.initial,
          url: letterUrl(authority, group.initial),
          count: group.items.length,
          current: group.initial === current,
        }))
      : []
  const front: SagerView = {
    ...base(authority, items.length),
    page: { url: urls.cases(authority.id) },
    title: `Sager i ${authority.name}`,
    description: `De ${items.length} sager i ${authority.name}, der har et sagsnummer, fra A til Å.`,
    breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Sager' }),
    heading: 'Sager fra A til Å',
    groups: split ? [] : groups,
    letters: letters(),
    newest: split ? newestOf(items) : [],
    standing,
  }
  if (!split) return [front]
  return [
    front,
    ...groups.map((group): SagerView => {
      const heading = `Sager ${initialWords(group.initial)}`
      return {
        ...base(authority, items.length),
        page: { url: letterUrl(authority, group.initial) },
        title: `${heading} i ${authority.name}`,
        description: `${group.items.length} sager ${initialWords(group.initial)} i ${authority.name}.`,
        breadcrumbs: trail(
          { label: authority.name, url: urls.of(authority.id) },
          { label: 'Sager', url: urls.cases(authority.id) },
          { label: group.initial },
        ),
        heading,
        groups: [group],
        letters: letters(group.initial),
        newest: [],
        standing: [],
      }
    }),
  ]
}

/** The pages that list an authority's cases by number. */
export function sagsnumreViews(archive: Archive, authority: Authority): SagsnumreView[] {
  const items = archive.sagerOf(authority.id).map((sag) => sagItem(archive, sag))
  return paginate(items, BY_NUMBER, numbersUrl(authority)).map(
    (page): SagsnumreView => ({
      template: 'views/sagsnumre.njk',
      page: { url: page.paging.url },
      title: `Sager efter nummer i ${authority.name}${page.paging.number > 1 ? `, side ${page.paging.number}` : ''}`,
      description: `Sagerne i ${authority.name} i rækkefølge efter sagsnummer.`,
      breadcrumbs: trail(
        { label: authority.name, url: urls.of(authority.id) },
        { label: 'Sager', url: urls.cases(authority.id) },
        { label: 'Efter nummer' },
      ),
      heading: 'Sager efter nummer',
      total: items.length,
      items: page.items,
      paging: page.paging,
      titleUrl: urls.cases(authority.id),
      numberUrl: numbersUrl(authority),
    }),
  )
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

function base(authority: Authority, total: number) {
  return {
    template: 'views/sager.njk',
    authority: { name: authority.name, url: urls.of(authority.id) },
    intro: 'En sag samler alt, hvad der er behandlet under det samme sagsnummer.',
    total,
    titleUrl: urls.cases(authority.id),
    numberUrl: numbersUrl(authority),
  } as const
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

function newestOf(items: readonly SagItem[]): SagItem[] {
  return items
    .filter(({ standing }) => !standing)
    .sort((a, b) => (a.lastDate < b.lastDate ? 1 : a.lastDate > b.lastDate ? -1 : a.url < b.url ? -1 : 1))
    .slice(0, NEWEST)
}
