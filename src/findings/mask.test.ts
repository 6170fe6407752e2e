import { expect, test } from 'vitest'
import { maskDigits } from './mask.ts'

test.each([
  '010203-1234',
  '010203 1234',
  '0102031234',
  '010203 – 1234',
  '010203\u20111234',
  '010203.1234',
  'cpr:010203-1234.',
  '010203\\-1234',
  '**010203**-1234',
  '010203\u200b-\u200b1234',
  '010203&nbsp;1234',
  '010203&#45;1234',
  '010203\\x2d1234',
  '010203\\u00a01234',
  '> 010203-\n> 1234',
  '010203-\n   1234',
])('%j is masked, its length kept', (text) => {
  const masked = maskDigits(text)
  expect(masked).not.toMatch(/\d/)
  expect(masked).toHaveLength(text.length)
})

test.each([
  '85.15.02-K07-1-25',
  '28-08-2025',
  '12 34 56 78',
  '01.02G00 - 2017/27088',
  '1010203-1234',
  '010203-12345',
  '2.510.000 kr.',
  '4.000.000',
])('%s stays', (text) => {
  expect(maskDigits(text)).toBe(text)
})
