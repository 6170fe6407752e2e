import path from 'node:path/posix'
import { classifyPath } from '../archive/layout.ts'
import { isExternal } from '../source/markdown.ts'
import type { RuleContext } from './context.ts'
import { decoded } from './links.ts'

/** Where a link leads, as far as the archive can tell. */
export type LinkTarget = 'fine' | 'missing' | 'unpublished' | 'draft'

/**
 * Where a link in a file leads: to a content file, a folder with an `index.md`, or an attachment, relative or from the
 * content folder's root. Links out of the archive and anchors within the page are taken to be fine.
 */
export function linkTarget(href: string, file: string, { archive, isPublished, isThere }: RuleContext): LinkTarget {
  const address = href.replace(/[?#].*$/s, '')
  if (isExternal(href) || address === '') return 'fine'
  const written = decoded(address)
  const target = path.join(written.startsWith('/') ? '' : path.dirname(file), written).replace(/^\/+|\/+$/g, '')
  const found = [target, path.join(target, 'index.md')].find(isThere)
  if (target.startsWith('../') || found === undefined) return 'missing'
  const place = classifyPath(found)
  switch (place.kind) {
    case 'site':
    case 'authority':
    case 'udvalg':
      return 'fine'
    case 'meeting':
    case 'punkt':
    case 'bilag': {
      if (place.kind === 'bilag' && !isPublished(found)) return 'unpublished'
      // A draft may link within itself: it is published as a whole or not at all.
      const meeting = `${place.authority}/${place.udvalg}/${place.folder}`
      const held = archive.find('meeting', meeting)
      const draft = held ? held.status === 'kladde' : archive.publishedAs(found) === undefined
      return draft && !file.startsWith(`${meeting}/`) ? 'draft' : 'fine'
    }
    default:
      return 'unpublished'
  }
}
