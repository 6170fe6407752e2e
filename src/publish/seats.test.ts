import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VoteSide } from '../referat/afstemning.ts'
import { seatDrawing } from './seats.ts'

const side = (count: number): VoteSide => ({ count, parties: [], members: [] })

test('has a seat for each vote, those for on the left, those against on the right, none on another', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 0, max: 20 }),
      (ayes, noes, abstained) => {
        const drawing = seatDrawing({ for: side(ayes), against: side(noes), ...(abstained > 0 && { abstained: side(abstained) }) })
        const seats = drawing?.seats ?? []
        expect(['for', 'against', 'abstained'].map((vote) => seats.filter((seat) => seat.vote === vote).length)).toEqual([
          ayes,
          noes,
          abstained,
        ])
        for (const { x, y } of seats) {
          expect(x).toBeGreaterThan(0)
          expect(x).toBeLessThan(drawing?.width ?? 0)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(drawing?.height ?? 0)
        }
        const apart = seats.flatMap((a, index) => seats.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
        expect(Math.min(...apart)).toBeGreaterThan(16)
      },
    ),
    { numRuns: 60 },
  )
})

test('tells the numbers', () => {
  expect(seatDrawing({ for: side(10), against: side(3), abstained: side(1) })?.title).toBe(
    'Stemmerne: 10 for, 3 imod og 1 undlod at stemme.',
  )
  expect(seatDrawing({ for: side(7) })?.title).toBe('Alle 7 stemte for.')
  expect(seatDrawing({ against: side(5) })?.title).toBe('Alle 5 stemte imod.')
  expect(seatDrawing({ for: { parties: [], members: ['A', 'B', 'C'] }, against: side(1) })?.title).toBe('Stemmerne: 3 for og 1 imod.')
})

test('makes no seat up', () => {
  expect(seatDrawing(undefined)).toBeUndefined()
  expect(seatDrawing({ for: side(10), against: { parties: ['V'], members: [] } })).toBeUndefined()
  expect(seatDrawing({ for: side(1), against: side(1) })).toBeUndefined()
  expect(seatDrawing({ abstained: side(9) })).toBeUndefined()
})
