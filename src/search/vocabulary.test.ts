import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, readShard, SHARDS, shardOf, Vocabulary, WordList, wordsOf } from './vocabulary.ts'

const words = [
  'økonomi',
  'økonomiaftalen',
  'aabenraa',
  'digitalisering',
  'fællespostkasser',
  'møde',
  'lån',
  'lande',
  'telefonpolitik',
  'cykelsti',
]
const list = new WordList(words.map((word, index) => ({ word, count: index + 1 })))

describe('a word is looked up', () => {
  test.each(['økonomi', 'økonomiaftaler', 'mødets', 'cyk', 'telefonpolitikker', 'lån'])(
    '%s is known, by itself, its inflections or its beginning',
    (word) => {
      expect(list.lookUp(word)).toEqual({ kind: 'known' })
    },
  )

  test.each([
    ['oekonomi', 'økonomi'],
    ['okonomi', 'økonomi'],
    ['åbenrå', 'aabenraa'],
    ['faellespostkasse', 'fællespostkasser'],
    ['oekonomiaftaler', 'økonomiaftalen'],
    ['mode', 'møde'],
  ])('%s is spelled as the archive does: %s', (word, spelled) => {
    expect(list.lookUp(word)).toMatchObject({ kind: 'variant', word: spelled })
  })

  test.each([
    ['degitalisering', 'digitalisering'],
    ['telefonpoltik', 'telefonpolitik'],
    ['ckyelsti', 'cykelsti'],
  ])('%s is taken for a slip of the pen: %s', (word, meant) => {
    expect(list.lookUp(word)).toEqual({ kind: 'near', word: meant })
  })

  test.each(['xyzzy', '99999', 'abc'])('%s is unknown', (word) => {
    expect(list.lookUp(word)).toEqual({ kind: 'unknown' })
  })
})

test('every word comes back from its shard, with the number of punkter it stands in', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).map(wordsOf)), (punkter) => {
      const vocabulary = new Vocabulary()
      for (const punkt of punkter) vocabulary.add(punkt)
      const shards = new Map(vocabulary.shards())
      expect([...shards.keys()]).toEqual(SHARDS)
      for (const word of new Set(punkter.flat())) {
        const count = punkter.filter((punkt) => punkt.includes(word)).length
        expect(readShard(shards.get(shardOf(word)) ?? '')).toContainEqual({ word, count })
      }
    }),
  )
})

test('other spellings of a word are looked for in its own shard', () => {
  for (const [typed, meant] of [
    ['oekonomi', 'økonomi'],
    ['åbenrå', 'aabenraa'],
    ['ægte', 'aegte'],
  ] as const)
    expect(shardOf(typed)).toBe(shardOf(meant))
  expect(shardOf('sag851502k07125')).toBe('sag8')
  expect(shardOf('dag20250828')).toBe('dato')
  expect(shardOf('sagsbehandler')).toBe('s')
})

test('the edit distance is one', () => {
  const word = fc.stringMatching(/^[a-d]{0,8}$/)
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      const limit = 20
      expect(editDistance(a, b, limit)).toBe(editDistance(b, a, limit))
      expect(editDistance(a, b, limit) === 0).toBe(a === b)
      expect(editDistance(a, b, limit)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      expect(editDistance(`${c}${a}`, `${c}${b}`, limit)).toBeLessThanOrEqual(editDistance(a, b, limit))
      for (const cut of [0, 1, 2]) expect(editDistance(a, b, cut)).toBe(Math.min(editDistance(a, b, limit), cut + 1))
    }),
  )
  expect(editDistance('abcd', 'acbd', 2)).toBe(1)
})
