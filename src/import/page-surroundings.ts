import { foldLabel } from '../referat/collation.ts'
import { fieldOf } from './fields.ts'
import { isLabel } from './labels.ts'
import { type LeftOut, type Line, sourceWords } from './line.ts'

/** What the foot of a web site has, folded. */
const FOOT =
  /(?<!\p{L})(?:cvr|ean|tlf|telefon|hovednummer|aabningstider|foelg os|privatlivspolitik|persondatapolitik|tilgaengelighedserklaering|nyhedsbrev|cookies?|sikker post|digital post|whistleblower)(?!\p{L})|^(?:©|copyright)|^kontakt(?: os)?$|^\d{4} \p{L}+$/u
/** The foot of a site is looked for in so many of the last lines; none of them is longer than `WIDEST`, in characters. */
const MOST_LINES = 20
const WIDEST = 90

/** Parts a web page from the foot of its site, where boxes without names hold it: the short lines from the first that is plainly of a foot to the end, two of these at least. */
export function withoutSiteFoot(lines: readonly Line[]): { lines: Line[]; leftOut: LeftOut[] } {
  const from = Math.max(0, lines.length - MOST_LINES)
  const isShort = (line: Line): boolean => line.text.length <= WIDEST && !isLabel(line) && fieldOf(line) === undefined && !line.cells
  const lastLong = lines.findLastIndex((line) => !isShort(line))
  const feet = lines.flatMap((line, index) => (index >= from && index > lastLong && FOOT.test(foldLabel(line.text)) ? [index] : []))
  const [first] = feet
  if (first === undefined || feet.length < 2) return { lines: [...lines], leftOut: [] }
  return { lines: lines.slice(0, first), leftOut: lines.slice(first).map(asFurniture('sidens fod')) }
}

/** The text of a page's head that stands above everything the head is read from: the names of menus and buttons. */
export function siteHead(text: readonly Line[], firstRead: number): { text: Line[]; leftOut: LeftOut[] } {
  const isAbove = (line: Line): boolean => line.number < firstRead && line.text.length <= WIDEST && !/[.:]$/.test(line.text)
  return { text: text.filter((line) => !isAbove(line)), leftOut: text.filter(isAbove).map(asFurniture('uden for sidens indhold')) }
}

function asFurniture(reason: string): (line: Line) => LeftOut {
  return (line) => ({ line: line.number, text: sourceWords(line), reason })
}
