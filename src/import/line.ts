/**
 * One line of a clerk's document between reader and grammar. Every reader gives these, whatever the format.
 * `text` holds the words alone, for matching; `markdown` the same words ready to be written. Neither holds the
 * marks of headings and lists.
 */
export interface Line {
  /** 1-based line in the source. */
  readonly number: number
  readonly text: string
  readonly markdown: string
  /** Heading level 1–6; 0 for text. */
  readonly level: number
  /** True where the whole line is bold. */
  readonly bold: boolean
  /** `-` for a bullet, `4.` or `4)` for a numbered item. */
  readonly marker?: string
  /** Columns of indentation. */
  readonly indent: number
  /** Cells of a table row, ready to be written; the row has at least two. */
  readonly cells?: readonly string[]
  /** Each cell's own lines, where a cell of the row has more than one. */
  readonly parts?: readonly (readonly Line[])[]
  /** True for a heading that the document does not have, put in so that the words below it are known for what they are. */
  readonly invented?: boolean
  /** True where a blank line (or the start) stands before. */
  readonly gap: boolean
  /** True where the line's end is a break that the reader of the page must see. */
  readonly hardBreak: boolean
  /** True where the margin, not the writer, has broken the line; known of plain texts only. */
  readonly marginBroken?: boolean
  /** True where a page begins with this line. */
  readonly pageStart?: boolean
  /** Words of the source line that are in `markdown` but not in `text`: addresses of links. */
  readonly hidden?: string
  /** Addresses of files beside the document that the line links to. */
  readonly files?: readonly string[]
}

/** Words of the source that are written nowhere, and why. `secret` ones are counted, never shown. */
export interface LeftOut {
  readonly line: number
  readonly text: string
  readonly reason: string
  readonly secret?: boolean
}

/** A document as a reader took it in. */
export interface ReadDocument {
  readonly lines: readonly Line[]
  readonly leftOut: readonly LeftOut[]
  /** What the person should know about the reading, with its source line. */
  readonly notes: readonly Note[]
  /** True where the source marks its own headings, so that nothing need be guessed from the look of a line. */
  readonly marksHeadings: boolean
  /** Words beside the text that may name the body and the date: a running head, a page's title. */
  readonly elsewhere?: readonly string[]
  /** True for a page of a web site: what stands around the minutes may be in boxes that say nothing of themselves. */
  readonly isPage?: boolean
}

/** Something found in a source document; becomes a finding once the file's name is known. */
export interface Note {
  readonly line: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly rule: string
  readonly message: string
  readonly hint: string
}

/** The line's words as printed, a numbered marker included. */
export function fullText(line: Line): string {
  return line.marker && line.marker !== '-' ? `${line.marker} ${line.text}` : line.text
}

/** All words of the source line, those of addresses included: what is left out when the whole line is. */
export function sourceWords(line: Line): string {
  return line.marker && line.marker !== '-' ? `${line.marker} ${line.markdown}` : line.markdown
}

/** The line with its first words cut off, where `text` is what remains of its words. */
export function withRest(line: Line, text: string, markdown: string): Line {
  const { marker: _marker, cells: _cells, ...rest } = line
  return { ...rest, text, markdown, level: 0, bold: false }
}
