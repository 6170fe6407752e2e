import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSagsnummer, sagsnummerForms } from '../referat/sagsnummer.ts'
import { parseQuery } from './query.ts'
import { sagToken } from './tokens.ts'

const tokensOf = (text: string): string[] => parseQuery(text).tokens.map(({ token }) => token)

describe('a case number in a query', () => {
  const two = fc.integer({ min: 10, max: 99 }).map(String)
  const numbers = fc
    .tuple(two, two, two, fc.constantFrom(...'AGIKPSØ'), two, fc.integer({ min: 1, max: 999_999 }), two)
    .map(([a, b, c, letter, facet, serial, year]) => `${a}.${b}.${c}${letter}${facet}-${serial}-${year}`)

  test('is found in any form under which the index has it', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const sagsnummer = parseSagsnummer(number)
        if (!sagsnummer) throw new Error(`${number} is no case number`)
        const indexed = sagsnummerForms(sagsnummer).map(sagToken)
        const kle = sagsnummer.kle ?? ''
        const tail = number.slice(kle.length)
        const typed = [
          number,
          number.toLowerCase(),
          `sag ${number}`,
          `Sagsnr. ${number}`,
          `${kle}-${tail}`,
          `${kle} ${tail}`,
          tail,
          number.replaceAll(/[.-]/g, ''),
          kle,
        ]
        for (const form of typed) {
          const found = tokensOf(`${form} referat`)
          expect(found, form).toHaveLength(1)
          expect(indexed, form).toContain(found[0])
          expect(parseQuery(`${form} referat`).words, form).toEqual(['referat'])
        }
      }),
    )
  })

  test.each([
    ['20/33839', 'sag2033839'],
    ['emn-2024-033020', 'sagemn2024033020'],
    ['Sagsnr. 299835', 'sag299835'],
    ['330-2018-3619', 'sag33020183619'],
  ])('may be of another system: %s', (text, token) => {
    expect(tokensOf(text)).toEqual([token])
  })

  test.each(['2025', '28', '§ 15/2', '284.467', 'nis2', '40 km/t'])('is not %s', (text) => {
    expect(tokensOf(text)).toEqual([])
  })
})

test('words, phrases, dates and case numbers are told apart', () => {
  expect(parseQuery('Støj fra "taget til efterretning" 28. august 2025 85.15.02')).toMatchObject({
    phrases: ['taget til efterretning'],
    tokens: [{ token: 'dag20250828' }, { token: 'sag851502' }],
    words: ['støj'],
  })
})

test('words that say nothing are left out, unless there are no others', () => {
  expect(parseQuery('hvornår stopper PostNord med breve').words).toEqual(['stopper', 'postnord', 'breve'])
  expect(parseQuery('hvad er det').words).toEqual(['hvad', 'er', 'det'])
})

test('any text is read without loss: every word of it is in one of the parts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('cykelsti', 'møllevej', '28-08-2025', '05.05.00-P20-4-25', '"to ord"', 'it-sikkerhed', '2–3')),
      (parts) => {
        const { phrases, tokens, words } = parseQuery(parts.join('  '))
        expect(phrases.length + tokens.length + words.length).toBe(parts.length)
      },
    ),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { words } = parseQuery(text)
      expect(words.every((word) => /[\p{L}\p{N}]/u.test(word) && !/\s/.test(word))).toBe(true)
    }),
  )
})
