import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDanish, foldLabel, initialOf } from './collation.ts'

describe('compareDanish', () => {
  test('sorts as a Danish register', () => {
    const sorted = ['Allerød', 'Brøndby', 'Zealand', 'Ærø', 'Ølstykke', 'Aabenraa', 'Aarhus', 'Åsted']
    expect(sorted.toReversed().sort(compareDanish)).toEqual([
      'Allerød',
      'Brøndby',
      'Zealand',
      'Ærø',
      'Ølstykke',
      'Aabenraa',
      'Aarhus',
      'Åsted',
    ])
  })

  test('counts numbers by value', () => {
    expect(['Punkt 10', 'Punkt 9', 'Punkt 1'].sort(compareDanish)).toEqual(['Punkt 1', 'Punkt 9', 'Punkt 10'])
  })
})

describe('initialOf', () => {
  test.each([
    ['Aabenraa', 'Å'],
    ['åen', 'Å'],
    ['A\u030asted', 'Å'],
    ['Ærø', 'Æ'],
    ['Özcan', 'Ø'],
    ['Émile', 'E'],
    ['ülo', 'Y'],
    ['  anna', 'A'],
    ['3. skole', '0-9'],
    ['§ 3', '#'],
    ['', '#'],
  ])('%j stands under %s', (text, initial) => {
    expect(initialOf(text)).toBe(initial)
  })

  test('a sorted list meets each heading once', () => {
    const name = fc.stringMatching(/^(?:[A-ZÆØÅÄÖÉ]|Aa)[a-zæøå]{1,6}$/)
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const headings = names.sort(compareDanish).map(initialOf)
        const runs = headings.filter((heading, index) => heading !== headings[index - 1])
        expect(new Set(runs).size).toBe(runs.length)
      }),
    )
  })
})

describe('foldLabel', () => {
  test('cases, accents, colons and white space make no difference', () => {
    expect(foldLabel('  RESUMÉ : ')).toBe('resume')
    expect(foldLabel('Åben\u00a0  beslutning:')).toBe('aaben beslutning')
    expect(foldLabel('Aabenraa')).toBe(foldLabel('Åbenrå'))
    expect(foldLabel('Sags\u00adfremstilling')).toBe('sagsfremstilling')
  })

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldLabel(foldLabel(text)) === foldLabel(text)))
  })
})
