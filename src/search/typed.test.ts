import { expect, test } from 'vitest'
import { isExactly, isNamed, readTyped } from './typed.ts'

test.each([
  ['cykelsti udvalg:teknik år:2025', { words: 'cykelsti', bodies: ['teknik'], years: ['2025'] }],
  ['udvalg:"Teknik- og Miljøudvalget" aar:2026', { words: '', bodies: ['Teknik- og Miljøudvalget'], years: ['2026'] }],
  ['sag:05.05.00P20-4-25 bro', { words: 'sag 05.05.00P20-4-25 bro', bodies: [], years: [] }],
  ['møde kl. 14:00 om økonomiudvalg:', { words: 'møde kl. 14:00 om økonomiudvalg:', bodies: [], years: [] }],
])('%s is read as words and filters', (query, read) => {
  expect(readTyped(query)).toEqual(read)
})

test('a body is named by the beginnings of its words, however they are spelled', () => {
  expect(isNamed('Teknik- og Miljøudvalget', 'miljoe')).toBe(true)
  expect(isNamed('Teknik- og Miljøudvalget', 'teknik økonomi')).toBe(false)
  expect(isExactly('Teknik- og Miljøudvalget', 'teknik og miljoeudvalget')).toBe(true)
  expect(isExactly('Teknik- og Miljøudvalget', 'teknik')).toBe(false)
})
