import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { urls } from '../publish/urls.ts'
import type { ContentTree } from '../source/content-tree.ts'

/** A file that is published as it is. */
export interface Copy {
  readonly from: string
  /** How it looks on the disk; '' where that is not known. */
  readonly signature: string
}

/**
 * The files of an archive that are published as they are, by path from the site's root: logos, and of the attachments only
 * what an open punkt lists as open. A file that merely lies in the folder stays there. With `authority`, its own alone.
 */
export function copiesOf(archive: Archive, tree: ContentTree, authority?: string): Map<string, Copy> {
  const copies = new Map<string, Copy>()
  const add = (to: string, file: string): void => {
    copies.set(to, { from: path.join(tree.root, file), signature: tree.assets.get(file)?.signature ?? '' })
  }
  for (const { id, logo } of archive.authorities)
    if (logo !== undefined && (authority ?? id) === id) add(urls.logo(id, logo), `${id}/${logo}`)
  for (const { meeting, bilag } of archive.punkter) {
    for (const attachment of bilag) {
      if (urls.bilag(meeting, attachment) !== undefined) add(`/${meeting}/${attachment.file}`, `${meeting}/${attachment.file}`)
    }
  }
  return copies
}
