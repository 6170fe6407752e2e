import { maskDigits } from '../findings/mask.ts'
import type { PlannedFile } from './plan.ts'

/** Lines around a change that are shown with it. */
const AROUND = 1
/** Longer texts than this, in lines, are compared by what they do not share, not by their order. */
const LONGEST = 2000

/** What an import changes, or would change, in files that are there: lines taken out (`-`) and put in (`+`). */
export function formatDifferences(files: readonly PlannedFile[]): string {
  return files
    .filter(({ before, text }) => before !== undefined && before !== text)
    .map(({ path, state, before = '', text }) => {
      const heading = state === 'changed' ? `${path} bliver ændret:` : `${path} bliver ikke overskrevet; dokumentet giver:`
      return [heading, ...changedLines(before.split('\n'), text.split('\n')).map((line) => `  ${maskDigits(line)}`)].join('\n')
    })
    .join('\n\n')
}

/** The changed lines of a text, each with its sign, and those right beside them. */
export function changedLines(before: readonly string[], after: readonly string[]): string[] {
  const steps = before.length > LONGEST || after.length > LONGEST ? unshared(before, after) : shortest(before, after)
  const isNear = (index: number): boolean => steps.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ sign }) => sign !== ' ')
  return steps.flatMap(({ sign, line }, index) => (isNear(index) ? [`${sign} ${line}`.trimEnd()] : []))
}

interface Step {
  readonly sign: ' ' | '-' | '+'
  readonly line: string
}

function unshared(before: readonly string[], after: readonly string[]): Step[] {
  const [old, now] = [new Set(before), new Set(after)]
  return [
    ...before.filter((line) => !now.has(line)).map((line): Step => ({ sign: '-', line })),
    ...after.filter((line) => !old.has(line)).map((line): Step => ({ sign: '+', line })),
  ]
}

/** The longest common subsequence, by a table of its lengths. */
function shortest(before: readonly string[], after: readonly string[]): Step[] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const steps: Step[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      steps.push({ sign: ' ', line: before[row] ?? '' })
      row += 1
      column += 1
    } else if (column >= after.length || (row < before.length && at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ sign: '-', line: before[row] ?? '' })
      row += 1
    } else {
      steps.push({ sign: '+', line: after[column] ?? '' })
      column += 1
    }
  }
  return steps
}
