import type { PdfLine, PdfPage } from '../../documents/pdf.ts'
import type { Line } from '../line.ts'
import { saysSomethingOfItsPunkt } from '../noise.ts'

/** The parts of a page, from its top and its foot, where running heads and feet stand. */
const EDGE = 0.13
const PAGE_NUMBER = /^(?:side:?\s*)?(?:\d{1,4}|[-–]\s*\d{1,4}\s*[-–])(?:\s*(?:af|\/|\|)\s*\d{1,4})?$|^side:?\s*\d{1,4}/iu

/**
 * Parts the lines of the pages from their running heads, feet and page numbers, told by place and repetition: alike
 * but for its figures, at one height, on two pages and on half of those that follow the first. A head that changes with
 * the punkt is told by its place and by type smaller than the text's. What a punkt
 * may say of itself (its case number, a label, that it is closed) is text wherever it stands.
 */
export function takeFurniture(pages: readonly PdfPage[]): { lines: PdfLine[]; furniture: PdfLine[] } {
  const places = new Map<string, Set<number>>()
  for (const page of pages)
    for (const line of page.lines) {
      const key = placeOf(line, page)
      if (key) places.set(key, (places.get(key) ?? new Set()).add(page.number))
    }
  const enough = Math.max(2, Math.ceil((pages.length - 1) * 0.5))
  const isRepeated = (line: PdfLine, page: PdfPage): boolean => {
    const key = placeOf(line, page)
    const isNumber = key !== undefined && PAGE_NUMBER.test(line.text) && isOutermost(line, page)
    if (key === undefined || isNumber) return isNumber
    const count = [key, ...neighbours(key)].reduce((sum, near) => sum + (places.get(near)?.size ?? 0), 0)
    return count >= enough && !saysSomethingOfItsPunkt(asText(line))
  }
  const changing = changingHeads(pages)
  const lines: PdfLine[] = []
  const furniture: PdfLine[] = []
  for (const page of pages) {
    const repeated = new Set(page.lines.filter((line) => isRepeated(line, page)))
    for (const line of page.lines) {
      if (line.turned || repeated.has(line) || changing.has(line)) furniture.push(line)
      else lines.push(line)
    }
  }
  return { lines, furniture }
}

/** Lines at the page's top, in type smaller than the text's, at heights where most pages have such a line. */
function changingHeads(pages: readonly PdfPage[]): Set<PdfLine> {
  const letters = new Map<number, number>()
  for (const { size, text } of pages.flatMap(({ lines }) => lines)) letters.set(size, (letters.get(size) ?? 0) + text.length)
  const [bodySize = 0] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? []
  const byHeight = new Map<number, PdfLine[]>()
  for (const page of pages)
    for (const line of page.lines) {
      // At the foot small type is a footnote.
      if (line.y / page.height < 1 - EDGE || line.size >= bodySize || saysSomethingOfItsPunkt(asText(line))) continue
      byHeight.set(Math.round(line.y), [...(byHeight.get(Math.round(line.y)) ?? []), line])
    }
  const most = Math.max(3, (pages.length - 1) * 0.6)
  return new Set([...byHeight.values()].filter((lines) => new Set(lines.map(({ page }) => page)).size >= most).flat())
}

/** A printed line as the grammar's marks are looked for in. */
function asText({ text }: PdfLine): Line {
  return { number: 1, text, markdown: text, level: 0, bold: false, indent: 0, gap: true, hardBreak: false }
}

/** What two lines must share to be the same furniture: height and words, figures apart. Undefined away from the edges. */
function placeOf(line: PdfLine, page: PdfPage): string | undefined {
  const share = line.y / page.height
  if (share > EDGE && share < 1 - EDGE) return undefined
  return `${Math.round(line.y / 4)}|${line.text.replace(/\d+/g, '0').toLowerCase()}`
}

function neighbours(key: string): string[] {
  const [height = '', ...text] = key.split('|')
  return [Number(height) - 1, Number(height) + 1].map((near) => `${near}|${text.join('|')}`)
}

function isOutermost(line: PdfLine, page: PdfPage): boolean {
  const heights = page.lines.map(({ y }) => y)
  return line.y <= Math.min(...heights) + 1 || line.y >= Math.max(...heights) - 1
}
