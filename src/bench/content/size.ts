/** How large an invented archive is to be. */
export interface ContentSize {
  readonly seed: number
  readonly authorities: number
  /** Bodies of each authority. */
  readonly bodies: number
  /** Meetings of all bodies together, about: every body holds as many, one a month and none in July. */
  readonly meetings: number
  /** Punkter of a meeting, on average. */
  readonly punkter: number
  /** Share of the punkter that have a PDF among their attachments. */
  readonly pdf: number
}

/** Small enough for a short run. */
export const SMALL: ContentSize = { seed: 1, authorities: 1, bodies: 10, meetings: 100, punkter: 10, pdf: 0.05 }
