/** What a document of ours says, known beforehand; fields that the document does not have are absent. */
export interface Expected {
  /** Slug of the authority, where the document names it; else the import is told. */
  readonly authority?: string
  readonly udvalg?: string
  readonly date: string
  readonly start?: string
  readonly end?: string
  readonly place?: string
  readonly clerk?: string
  /** "Karen Lund A formand afbud": name, party, role, attendance where they are not present, "for X". */
  readonly people: readonly string[]
  /** "5|Titel|approved|23/1234": number, title, outcome (`closed`, `missing`) and case number; `*` for what is not looked at. */
  readonly punkter: readonly string[]
  /** By number: "Karen Lund inhabil". */
  readonly absences?: Readonly<Record<string, readonly string[]>>
  /** By number: "for 6 A,V imod 1 O". */
  readonly votes?: Readonly<Record<string, string>>
  /** Words that must be in the content, spaces apart. */
  readonly keeps?: readonly string[]
  /** Words that must not. */
  readonly drops?: readonly string[]
}

/** An invented document in a layout that municipalities use, and what it says. */
export interface Trial {
  readonly name: string
  /** Ending of its file's name. */
  readonly format: string
  readonly expected: Expected
  write(): Promise<Uint8Array>
}
