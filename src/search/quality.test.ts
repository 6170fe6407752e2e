import { expect, test } from 'vitest'
import { rate, rateEach } from './quality.ts'

test('answers are rated by what is among the first ten, and by where the first good one stands', () => {
  const queries = [
    { category: 'ord', query: 'a', relevant: ['x', 'y'] },
    { category: 'ord', query: 'b', relevant: ['z'] },
    { category: 'dato', query: 'c', relevant: ['x'] },
  ]
  const far = [...Array.from({ length: 10 }, (_, index) => `junk-${index}`), 'z']
  expect(rate(rateEach(queries, [['q', 'y', 'x'], far, []]))).toEqual([
    { category: 'ord', queries: 2, recall: 0.5, reciprocalRank: (1 / 2 + 1 / 11) / 2 },
    { category: 'dato', queries: 1, recall: 0, reciprocalRank: 0 },
    { category: 'alle', queries: 3, recall: 1 / 3, reciprocalRank: (1 / 2 + 1 / 11) / 3 },
  ])
})

test('of many relevant punkter ten are enough, and where none is relevant only an empty answer is right', () => {
  const many = Array.from({ length: 17 }, (_, index) => `p${index}`)
  const none = { category: 'intet', query: 'b', relevant: [] }
  const rated = rateEach([{ category: 'ord', query: 'a', relevant: many }, none, none], [many, [], ['x']])
  expect(rated.map(({ recall }) => recall)).toEqual([1, 1, 0])
})
