import type { Finding } from './finding.ts'
import { maskDigits } from './mask.ts'

/** A frame is cut to this many cells around the place, so that a paragraph on one line does not fill the screen. */
const WIDTH = 100
const TAB = '    '
const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
const NO_WIDTH = /\p{M}|[\u200b-\u200f\u2060\ufeff\u00ad]/u
const CONTROL = /\p{Cc}/u

/**
 * The line a finding is about and the one above it, with carets under the place. Tabs are spaces, control characters
 * are dots, and digits that look like a CPR number are masked. '' where the text has no such line.
 */
export function codeFrame(text: string, { line, column, endColumn }: Pick<Finding, 'line' | 'column' | 'endColumn'>): string {
  const first = Math.max(0, line - 2)
  // Masked together with its neighbours: a number may be broken over two lines.
  const lines = maskDigits(
    text
      .split('\n')
      .slice(first, line + 1)
      .join('\n'),
  ).split('\n')
  const written = lines[line - 1 - first]
  if (written === undefined || line < 1) return ''
  const gutter = String(line).length
  const row = (number: number | '', content: string): string => `${String(number).padStart(gutter)} | ${content}`.trimEnd()

  const [before, marked] = [written.slice(0, column - 1), written.slice(column - 1, Math.max(column, endColumn - 1))]
  const start = cellsOf(before)
  const length = Math.max(1, cellsOf(marked))
  const shift = Math.max(0, Math.min(start - WIDTH / 4, cellsOf(written) - WIDTH))
  const visible = Math.min(length, WIDTH - (start - shift))

  const above = line > 1 ? lines[0] : undefined
  const rows = above === undefined || above.trim() === '' ? [] : [row(line - 1, cut(above, shift))]
  rows.push(row(line, cut(written, shift)), row('', ' '.repeat(start - shift) + '^'.repeat(Math.max(1, visible))))
  return rows.join('\n')
}

/** What a terminal shows of a text from one cell on. */
function cut(text: string, from: number): string {
  let cells = 0
  let shown = ''
  for (const letter of text) {
    const width = cellsOf(letter)
    if (cells >= from && cells + width <= from + WIDTH) shown += letter === '\t' ? TAB : CONTROL.test(letter) ? '·' : letter
    // A wide letter cut in half leaves a space, so that the carets still stand right.
    else if (cells < from && cells + width > from) shown += ' '.repeat(cells + width - from)
    cells += width
  }
  return shown
}

function cellsOf(text: string): number {
  let cells = 0
  for (const letter of text) cells += letter === '\t' ? TAB.length : NO_WIDTH.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1
  return cells
}
