import { expect, test } from 'vitest'
import { readVote } from './afstemning.ts'

test.each([
  ['For stemte: A, B og C.\nImod stemte: Ø.', { for: { partier: ['A', 'B', 'C'] }, imod: { partier: ['Ø'] } }],
  ['Vedtaget med 43 stemmer imod 5.', { for: { antal: 43 }, imod: { antal: 5 } }],
  [
    'For: 20 (Anna Sand (A), Bo Ask)\nImod: 6\nUndlod: 1',
    { for: { antal: 20, medlemmer: ['Anna Sand', 'Bo Ask'] }, imod: { antal: 6 }, undlod: { antal: 1 } },
  ],
  ['5 medlemmer (A+V+C) anbefaler forslaget.', { for: { antal: 5, partier: ['A', 'V', 'C'] } }],
  ['Karen Lund undlod at stemme.', undefined],
  ['Godkendt.', undefined],
])('%s', (decision, vote) => {
  expect(readVote(decision)).toEqual(vote)
})
