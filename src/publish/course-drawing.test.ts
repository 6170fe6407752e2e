import { expect, test } from 'vitest'
import { type CourseStep, courseDrawing } from './course-drawing.ts'

const step = (bodyName: string, date: string, id: CourseStep['outcomes'][number]['id'], label: string): CourseStep => ({
  bodyId: bodyName,
  bodyName,
  date,
  outcomes: [{ id, label, derived: false }],
})
const steps = [
  step('Udvalget', '2026-01-05', 'postponed', 'Udsat'),
  step('Udvalget', '2026-01-17', 'recommended', 'Anbefalet'),
  step('Rådet', '2026-03-05', 'approved', 'Godkendt'),
  step('Udvalget', '2026-12-05', 'pending', 'Ikke behandlet endnu'),
]

test('has a lane for each body, and marks from left to right in their lanes', () => {
  const drawing = courseDrawing(steps)
  expect(drawing?.lanes.map(({ name }) => name)).toEqual(['Udvalget', 'Rådet'])
  expect(drawing?.marks.map(({ shape, upcoming }) => [shape, upcoming])).toEqual([
    ['wait', false],
    ['onward', false],
    ['yes', false],
    ['plain', true],
  ])
  const xs = drawing?.marks.map(({ x }) => x) ?? []
  expect(xs).toEqual([...xs].sort((a, b) => a - b))
  expect(new Set(xs).size).toBe(4)
  for (const { x, y } of drawing?.marks ?? []) {
    expect(x).toBeLessThan(drawing?.width ?? 0)
    expect(drawing?.lanes.map((lane) => lane.y)).toContain(y)
  }
})

test('can be read as text', () => {
  expect(courseDrawing(steps)?.description.replaceAll('\u00a0', ' ')).toBe(
    '5. januar 2026: Udvalget, udsat. 17. januar 2026, 12 dage senere: Udvalget, anbefalet. 5. marts 2026, 47 dage senere: Rådet, godkendt. 5. december 2026, 9 måneder senere: Udvalget, ikke behandlet endnu.',
  )
})

test('one treatment is no way, and a very long one is a list', () => {
  expect(courseDrawing(steps.slice(0, 1))).toBeUndefined()
  expect(
    courseDrawing(
      Array.from({ length: 40 }, (_, day) => step('Udvalget', `2026-01-${String((day % 28) + 1).padStart(2, '0')}`, 'noted', 'Noteret')),
    ),
  ).toBeUndefined()
})
