import type { Bilag } from '../referat/bilag.ts'
import { slugify } from '../source/slug.ts'

/** Addresses of the site: from the root, with a slash at both ends, as `interfaces.md` fixes them. An id is an address without the outer slashes. */
export const urls = {
  front: '/',
  search: '/soeg/',
  decisions: '/beslutninger/',
  subjects: '/emner/',
  about: '/om/',
  accessibility: '/tilgaengelighed/',
  guide: '/vejledning/',
  /** An authority, a body, a meeting, a punkt or a case, by its id. */
  of: (id: string): string => `/${id}/`,
  cases: (authority: string): string => `/${authority}/sager/`,
  openLoops: (authority: string): string => `/${authority}/aabne-sager/`,
  coverage: (authority: string): string => `/${authority}/daekning/`,
  bodies: (authority: string): string => `/${authority}/udvalg/`,
  people: (authority: string): string => `/${authority}/personer/`,
  /** The register of words in titles, and its pages of one letter. */
  words: (authority: string): string => `/${authority}/ord/`,
  wordsOf: (authority: string, initial: string): string => `/${authority}/ord/${slugify(initial) || 'andre'}/`,
  person: (authority: string, name: string): string => `/${authority}/personer/${personSlug(name)}/`,
  subject: (kle: string): string => `/emner/${kle}/`,
  /** An authority's logo. */
  logo: (authority: string, file: string): string => `/${authority}/${file}`,
  /** A published attachment of a meeting; `undefined` where there is no open file. */
  bilag: (meeting: string, bilag: Bilag): string | undefined =>
    bilag.open && bilag.file !== undefined && bilag.bytes !== undefined
      ? `/${meeting}/${bilag.file.split('/').map(encodeURIComponent).join('/')}`
      : undefined,
} as const

/** The last part of a member's address: the name, without a party in parentheses. */
export function personSlug(name: string): string {
  return slugify(name.replace(/\s*\([^()]*\)\s*$/, '')) || 'uden-navn'
}

/**
 * The address of `to` as a page at `from` links to it. Relative, so that the archive works under any path of any host;
 * addresses with a scheme and bare anchors stay as they are.
 */
export function relativeHref(from: string, to: string): string {
  if (!to.startsWith('/')) return to
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(to) ?? []
  const here = from.split('/').slice(1, -1)
  const there = path.split('/').slice(1)
  const file = there.pop() ?? ''
  let shared = 0
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared += 1
  const up = '../'.repeat(here.length - shared)
  const down =
    there
      .slice(shared)
      .map((part) => `${part}/`)
      .join('') + file
  return `${up}${down}` === '' ? (rest.startsWith('#') ? rest : `./${rest}`) : `${up}${down}${rest}`
}
