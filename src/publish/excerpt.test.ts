import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, shorten } from './excerpt.ts'

test('an excerpt is plain words, cut between two of them', () => {
  expect(excerpt('**Godkendt** med [bilag](x.pdf).\n\n- Et\n- To', 80)).toBe('Godkendt med bilag. Et To')
  expect(shorten('Kommunalbestyrelsen ønsker, at sagen udsættes', 28)).toBe('Kommunalbestyrelsen ønsker…')
})

test('no text comes out longer than allowed, nor with words that were not there', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 2, max: 60 }), (text, limit) => {
      const short = shorten(text, limit)
      expect(short.length).toBeLessThanOrEqual(Math.max(limit, 1))
      expect(text.startsWith(short.replace(/…$/, '')) || short === text).toBe(true)
    }),
  )
})
