import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldLetters, slugify } from './slug.ts'

describe('slugify', () => {
  test('spells Danish and neighbouring letters in ASCII', () => {
    expect(slugify('Børne- og Skoleudvalget')).toBe('boerne-og-skoleudvalget')
    expect(slugify('Ældrerådet')).toBe('aeldreraadet')
    expect(slugify('Ä Ö Ü É')).toBe('ae-oe-u-e')
    expect(slugify('A\u030arhus')).toBe('aarhus')
    expect(slugify('  §  ')).toBe('')
  })

  test('gives letters, digits and single hyphens for any text, and a slug is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const slug = slugify(text)
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})

describe('foldLetters', () => {
  test('a text and its folded form fold alike', () => {
    expect(foldLetters('ØSTERÅ Café ™')).toBe('oesteraa cafe tm')
    const danish = fc.string({ unit: fc.constantFrom(...'aZ 0-:æøåÆØÅ') })
    fc.assert(fc.property(danish, (text) => foldLetters(`${text}™`) === `${foldLetters(text)}tm`))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldLetters(foldLetters(text)) === foldLetters(text)))
  })
})
