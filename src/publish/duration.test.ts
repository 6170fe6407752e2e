import { expect, test } from 'vitest'
import { duration, laterBy } from './duration.ts'

test.each([
  [0, '0 dage', 'samme dag'],
  [1, '1 dag', '1 dag senere'],
  [12, '12 dage', '12 dage senere'],
  [59, '59 dage', '59 dage senere'],
  [61, '2 måneder', '2 måneder senere'],
  [364, '12 måneder', '12 måneder senere'],
  [731, '2 år', '2 år senere'],
  [761, '2 år og 1 måned', '2 år og 1 måned senere'],
])('%i days', (days, words, later) => {
  expect([duration(days), laterBy(days)]).toEqual([words, later])
})
