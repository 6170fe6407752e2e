import type { Archive } from '../archive/archive.ts'
import { foldLabel } from '../referat/collation.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Reference } from '../referat/reference.ts'
import { slugify } from '../source/slug.ts'
import { relativeHref, urls } from './urls.ts'

/** The address of a content file's page, or of an open attachment, from the site's root; undefined where it has none. */
export function urlOfFile(archive: Archive, file: string): string | undefined {
  const id = archive.publishedAs(file)
  if (id === undefined || id === '') return id === '' ? urls.front : undefined
  return file.endsWith('.md') ? urls.of(id) : `/${id.split('/').map(encodeURIComponent).join('/')}`
}

/** Where a clerk's text stands: its file, the meeting it belongs to, and the page it is shown on. */
export interface LinkPlace {
  readonly file: string
  readonly pageUrl: string
  /** Ids on the page by the slug of the heading that a clerk's `#heading` names. */
  readonly anchors?: ReadonlyMap<string, string>
}

/**
 * Gives the function that turns a clerk's link into an address for the page: a path between files (`../2026-03-03/04-x.md`,
 * `index.md`), an attachment (`bilag/plan.pdf`) or an anchor. It gives undefined for what leads nowhere or is not public.
 */
export function linkResolver(archive: Archive, place: LinkPlace): (href: string) => string | undefined {
  return (href) => {
    const [, path = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(href) ?? []
    if (path === '') {
      const id = place.anchors?.get(slugify(anchor))
      return id === undefined ? undefined : `#${id}`
    }
    const file = resolvePath(place.file, path)
    if (file === undefined) return undefined
    const url = urlOfFile(archive, file) ?? urlOfFile(archive, `${file.replace(/\/$/, '')}/index.md`)
    // The place on the other page is left out: a heading that is reworded there must not break a link here.
    return url === undefined ? undefined : relativeHref(place.pageUrl, url)
  }
}

/** The file that a relative path leads to from another file; undefined where it leaves the content folder. */
function resolvePath(from: string, href: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(href)
  } catch {
    return undefined
  }
  const parts = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** The references in a punkt's prose that were found in the archive, longest first, as links from a page. */
export function referencePhrases(archive: Archive, punkt: Punkt, pageUrl: string): { readonly words: string; readonly href: string }[] {
  const found = archive.referencesFrom(punkt.id).filter(({ kind }) => kind === 'punkt' || kind === 'meeting')
  if (found.length === 0) return []
  const { authority } = archive.meeting(punkt.meeting)
  // The archive lists a treatment once, under the frontmatter's words where it has any; the prose may name it in others.
  const keyOf = ({ udvalg, dato, punkt: number = '' }: Reference): string =>
    `${archive.findBody(authority, udvalg)?.id ?? foldLabel(udvalg)} ${dato} ${foldLabel(number)}`
  const targets = new Map(found.map(({ reference, target }) => [keyOf(reference), target]))
  const phrases = new Map<string, string>()
  for (const reference of punkt.references) {
    const target = targets.get(keyOf(reference))
    if (reference.label === '' || target === undefined || target === punkt.id) continue
    phrases.set(reference.label, relativeHref(pageUrl, urls.of(target)))
  }
  return [...phrases]
    .map(([words, href]) => ({ words, href }))
    .sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1))
}
