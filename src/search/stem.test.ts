import { expect, test } from 'vitest'
import { stem } from './stem.ts'

test.each([
  ['møde', 'mødet', 'møder', 'mødets'],
  ['telefonpolitik', 'telefonpolitikken', 'telefonpolitikker'],
  ['sikkerhed', 'sikkerheden', 'sikkerheds'],
  ['indstilling', 'indstillinger', 'indstillingens'],
  ['kommune', 'kommunen', 'kommunerne', 'kommuners'],
])('%s and its inflections have one stem', (...words) => {
  expect(new Set(words.map(stem)).size).toBe(1)
})

test.each([
  ['undersøgelse', 'undersøg'],
  ['væsentligste', 'væsent'],
  ['arbejdsløst', 'arbejdsløs'],
  ['indtægt', 'indtæg'],
  ['pensionisters', 'pensionist'],
  ['bæk', 'bæk'],
  ['os', 'os'],
])('%s has the stem %s, as in the published word lists of Snowball', (word, expected) => {
  expect(stem(word)).toBe(expected)
})
