import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

describe('splitSentences', () => {
  test('dates, times, points, abbreviations, sums and initials end no sentence', () => {
    for (const sentence of [
      'Mødet den 14. august kl. 10 er flyttet.',
      'Mødet den 10. Februar er flyttet.',
      'Det følger af pkt. 3, jf. Bilag 2 og § 4, stk. 2, nr. 5.',
      'Hanne H. Holm og Erik A. B. Lund deltager.',
      'Prisen er ca. 3 mio. kr. 2025-priser.',
      'D. 5. maj holdes møde.',
    ]) {
      expect(splitSentences(sentence)).toEqual([sentence])
    }
  })

  test('a full stop, also after a party letter, ends a sentence', () => {
    expect(splitSentences('Imod stemte: A, Ø. Indstillingen godkendt.')).toEqual(['Imod stemte: A, Ø.', 'Indstillingen godkendt.'])
    expect(splitSentences('Godkendt efter pkt. 3. Udsat for resten! Hvorfor? Ingen ved det')).toEqual([
      'Godkendt efter pkt. 3.',
      'Udsat for resten!',
      'Hvorfor?',
      'Ingen ved det',
    ])
  })

  test('a line that begins anew is a new sentence, a broken one is not', () => {
    expect(splitSentences('Godkendt\nSendes i høring')).toEqual(['Godkendt', 'Sendes i høring'])
    expect(splitSentences('1. Godkendt\n2) Udsat\n- Afvist')).toEqual(['Godkendt', 'Udsat', 'Afvist'])
    expect(splitSentences('Sagen sendes i høring i\nÆldrerådet og\nHandicaprådet')).toEqual([
      'Sagen sendes i høring i Ældrerådet og Handicaprådet',
    ])
  })

  test('no letter is lost and no sentence is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aÅB.!? \n,1"'.split('')), maxLength: 60 }), (text) => {
        const sentences = splitSentences(text)
        for (const sentence of sentences) expect(sentence.trim()).not.toBe('')
        expect(sentences.join('').replace(/[^\p{L}]/gu, '')).toBe(text.replace(/[^\p{L}]/gu, ''))
      }),
    )
  })
})
