import { twoColumnsOf } from './pdf-columns.ts'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from './pdfjs.ts'

/** Words of one line that stand together; wide gaps part the pieces of a line. Lengths in points, from the page's lower left. */
export interface PdfPiece {
  readonly text: string
  readonly x: number
  readonly right: number
}

/** One printed line. */
export interface PdfLine {
  /** 1-based. */
  readonly page: number
  readonly text: string
  readonly pieces: readonly PdfPiece[]
  readonly x: number
  readonly right: number
  /** The baseline's height above the foot of the page. */
  readonly y: number
  /** Font size of most of its letters. */
  readonly size: number
  /** True where all its letters are set in a bold font. */
  readonly bold: boolean
  /** True for text that is turned on the page, such as a watermark. */
  readonly turned: boolean
  /** Where its column lies, on a part of a page that has two. */
  readonly column?: { readonly left: number; readonly right: number }
}

export interface PdfPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly lines: readonly PdfLine[]
}

/** What came of reading a PDF. `withoutText`: pages that are pictures, without a text layer. */
export type PdfReading =
  | { readonly kind: 'read'; readonly pages: readonly PdfPage[]; readonly title?: string }
  | { readonly kind: 'encrypted' | 'broken' | 'without-text' }

/** Less text on a page than this, in characters, is a stamp or a page number. */
const LEAST_TEXT = 12

/** Reads the text layer of a PDF, line by line as printed. Never throws for what a file holds. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  forgiveStrayRejections()
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  })
  try {
    const document = await task.promise
    const fonts = new Map<string, boolean>()
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(await document.getPage(number), number, fonts))
    const letters = pages.reduce((sum, page) => sum + page.lines.reduce((count, { text }) => count + text.length, 0), 0)
    if (letters < LEAST_TEXT * Math.max(1, pages.length)) return { kind: 'without-text' }
    const title = await titleOf(document)
    return { kind: 'read', pages, ...(title && { title }) }
  } catch (error) {
    return { kind: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken' }
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

let isForgiving = false

/**
 * A damaged file makes pdfjs reject promises of its own that nobody holds, which would end the process; what was asked
 * of it is answered all the same. Rejections from anywhere else stay fatal.
 */
function forgiveStrayRejections(): void {
  if (isForgiving) return
  isForgiving = true
  process.on('unhandledRejection', (reason) => {
    const trace =
      reason instanceof Error
        ? `${reason.stack}`
        : typeof reason === 'object' && reason !== null && 'stack' in reason
          ? `${reason.stack}`
          : ''
    if (!trace.includes('pdfjs-dist')) throw reason
  })
}

/** The text of each page, lines parted by `\n`: what a search needs of an attachment. */
export function pageTexts(pages: readonly PdfPage[]): string[] {
  return pages.map((page) => page.lines.map(({ text }) => text).join('\n'))
}

async function titleOf(document: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await document.getMetadata()
  const title = (info as { Title?: unknown }).Title
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined
}

/** A piece of a line, before it is known which line it belongs to. */
type Run = Omit<PdfLine, 'page' | 'pieces' | 'column'>

async function readPage(page: PDFPageProxy, number: number, fonts: Map<string, boolean>): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ disableNormalization: false })
  const items = content.items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []))
  if (items.some(({ fontName }) => !fonts.has(fontName))) {
    await page.getOperatorList()
    for (const { fontName } of items) if (!fonts.has(fontName)) fonts.set(fontName, isBold(page, fontName))
  }
  const runs = items
    .filter(({ str }) => str.trim() !== '')
    .map((item): Run => {
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
      return {
        text: item.str,
        x,
        right: x + item.width,
        y,
        size: Math.round((item.height || Math.hypot(a, b)) * 10) / 10,
        bold: fonts.get(item.fontName) ?? false,
        turned: Math.abs(b) > Math.abs(a) * 0.1,
      }
    })
  page.cleanup()
  return { number, width, height, lines: inReadingOrder(runs, number, width) }
}

function isBold(page: PDFPageProxy, fontName: string): boolean {
  if (!page.commonObjs.has(fontName)) return false
  const font = page.commonObjs.get(fontName) as { name?: string; bold?: boolean; black?: boolean } | null
  return font?.bold === true || font?.black === true || /bold|black|heavy|semibold|demi/i.test(font?.name ?? '')
}

/** The lines of a page from the top down; of a part in two columns the left one first. */
function inReadingOrder(runs: readonly Run[], page: number, width: number): PdfLine[] {
  const columns = twoColumnsOf(
    runs.filter(({ turned }) => !turned),
    width,
  )
  if (!columns) return linesOf(runs, page)
  const { top, bottom, gutter } = columns
  const inside = runs.filter(({ y, turned }) => !turned && y <= top && y >= bottom)
  const column = (part: readonly Run[]): PdfLine[] => {
    const bounds = { left: Math.min(...part.map(({ x }) => x)), right: Math.max(...part.map(({ right }) => right)) }
    return linesOf(part, page).map((line) => ({ ...line, column: bounds }))
  }
  return [
    ...linesOf(
      runs.filter((run) => !inside.includes(run) && (run.y > top || run.turned)),
      page,
    ),
    ...column(inside.filter(({ x }) => x < gutter)),
    ...column(inside.filter(({ x }) => x >= gutter)),
    ...linesOf(
      runs.filter((run) => !inside.includes(run) && run.y < bottom && !run.turned),
      page,
    ),
  ]
}

function linesOf(runs: readonly Run[], page: number): PdfLine[] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const isSame = first && first.turned === run.turned && Math.abs(first.y - run.y) <= Math.max(first.size, run.size) * 0.4
    if (row && isSame) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) =>
    lineOf(
      row.sort((a, b) => a.x - b.x),
      page,
    ),
  )
}

function lineOf(row: readonly Run[], page: number): PdfLine {
  const pieces: { text: string; x: number; right: number }[] = []
  const letters = new Map<number, number>()
  for (const run of row) {
    letters.set(run.size, (letters.get(run.size) ?? 0) + run.text.trim().length)
    const last = pieces.at(-1)
    const gap = last ? run.x - last.right : 0
    const touches = gap < run.size * 0.15 && !last?.text.endsWith(' ') && !run.text.startsWith(' ')
    if (last && gap < run.size * 0.95) {
      last.text += touches ? run.text : ` ${run.text}`
      last.right = run.right
    } else pieces.push({ text: run.text, x: run.x, right: run.right })
  }
  const words = pieces.map((piece) => ({ ...piece, text: piece.text.normalize('NFC').replace(/\s+/g, ' ').trim() }))
  const [size = 0] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? []
  const first = row[0] as Run
  return {
    page,
    text: words.map(({ text }) => text).join(' '),
    pieces: words,
    x: first.x,
    right: Math.max(...row.map(({ right }) => right)),
    y: first.y,
    size,
    bold: row.every(({ bold, text }) => bold || !/[\p{L}\p{N}]/u.test(text)) && row.some(({ bold }) => bold),
    turned: first.turned,
  }
}
