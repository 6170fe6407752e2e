/** An attachment (key `bilag`). Only an open one with a file in the archive is linked; a closed one is only counted. */
export interface Bilag {
  readonly title: string
  /** Path below the meeting's folder, as written (`bilag/plan.pdf`). */
  readonly file?: string
  /** Closed unless the clerk wrote `åben`; a title without a file and without `adgang` is open. */
  readonly open: boolean
  /** Size of the file in bytes, where it is there. */
  readonly bytes?: number
}
