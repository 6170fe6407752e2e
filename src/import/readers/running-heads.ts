import type { PdfLine, PdfPage } from '../../documents/pdf.ts'

/** The parts of a page, from its top and its foot, where running heads and feet stand. */
const EDGE = 0.13
const PAGE_NUMBER = /^(?:side:?\s*)?(?:\d{1,4}|[-–]\s*\d{1,4}\s*[-–])(?:\s*(?:af|\/|\|)\s*\d{1,4})?$|^side:?\s*\d{1,4}/iu

/**
 * Parts the lines of the pages from their running heads, feet and page numbers, told by place and repetition: alike
 * but for its figures, at one height, on two pages and on half of those that follow the first.
 */
export function takeFurniture(pages: readonly PdfPage[]): { lines: PdfLine[]; furniture: PdfLine[] } {
  const places = new Map<string, Set<number>>()
  for (const page of pages)
    for (const line of page.lines) {
      const key = placeOf(line, page)
      if (key) places.set(key, (places.get(key) ?? new Set()).add(page.number))
    }
  const enough = Math.max(2, Math.ceil((pages.length - 1) * 0.5))
  const lines: PdfLine[] = []
  const furniture: PdfLine[] = []
  for (const page of pages)
    for (const line of page.lines) {
      const key = placeOf(line, page)
      const repeated =
        key !== undefined && [key, ...neighbours(key)].reduce((sum, near) => sum + (places.get(near)?.size ?? 0), 0) >= enough
      const isNumber = key !== undefined && PAGE_NUMBER.test(line.text) && isOutermost(line, page)
      if (line.turned || repeated || isNumber) furniture.push(line)
      else lines.push(line)
    }
  return { lines, furniture }
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
