import { expect, test } from 'vitest'
import { decimal, formatTable, megabytes, ratio } from './table.ts'

test('columns are as wide as their widest cell, figures to the right', () => {
  const table = {
    title: 'Tid',
    head: ['', 'sek.'],
    rows: [
      ['Arkivet', '0,50'],
      ['Hugo', '12,0'],
    ],
  }
  expect(formatTable(table)).toBe('Tid\n         sek.\nArkivet  0,50\nHugo     12,0\n')
})

test('a ratio says how many times, and nothing where there is nothing to compare with', () => {
  expect(ratio(1, 4)).toBe('×0,25')
  expect([ratio(1, 0), ratio(undefined, 4), ratio(1, undefined)]).toEqual(['–', '–', '–'])
})

test('numbers as Danes write them', () => {
  expect([decimal(1.234), decimal(12.34), megabytes(1_500_000), megabytes(undefined)]).toEqual(['1,23', '12,3', '2', '–'])
})
