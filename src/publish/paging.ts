import { fnv1a } from '../source/fnv.ts'

/** A link to one page of a long list; `gap` stands where pages are left out. */
export type PageLink = { readonly number: number; readonly url: string; readonly current: boolean } | { readonly gap: true }

/** One page of a long list. */
export interface Paging {
  readonly number: number
  readonly count: number
  readonly url: string
  readonly previous?: string
  readonly next?: string
  readonly links: readonly PageLink[]
}

/** A page of a long list with what stands on it. */
export interface ListPage<T> {
  readonly items: readonly T[]
  readonly paging: Paging
}

/** Pages that are always linked to: the first, the last, and this many on both sides of the current one. */
const NEIGHBOURS = 2

/**
 * Cuts a list into pages. The first has the address of the list itself (`base`, with a slash at the end), the others
 * `side-2/` and so on below it. An empty list has one empty page.
 */
export function paginate<T>(items: readonly T[], size: number, base: string): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size))
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    paging: pagingOf(index + 1, count, pageUrls(base)),
  }))
}

/**
 * Cuts a list with the newest first into pages that stay as they are when the list grows. The newest page has the list's
 * own address and takes up what is new, between half a page and one and a half; the others hold `size` items each and are
 * counted from the oldest, `del-1/`, `del-2/` and so on.
 */
export function paginateNewestFirst<T>(items: readonly T[], size: number, base: string): ListPage<T>[] {
  const older = Math.max(0, Math.floor((items.length - size / 2) / size))
  const newest = items.length - older * size
  const urlOf = (page: number): string => (page === 1 ? base : `${base}del-${older + 2 - page}/`)
  return Array.from({ length: older + 1 }, (_, index) => ({
    items: index === 0 ? items.slice(0, newest) : items.slice(newest + (index - 1) * size, newest + index * size),
    paging: pagingOf(index + 1, older + 1, urlOf),
  }))
}

/**
 * Cuts a list in some order of its own into pages of `size` items, half as many or half as many again, so that most stay as
 * they are when an item is added anywhere: each page ends before the item, among those it may end before, whose key has the
 * least number. That is chunking by content, as in Muthitacharoen et al., A Low-bandwidth Network File System (2001).
 */
export function paginateSteadily<T>(items: readonly T[], size: number, base: string, keyOf: (item: T) => string): ListPage<T>[] {
  const numbers = items.map((item) => fnv1a(keyOf(item)))
  const ends: number[] = []
  for (let from = 0; items.length - from > size * 1.5; from = ends.at(-1) ?? items.length) {
    const last = Math.min(from + Math.floor(size * 1.5), items.length - Math.ceil(size / 2))
    let end = from + Math.ceil(size / 2)
    for (let at = end + 1; at <= last; at += 1) if ((numbers[at] ?? 0) < (numbers[end] ?? 0)) end = at
    ends.push(end)
  }
  ends.push(items.length)
  return ends.map((end, index) => ({
    items: items.slice(ends[index - 1] ?? 0, end),
    paging: pagingOf(index + 1, ends.length, pageUrls(base)),
  }))
}

/** The addresses of pages counted from the first, which has that of the list. */
function pageUrls(base: string): (page: number) => string {
  return (page) => (page === 1 ? base : `${base}side-${page}/`)
}

function pagingOf(number: number, count: number, urlOf: (page: number) => string): Paging {
  const links: PageLink[] = []
  for (let page = 1; page <= count; page += 1) {
    const near = Math.abs(page - number) <= NEIGHBOURS
    if (page === 1 || page === count || near) links.push({ number: page, url: urlOf(page), current: page === number })
    else if (!('gap' in (links.at(-1) ?? {}))) links.push({ gap: true })
  }
  return {
    number,
    count,
    url: urlOf(number),
    ...(number > 1 && { previous: urlOf(number - 1) }),
    ...(number < count && { next: urlOf(number + 1) }),
    links: count > 1 ? links : [],
  }
}
