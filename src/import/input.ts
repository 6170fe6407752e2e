/** A document as handed in: its bytes, or why they could not be read. */
export interface InputFile {
  readonly path: string
  readonly bytes?: Uint8Array
  /** Files in the document's folder and the folders in it, with `/`: attachments may be among them. */
  readonly beside?: readonly string[]
}

export interface ImportOptions {
  /** Slugs that hold for every document, where the clerk has chosen them. */
  readonly authority?: string | undefined
  readonly udvalg?: string | undefined
  /** ISO date that holds for every document. */
  readonly date?: string | undefined
  /** True where hand-made changes may be overwritten. */
  readonly force?: boolean | undefined
  /** What the clerk has answered about single documents, by path; it goes before what holds for all. */
  readonly answers?: ReadonlyMap<string, DocumentAnswers> | undefined
}

/** What a person can settle about one document. */
export interface DocumentAnswers {
  readonly authority?: string | undefined
  readonly udvalg?: string | undefined
  readonly date?: string | undefined
}
