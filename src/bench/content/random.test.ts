import { expect, test } from 'vitest'
import { Random, Zipf } from './random.ts'

test('numbers lie between the two that were given, and each is met', () => {
  const random = new Random(1)
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 7)))
  expect([...drawn].sort()).toEqual([3, 4, 5, 6, 7])
})

test('some of a list are different ones, and no more than there are', () => {
  const random = new Random(2)
  expect(new Set(random.some(['a', 'b', 'c', 'd'], 3)).size).toBe(3)
  expect(random.some(['a', 'b'], 5).sort()).toEqual(['a', 'b'])
})

test('words are drawn the rarer the later they stand, the last one too', () => {
  const random = new Random(3)
  const zipf = new Zipf(Array.from({ length: 50 }, (_, at) => at))
  const draws = Array.from({ length: 20_000 }, () => zipf.draw(random))
  const met = (item: number): number => draws.filter((draw) => draw === item).length
  const [first, tenth, last] = [met(0), met(9), met(49)]
  expect(first).toBeGreaterThan(2 * tenth)
  expect(tenth).toBeGreaterThan(2 * last)
  expect(last).toBeGreaterThan(0)
})
