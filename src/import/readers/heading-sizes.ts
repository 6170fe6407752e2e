import type { PdfLine } from '../../documents/pdf.ts'

/** Larger than the text by this factor, a size is a heading's. */
const LARGER = 1.08

/** The heading levels that the font sizes of a document stand for; the size of most of its text, and smaller ones, stand for none. */
export function headingLevels(lines: readonly PdfLine[]): Map<number, number> {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  const [body = 0] = [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? []
  const larger = [...letters.keys()].filter((size) => size > body * LARGER).sort((a, b) => b - a)
  const levels = new Map<number, number>()
  let level = 0
  let before = Number.POSITIVE_INFINITY
  for (const size of larger) {
    if (before / size > 1.04) level += 1
    before = size
    levels.set(size, Math.min(6, level))
  }
  return levels
}
