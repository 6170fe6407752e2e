import { createRequire } from 'node:module'
import type { Block, InventedMeeting } from './meeting.ts'

/** What is used of pdfkit, which brings no types. */
export interface Pdf {
  y: number
  readonly page: { readonly width: number; readonly height: number; margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>> }
  on(event: 'data' | 'end', listener: (chunk: Buffer) => void): void
  font(name: string): Pdf
  fontSize(size: number): Pdf
  text(text: string, x?: number, y?: number, options?: Readonly<Record<string, unknown>>): Pdf
  moveDown(lines?: number): Pdf
  addPage(): Pdf
  heightOfString(text: string, options: Readonly<Record<string, unknown>>): number
  bufferedPageRange(): { readonly count: number }
  switchToPage(index: number): void
  end(): void
}
export const PDFDocument = createRequire(import.meta.url)('pdfkit') as new (
  options: Readonly<Record<string, unknown>>,
) => Pdf & {
  on(event: 'pageAdded', listener: () => void): void
}

const LEFT = 72

/** The meeting as SBSYS and FirstAgenda print it: running heads, page numbers, paragraphs over lines and pages. */
export function writePdf(meeting: InventedMeeting, options: Readonly<Record<string, unknown>> = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: LEFT, info: {}, ...options })
  let page = 0
  const furnish = (): void => {
    page += 1
    const { y } = pdf
    const width = { lineBreak: false, height: 12, width: 300 }
    pdf.font('Helvetica').fontSize(8).text(`${meeting.udvalg}, 05-03-2025`, LEFT, 30, width)
    pdf.text(`Side ${page}`, pdf.page.width - 120, 30, width)
    pdf.y = y
  }
  pdf.on('pageAdded', () => {
    furnish()
    pdf.font('Helvetica').fontSize(11)
    pdf.y = LEFT
  })
  furnish()
  pdf.font('Helvetica-Bold').fontSize(18).text(`Referat af møde i ${meeting.udvalg}`, LEFT, LEFT)
  const body = (): Pdf => pdf.font('Helvetica').fontSize(11)
  body().text(meeting.authority, LEFT).moveDown()
  for (const [label, value] of [
    ['Mødedato:', meeting.when],
    ['Mødested:', meeting.place],
  ] as const) {
    const { y } = pdf
    pdf.font('Helvetica-Bold').text(label, LEFT, y)
    pdf.font('Helvetica').text(value, LEFT + 110, y)
  }
  pdf.moveDown().font('Helvetica-Bold').text('Deltagere:', LEFT)
  body().text(meeting.present.join('\n'), LEFT).moveDown()
  pdf.text(`Afbud: ${meeting.apologies.join(', ')}`, LEFT)
  for (const punkt of meeting.punkter) {
    pdf.moveDown(1.5).font('Helvetica-Bold').fontSize(14)
    pdf.text(`Punkt ${punkt.number}: ${punkt.title}${punkt.closed ? ' (Lukket)' : ''}`, LEFT).moveDown(0.5)
    if (punkt.sagsnummer) body().text(`Sagsnr. ${punkt.sagsnummer}`, LEFT)
    for (const { heading, blocks } of punkt.sections) {
      pdf.font('Helvetica-Bold').fontSize(11).moveDown().text(heading, LEFT)
      for (const block of blocks) writeBlock(body(), block)
    }
    if (punkt.bilag.length === 0) continue
    pdf.font('Helvetica-Bold').fontSize(11).moveDown().text('Bilag', LEFT)
    body().text(punkt.bilag.join('\n'), LEFT)
  }
  return finish(pdf)
}

function writeBlock(pdf: Pdf, block: Block): void {
  pdf.moveDown(0.6)
  if (block.kind === 'paragraph') pdf.text(block.text, LEFT)
  else if (block.kind === 'table') {
    for (const row of block.rows) {
      if (pdf.y > pdf.page.height - LEFT - 20) pdf.addPage()
      const { y } = pdf
      row.forEach((cell, index) => {
        pdf.text(cell, LEFT + index * 130, y)
      })
      pdf.y = y + 20
    }
  } else
    block.items.forEach((item, index) => {
      pdf.text(`${block.ordered ? `${index + 1}.` : '•'} ${typeof item === 'string' ? item : item.text}`, LEFT + 12)
      if (typeof item !== 'string') for (const inner of item.inner) pdf.text(`• ${inner}`, LEFT + 36)
    })
}

/** A text as a plain print of it: one font, its lines broken by the margin. */
export function printText(text: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: LEFT })
  pdf.font('Helvetica').fontSize(10)
  for (const line of text.replace(/\*\*|^#+ /gm, '').split('\n')) {
    if (line.trim() === '') pdf.moveDown(0.8)
    else pdf.text(line.replace(/\t/g, '    '), LEFT)
  }
  return finish(pdf)
}

/** A PDF of pages without a word, as a scanner makes them. */
export function writeEmptyPdf(): Promise<Uint8Array> {
  return finish(new PDFDocument({ size: 'A4' }).addPage())
}

/** The bytes of a PDF whose pages are written. */
export function finish(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    pdf.on('data', (chunk) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.end()
  })
}
