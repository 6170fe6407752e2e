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
  const at = to.search(/[?#]/)
  const [path, rest] = at === -1 ? [to, ''] : [to.slice(0, at), to.slice(at)]
  const shared = endOfSharedFolders(from, path)
  const way = '../'.repeat(countFolders(from, shared)) + path.slice(shared)
  // An anchor alone is one of the page itself, which is another than its folder where it has a file's name.
  return way === '' && !(rest.startsWith('#') && from.endsWith('/')) ? `./${rest}` : way + rest
}

/** Where the last folder that both addresses lie in ends, after its slash. By letter: every link of every page is made here. */
function endOfSharedFolders(one: string, other: string): number {
  let end = 0
  for (let at = 0; at < one.length && one[at] === other[at]; at += 1) if (one[at] === '/') end = at + 1
  return end
}

/** How many folders an address goes through from an offset on. */
function countFolders(address: string, from: number): number {
  let count = 0
  for (let slash = address.indexOf('/', from); slash !== -1; slash = address.indexOf('/', slash + 1)) count += 1
  return count
}

/** The path under which a site lies on its host, without a slash at the end; '' where it has the host to itself. */
export function basePathOf(siteUrl: string): string {
  return new URL(siteUrl).pathname.replace(/\/$/, '')
}
