/** A document as handed in: its bytes, or why they could not be read. */
export interface InputFile {
  readonly path: string
  readonly bytes?: Uint8Array
}

export interface ImportOptions {
  /** Slugs that hold for every document, where the clerk has chosen them. */
  readonly authority?: string | undefined
  readonly udvalg?: string | undefined
}
