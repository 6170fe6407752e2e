import type { Afstemning, VoteSide } from '../referat/afstemning.ts'

export type SeatVote = 'for' | 'against' | 'abstained'

/** A half circle of seats, one for each vote, from those for on the left to those against on the right. Lengths are pixels of the viewBox. */
export interface SeatDrawing {
  readonly width: number
  readonly height: number
  readonly seats: readonly { readonly x: number; readonly y: number; readonly vote: SeatVote }[]
  readonly title: string
}

/** Fewer votes say more in words; more than these are no council. */
const FEWEST = 3
const MOST = 200
const SEAT = 22
const GAP = 6

/** Draws a vote; undefined where a side has no number, so that no seat is made up. */
export function seatDrawing(vote: Afstemning | undefined): SeatDrawing | undefined {
  if (!vote) return undefined
  const counts = [countOf(vote.for), countOf(vote.abstained), countOf(vote.against)]
  if (counts.includes(undefined)) return undefined
  const [ayes = 0, abstained = 0, noes = 0] = counts
  const total = ayes + abstained + noes
  if (total < FEWEST || total > MOST || ayes + noes === 0) return undefined

  const rows = rowsFor(total)
  const outer = rows[0]?.radius ?? 0
  const width = 2 * outer + SEAT + 4
  const seats = rows
    .flatMap(({ radius, seats: inRow }) =>
      Array.from({ length: inRow }, (_, index) => {
        const angle = inRow === 1 ? Math.PI / 2 : Math.PI - (index * Math.PI) / (inRow - 1)
        return { x: width / 2 + radius * Math.cos(angle), y: outer + SEAT / 2 + 2 - radius * Math.sin(angle), angle, radius }
      }),
    )
    .sort((a, b) => b.angle - a.angle || b.radius - a.radius)
  const votes: SeatVote[] = [
    ...Array<SeatVote>(ayes).fill('for'),
    ...Array<SeatVote>(abstained).fill('abstained'),
    ...Array<SeatVote>(noes).fill('against'),
  ]
  return {
    width: Math.round(width),
    height: Math.round(outer + SEAT + 4),
    seats: seats.map(({ x, y }, index) => ({ x: round(x), y: round(y), vote: votes[index] ?? 'for' })),
    title: wordsOf(ayes, noes, abstained),
  }
}

function wordsOf(ayes: number, noes: number, abstained: number): string {
  if (ayes + abstained === 0) return `Alle ${noes} stemte imod.`
  if (noes + abstained === 0) return `Alle ${ayes} stemte for.`
  const told = [`${ayes} for`, `${noes} imod`, ...(abstained > 0 ? [`${abstained} undlod at stemme`] : [])]
  return `Stemmerne: ${told.slice(0, -1).join(', ')} og ${told.at(-1)}.`
}

/** A side that was left out is nobody; a side without a number and without names alone is not known. */
function countOf(side: VoteSide | undefined): number | undefined {
  if (!side) return 0
  return side.count ?? (side.parties.length === 0 ? side.members.length : undefined)
}

/** As many half circles as the seats need, the outer ones with more. */
function rowsFor(total: number): { readonly radius: number; readonly seats: number }[] {
  const pitch = SEAT + GAP
  const count = total <= 10 ? 1 : total <= 26 ? 2 : total <= 60 ? 3 : 5
  const inner = Math.max(pitch * 1.6, ((total / count) * pitch) / Math.PI - ((count - 1) * pitch) / 2)
  const radii = Array.from({ length: count }, (_, index) => inner + (count - 1 - index) * pitch)
  const sum = radii.reduce((all, radius) => all + radius, 0)
  let left = total
  return radii.map((radius, index) => {
    const seats = index === count - 1 ? left : Math.round((total * radius) / sum)
    left -= seats
    return { radius, seats }
  })
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
