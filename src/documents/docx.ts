import mammoth from 'mammoth'
import { withAutomaticNumbers } from './docx-numbering.ts'

/** What came of reading a Word file: its content as HTML. */
export type DocxReading = { readonly kind: 'read'; readonly html: string } | { readonly kind: 'broken' }

/** Word's own names for headings, in Danish and English, that mammoth does not know; and the styles of titles. */
const STYLES = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Overskrift ${level}'] => h${level}:fresh`),
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titel'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Undertitel'] => h2:fresh",
  'br[type="page"] => hr',
]

/**
 * Reads a Word file (DOCX). Pictures are left out; footnotes stand at the end as mammoth puts them; automatic numbers are
 * marked for `printedNumber`. Never throws.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxReading> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(await withAutomaticNumbers(bytes).catch(() => bytes)) },
      { styleMap: STYLES, externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return { kind: 'read', html: value }
  } catch {
    return { kind: 'broken' }
  }
}

/** The words of a Word file, for a search; undefined where it cannot be read. */
export async function docxText(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
  } catch {
    return undefined
  }
}
