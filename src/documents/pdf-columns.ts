/** A stretch of text on a page, from its left to its right, at the height of its baseline. Lengths in points. */
export interface Placed {
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** A part of a page that is set in two columns: between two heights, to the left and the right of a gutter. */
export interface TwoColumns {
  readonly top: number
  readonly bottom: number
  readonly gutter: number
}

/** Fewer lines than this beside one another are a table or a head. */
const LEAST_LINES = 8
/** The narrowest gutter, in points. */
const NARROWEST = 8
/** A line is full where it fills this share of its column: prose does, figures and labels do not. */
const FULL = 0.7

/**
 * The part of a page that is set in two columns of prose; undefined where none is. A table has its rows begin side by
 * side, and cells that leave their columns half empty.
 */
export function twoColumnsOf(runs: readonly Placed[], pageWidth: number): TwoColumns | undefined {
  const pieces = piecesOf(runs)
  if (pieces.length < LEAST_LINES * 2) return undefined
  for (const gutter of guttersOf(pieces, pageWidth)) {
    const band = longestBand(pieces, gutter)
    if (!band) continue
    const left = band.filter(({ right }) => right <= gutter)
    const right = band.filter(({ x }) => x >= gutter)
    if (left.length < LEAST_LINES || right.length < LEAST_LINES) continue
    if (!isProse(left) || !isProse(right) || rowsBeginTogether(left, right)) continue
    const heights = band.map(({ y }) => y)
    return { top: Math.max(...heights) + 0.5, bottom: Math.min(...heights) - 0.5, gutter }
  }
  return undefined
}

/** The runs of each baseline, joined where no wide gap parts them. */
function piecesOf(runs: readonly Placed[]): Placed[] {
  const pieces: Placed[] = []
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = pieces.at(-1)
    if (last && Math.abs(last.y - run.y) < 1 && run.x - last.right < NARROWEST && run.x >= last.x)
      pieces[pieces.length - 1] = { ...last, right: Math.max(last.right, run.right) }
    else pieces.push(run)
  }
  return pieces
}

/** Places in the middle of the page where many pieces begin right after a free strip. */
function guttersOf(pieces: readonly Placed[], pageWidth: number): number[] {
  const counts = new Map<number, number>()
  for (const { x } of pieces) {
    const start = Math.round(x)
    if (start > pageWidth * 0.35 && start < pageWidth * 0.7) counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= LEAST_LINES / 2)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 3)
    .map(([start]) => start - NARROWEST / 2)
}

/** The longest row of pieces, from the top down, that none crossing the gutter parts. */
function longestBand(pieces: readonly Placed[], gutter: number): Placed[] | undefined {
  let best: Placed[] = []
  let band: Placed[] = []
  for (const piece of pieces) {
    const crosses = piece.x < gutter && piece.right > gutter
    if (crosses) band = []
    else band.push(piece)
    if (band.length > best.length) best = [...band]
  }
  const firstRight = best.findIndex(({ x }) => x >= gutter)
  const start = best[firstRight]
  if (!start) return undefined
  // A heading alone above both columns stands in neither: the band begins where the right one does.
  const startY = Math.max(start.y, best.find(({ y }) => y <= start.y + start.size * 2)?.y ?? start.y)
  return best.filter(({ y }) => y <= startY + 0.5)
}

/** True for lines that begin in one place or two and mostly fill their column. */
function isProse(lines: readonly Placed[]): boolean {
  const starts = new Map<number, number>()
  for (const { x } of lines) starts.set(Math.round(x / 3), (starts.get(Math.round(x / 3)) ?? 0) + 1)
  const most = Math.max(...starts.values())
  const left = Math.min(...lines.map(({ x }) => x))
  const width = Math.max(...lines.map(({ right }) => right)) - left
  const full = lines.filter((line) => line.right - left >= width * FULL).length
  return most >= lines.length * 0.6 && full >= lines.length * 0.5
}

/** True where the gaps between the lines of both columns lie at one height, as those between the rows of a table do. */
function rowsBeginTogether(left: readonly Placed[], right: readonly Placed[]): boolean {
  const ours = startsAfterGap(left)
  const theirs = startsAfterGap(right)
  const shared = ours.filter((y) => theirs.some((other) => Math.abs(other - y) < 1)).length
  return shared >= 2 && shared >= Math.min(ours.length, theirs.length) * 0.6
}

function startsAfterGap(lines: readonly Placed[]): number[] {
  const steps = lines.flatMap((line, index) => (index === 0 ? [] : [(lines[index - 1] as Placed).y - line.y]))
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
  return lines.flatMap((line, index) => ((steps[index - 1] ?? 0) > usual * 1.2 ? [line.y] : []))
}
