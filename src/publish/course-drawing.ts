import { daysBetween, formatDate, formatDateShort } from '../referat/dato.ts'
import { laterBy } from './duration.ts'
import type { OutcomeView } from './outcome-view.ts'

/** A treatment as the drawing shows it. */
export interface CourseStep {
  readonly bodyId: string
  readonly bodyName: string
  /** ISO date. */
  readonly date: string
  readonly outcomes: readonly OutcomeView[]
}

/** The shape inside a mark; the words of the outcome stand in the list and in the description. */
export type MarkShape = 'yes' | 'no' | 'wait' | 'onward' | 'plain'

/** A small drawing of a case's way: a lane for each body, a mark for each treatment. Lengths are pixels of the viewBox. */
export interface CourseDrawing {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly name: string; readonly y: number }[]
  readonly marks: readonly {
    readonly x: number
    readonly y: number
    readonly date: string
    readonly shape: MarkShape
    readonly upcoming: boolean
  }[]
  /** Lines from mark to mark; `upcoming` for the one to an agenda. */
  readonly ways: readonly { readonly path: string; readonly upcoming: boolean }[]
  readonly title: string
  /** The whole way in sentences. */
  readonly description: string
}

/** A way of more steps than this is a list and no drawing. */
const MOST = 14
const MARGIN = 36
const LANE = 84
const FIRST_LANE = 46
const LETTER = 8.4

const SHAPES: Partial<Readonly<Record<OutcomeView['id'], MarkShape>>> = {
  approved: 'yes',
  'approved-amended': 'yes',
  elected: 'yes',
  rejected: 'no',
  cancelled: 'no',
  postponed: 'wait',
  recommended: 'onward',
  hearing: 'onward',
  referred: 'onward',
}

/** Draws the way of a case, oldest treatment first; undefined where there is no way to draw, or one too long. */
export function courseDrawing(steps: readonly CourseStep[]): CourseDrawing | undefined {
  if (steps.length < 2 || steps.length > MOST) return undefined
  const bodies = new Map<string, string>()
  for (const { bodyId, bodyName } of steps) bodies.set(bodyId, bodyName)
  const order = [...bodies.keys()]
  let x = MARGIN
  const marks = steps.map((step, index) => {
    const before = steps[index - 1]
    if (before) x += gapOf(daysBetween(before.date, step.date), steps.length)
    const [primary] = step.outcomes
    return {
      x,
      y: FIRST_LANE + order.indexOf(step.bodyId) * LANE,
      date: `${formatDateShort(step.date).slice(0, 6)}${step.date.slice(2, 4)}`,
      shape: (primary && SHAPES[primary.id]) ?? 'plain',
      upcoming: step.outcomes.some(({ id }) => id === 'pending'),
    }
  })
  const longest = Math.max(...[...bodies.values()].map(({ length }) => length))
  return {
    width: Math.ceil(Math.max(x + MARGIN, longest * LETTER + 8)),
    height: FIRST_LANE + (order.length - 1) * LANE + 40,
    lanes: order.map((id, index) => ({ name: bodies.get(id) ?? '', y: FIRST_LANE + index * LANE })),
    marks,
    ways: marks.slice(1).map((mark, index) => ({ path: wayTo(marks[index] ?? mark, mark), upcoming: mark.upcoming })),
    title: 'Sagens vej fra møde til møde',
    description: steps
      .map(({ bodyName, date, outcomes }, index) => {
        const before = steps[index - 1]
        const when = before ? `, ${laterBy(daysBetween(before.date, date))}` : ''
        return `${formatDate(date)}${when}: ${bodyName}, ${outcomes.map(({ label }) => label.toLowerCase()).join(' og ')}.`
      })
      .join(' '),
  }
}

/** More time is more room, but a year is not 26 times two weeks. */
function gapOf(days: number, steps: number): number {
  if (steps > 8) return days > 60 ? 84 : 72
  return days <= 14 ? 80 : days <= 60 ? 96 : days <= 200 ? 116 : 140
}

interface Point {
  readonly x: number
  readonly y: number
}

function wayTo(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2
  return from.y === to.y ? `M${from.x} ${from.y}H${to.x}` : `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
}
