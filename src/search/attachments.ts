import { urls } from '../publish/urls.ts'
import type { Punkt } from '../referat/punkt.ts'

/** An attachment whose text is searched. */
export interface AttachmentFile {
  readonly title: string
  /** Address of the file from the site's root. */
  readonly url: string
  /** Path of the file below the content folder. */
  readonly path: string
}

/** The text of one page of an attachment, or of the whole where its format knows no pages. */
export interface AttachmentText {
  readonly title: string
  /** Address of the file from the site's root. */
  readonly url: string
  /** 1-based; absent where the format knows no pages. */
  readonly page?: number
  readonly text: string
}

/** Longer texts are cut, in characters: a whole budget in one punkt would drown the punkter that people look for. */
const LONGEST_TEXT = 200_000

/** The open attachments of a punkt whose text can be read (PDF and Word). A closed punkt and a closed attachment have none. */
export function attachmentsOf(punkt: Punkt): AttachmentFile[] {
  if (punkt.closed) return []
  return punkt.bilag.flatMap((bilag) => {
    const url = urls.bilag(punkt.meeting, bilag)
    if (url === undefined || bilag.file === undefined || !/\.(?:pdf|docx)$/i.test(bilag.file)) return []
    return [{ title: bilag.title, url, path: `${punkt.meeting}/${bilag.file}` }]
  })
}

/**
 * Reads the texts of attachments. What cannot be read is left out: its title is found all the same. `read` gives a
 * file's bytes by its path below the content folder.
 */
export async function readAttachments(
  files: readonly AttachmentFile[],
  read: (path: string) => Promise<Uint8Array>,
): Promise<AttachmentText[]> {
  const texts: AttachmentText[] = []
  for (const { title, url, path } of files) {
    const bytes = await read(path)
    const pages = /\.pdf$/i.test(path) ? await pagesOfPdf(bytes) : await wholeOfDocx(bytes)
    let left = LONGEST_TEXT
    for (const { page, text } of pages) {
      const kept = text.slice(0, left)
      left -= kept.length
      if (kept.trim() !== '') texts.push({ title, url, ...(page !== undefined && { page }), text: kept })
    }
  }
  return texts
}

interface Page {
  readonly page?: number
  readonly text: string
}

// The readers of documents are large, and most builds need none of them.
async function pagesOfPdf(bytes: Uint8Array): Promise<Page[]> {
  const { pageTexts, readPdf } = await import('../documents/pdf.ts')
  const reading = await readPdf(bytes)
  return reading.kind === 'read' ? pageTexts(reading.pages).map((text, index) => ({ page: index + 1, text: withoutBreaks(text) })) : []
}

async function wholeOfDocx(bytes: Uint8Array): Promise<Page[]> {
  const { docxText } = await import('../documents/docx.ts')
  const text = await docxText(bytes)
  return text === undefined ? [] : [{ text }]
}

/** Words that are parted at the end of a line, put together again. */
function withoutBreaks(text: string): string {
  return text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
}
