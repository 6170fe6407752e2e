import { readTags } from './page-tags.ts'

/** Something wrong with a printed page: a bug of ours or a hole in the validation, never a clerk's to mend. */
export interface OutputFault {
  readonly url: string
  readonly what: string
}

/** What a look at a printed page tells. */
export interface PageLook {
  readonly faults: readonly OutputFault[]
  /** Where its links within the archive lead, once each, from the site's root: `/a/`, `/a/#b`, `/a/plan.pdf`. */
  readonly links: readonly string[]
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * Looks at one page before publication: tags are closed, ids unique, links within the page lead somewhere, closed punkter
 * are closed. `url` is its address from the site's root; addresses below `basePath` are the archive's own.
 */
export function lookAtPage(url: string, html: string, basePath: string): PageLook {
  const faults: OutputFault[] = []
  const fault = (what: string): void => void faults.push({ url, what })
  const ids = new Set<string>()
  const own: string[] = []
  const targets = new Set<string>()
  const open: string[] = []
  let closedFrom = Infinity
  readTags(html, {
    opened(name, attributes, empty) {
      const { id } = attributes
      if (id !== undefined) {
        if (ids.has(id)) fault(`id "${id}" stands twice`)
        ids.add(id)
      }
      if (!empty && !VOID.has(name)) open.push(name)
      if (attributes['data-outcome'] === 'closed') closedFrom = Math.min(closedFrom, open.length)
      const section = attributes['data-section']
      if (closedFrom < Infinity && section !== undefined && section !== 'decision') fault('a closed punkt shows a section')
      const target = name === 'link' && attributes.rel === 'canonical' ? undefined : (attributes.href ?? attributes.src)
      if (target === undefined || ELSEWHERE.test(target)) return
      if (target.startsWith('#')) own.push(decoded(target.slice(1)))
      else targets.add(target)
    },
    closed(name) {
      for (let inner = open.pop(); inner !== name; inner = open.pop()) {
        fault(inner === undefined ? `</${name}> closes nothing` : `<${inner}> is not closed`)
        if (inner === undefined) break
      }
      if (open.length < closedFrom) closedFrom = Infinity
    },
  })
  for (const name of open) fault(`<${name}> is not closed`)
  for (const id of own) if (id !== '' && !ids.has(id)) fault(`the link #${id} has no target on the page`)
  return { faults, links: [...new Set(Array.from(targets, (target) => resolved(url, target, basePath)))] }
}

/** The published files as the links see them: which there are, and which places (ids) a page has. */
interface LinkTargets {
  has(file: string): boolean
  idsOf(file: string): ReadonlySet<string>
}

/** Tells what is wrong with where a link leads, where something is. */
function faultOfLink(link: string, targets: LinkTargets): string | undefined {
  const [path = '', anchor] = link.split('#')
  const file = fileAt(path)
  if (!targets.has(file)) return `the link to ${path} leads nowhere`
  return anchor && !targets.idsOf(file).has(anchor) ? `the link to ${link} has no such place` : undefined
}

/** The files of a site, for the check of its links. */
export interface PublishedFiles {
  /** Every file there is. */
  readonly all: ReadonlySet<string>
  /** The text of a page; it is asked for where a link leads to a place on it. */
  readonly read: (file: string) => string
  /** Links that lead elsewhere than below this address are not looked at. */
  readonly below?: string
}

/** What is wrong with the links of a whole site. `files` are its pages with the numbers of what they link to in `links`. */
export function faultsOfSite(
  files: Iterable<{ readonly path: string; readonly links: Iterable<number> }>,
  links: readonly string[],
  { all, read, below = '/' }: PublishedFiles,
): OutputFault[] {
  const ids = new Map<string, ReadonlySet<string>>()
  const idsOf = (file: string): ReadonlySet<string> => {
    const known = ids.get(file) ?? idsIn(read(file))
    ids.set(file, known)
    return known
  }
  const looked = new Map<number, string | undefined>()
  const faults: OutputFault[] = []
  for (const file of files) {
    for (const link of file.links) {
      if (!(links[link] ?? '').startsWith(below)) continue
      if (!looked.has(link)) looked.set(link, faultOfLink(links[link] ?? '', { has: (target) => all.has(target), idsOf }))
      const what = looked.get(link)
      if (what !== undefined) faults.push({ url: addressOf(file.path), what })
    }
  }
  return faults
}

/** How many pages there are among files. */
export function countPages(files: Iterable<string>): number {
  return [...files].filter((file) => file.endsWith('.html')).length
}

/** The address at which a file is served. */
export function addressOf(file: string): string {
  return file.replace(/index\.html$/, '')
}

/** The file that is served at an address. */
export function fileAt(address: string): string {
  return address.endsWith('/') ? `${address}index.html` : address
}

/** The ids of a page. */
function idsIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id))
}

/** A path of plain steps downwards, without query, anchor or percent signs. */
const PLAIN_PATH = /^(?:[^/?#%.][^/?#%]*\/)*(?:[^/?#%.][^/?#%]*)?$/

/** Where a link on a page leads. Most are some steps up and a plain path down, and there are many. */
function resolved(url: string, target: string, basePath: string): string {
  let folder = url.lastIndexOf('/')
  let from = 0
  for (; target.startsWith('../', from); from += 3) folder = Math.max(0, url.lastIndexOf('/', folder - 1))
  const path = target.slice(from)
  return !target.startsWith('/') && PLAIN_PATH.test(path) ? url.slice(0, folder + 1) + path : resolvedFully(url, target, basePath)
}

/** The same for every kind of address, as RFC 3986 (5.2) has it: `./?x#y`, `/a/`, `../100%25.pdf`. */
function resolvedFully(url: string, target: string, basePath: string): string {
  const at = new URL(target, `http://archive.invalid${url}`)
  const path = target.startsWith('/') && at.pathname.startsWith(`${basePath}/`) ? at.pathname.slice(basePath.length) : at.pathname
  return decoded(path) + decoded(at.hash)
}

/** An address without its percent signs; one that is not well encoded stays as it is, and is then found to lead nowhere. */
function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
