import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CompoundSplitter, markCompounds, markCompoundsInHtml } from './compounds.ts'
import { withoutMarks } from './marks.ts'

const words = [
  'digitalisering',
  'styring',
  'gruppen',
  'projekt',
  'beskyttelse',
  'data',
  'sikkerhed',
  'økonomi',
  'udvalget',
  'arbejdsmarked',
  'arbejdstimer',
  'marked',
  'timer',
  'miljø',
  'strategi',
  'telefon',
  'ordning',
  'børn',
  'adgang',
  'telefonpolitik',
  'indstilling',
  'stilling',
  'under',
  'søgelse',
  'kommune',
  'politik',
  'år',
  'rapport',
]
const splitter = new CompoundSplitter(words)
const split = (word: string): string => splitter.split(word).join('|')

describe('a compound is split', () => {
  test.each([
    'digitaliserings|styring',
    'økonomi|udvalget',
    'data|beskyttelse',
    'telefon|politikken',
    'børne|strategi',
    'data|sikkerheds|strategi',
    'års|rapport',
  ])('by the words of the archive: %s', (parts) => {
    expect(split(parts.replaceAll('|', ''))).toBe(parts)
  })

  test.each(['projekt|porteføljen', 'databeskyttelses|rådgiver', 'adgangs|koder'])(
    'by its head, where its tail stands nowhere alone: %s',
    (parts) => {
      expect(split(parts.replaceAll('|', '')).split('|').at(-1)).toBe(parts.split('|').at(-1))
    },
  )

  test.each(['velfærds|strategi', 'it|sikkerhed', 'konsekvens|ordning'])(
    'by its tail, where its head stands nowhere alone: %s',
    (parts) => {
      const word = parts.replaceAll('|', '')
      expect(split(word)).toBe(parts.startsWith('it') ? word : parts)
    },
  )

  test('by a head that two of the words have learnt it', () => {
    expect(split('arbejdsmiljø')).toBe('arbejds|miljø')
  })
})

test.each([
  'kommunen',
  'undersøgelse',
  'indstillingen',
  'økonomisk',
  'digitalisere',
  'styringen',
  'forordning',
  'kommunernes',
  'projekterne',
])('%s is no compound', (word) => {
  expect(split(word)).toBe(word)
})

test('whatever the words are, the parts make up the word again', () => {
  const word = fc.stringMatching(/^[abdegilnorsteæø]{1,14}$/)
  fc.assert(
    fc.property(fc.array(word), word, word, (known, a, b) => {
      const any = new CompoundSplitter([...known, a, b])
      expect(any.split(a + b).join('')).toBe(a + b)
      expect(any.split(a + b).every((part) => part.length > 2 || part === a + b)).toBe(true)
    }),
  )
})

test('marks come out of a text as they went in, and tags are left alone', () => {
  const text = 'Økonomiudvalget drøftede DATABESKYTTELSE og it-sikkerhed.'
  expect(markCompounds(text, splitter)).toBe('Økonomi|udvalget drøftede DATA|BESKYTTELSE og it-sikkerhed.')
  expect(withoutMarks(markCompounds(text, splitter))).toBe(text)
  expect(markCompoundsInHtml('<p title="økonomiudvalget">økonomiudvalget &amp; x</p>', splitter)).toBe(
    '<p title="økonomiudvalget">økonomi|udvalget &amp; x</p>',
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, 'økonomiudvalget', ' ', ', ', '|', 'projektporteføljen')), (pieces) => {
      const plain = pieces.join('')
      expect(withoutMarks(markCompounds(plain, splitter))).toBe(plain.replaceAll('|', '/'))
    }),
  )
})
