import type { Archive } from '../archive/archive.ts'
import type { View } from './view.ts'

/**
 * A piece of the archive's printing: one page, or pages that only make sense together. What it makes hangs on `given` and
 * on what it asks of the archive, and on nothing else; so it need not be done again until one of them changes.
 */
export interface PageTask {
  /** Its name, the same from build to build; no two tasks share one. */
  readonly id: string
  /** What it is made from besides the archive: plain data, and things of the archive. */
  readonly given: unknown
  /** The authority below whose address its pages lie; absent for pages that authorities share. */
  readonly authority?: string
  readonly views: (archive: Archive) => readonly View[]
}
