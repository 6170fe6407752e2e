import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, mergeVocabularies, orderKey, readBlock, restKey, restsOf, Vocabulary, wordsOf } from './vocabulary.ts'
import { editDistance, WordList } from './word-list.ts'

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
const list = new WordList(words.map((word, index) => ({ word, count: index + 1, shards: 1n })))

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

test('every word comes back from a block where its key leads, with its punkter and its shards', () => {
  const shard = fc.array(fc.string({ unit: 'grapheme' }).map(wordsOf), { maxLength: 20 })
  fc.assert(
    fc.property(fc.array(shard, { minLength: 1, maxLength: 4 }), (shards) => {
      const texts = shards.map((punkter) => {
        const vocabulary = new Vocabulary()
        for (const punkt of punkter) vocabulary.add(punkt)
        return vocabulary.write()
      })
      const { words } = mergeVocabularies(texts)
      for (const word of new Set(shards.flat(2))) {
        const [from, to] = blocksOf(words.starts, orderKey(word))
        const entries = words.blocks.slice(from, to).flatMap((block) => readBlock(block, 3))
        const places = shards.flatMap((punkter, place) => (punkter.some((punkt) => punkt.includes(word)) ? [1n << BigInt(place + 3)] : []))
        expect(entries.filter((entry) => entry.word === word)).toEqual([
          { word, count: shards.flat().filter((punkt) => punkt.includes(word)).length, shards: places.reduce((all, one) => all | one) },
        ])
      }
    }),
  )
})

test('a list in blocks leads to every word that begins with some letters', () => {
  const words = Array.from(
    { length: 5000 },
    (_, at) => `ord${at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`,
  )
  const vocabulary = new Vocabulary()
  vocabulary.add(words)
  const { words: list } = mergeVocabularies([vocabulary.write()])
  expect(list.blocks.length).toBeGreaterThan(3)
  for (const prefix of ['ord', 'ordq', 'ordr', 'ordrs', words[4321] ?? '']) {
    const [from, to] = blocksOf(list.starts, prefix)
    const found = new Set(list.blocks.slice(from, to).flatMap((block) => readBlock(block, 0).map((entry) => entry.word)))
    expect(words.filter((word) => word.startsWith(prefix) && !found.has(word))).toEqual([])
  }
})

test('a slip among the first letters leaves a rest that leads to the word', () => {
  for (const [typed, meant] of [
    ['fegitalisering', 'digitalisering'],
    ['igitalisering', 'digitalisering'],
    ['ddigitalisering', 'digitalisering'],
    ['idgitalisering', 'digitalisering'],
  ] as const)
    expect(restsOf(typed)).toContain(restKey(meant))
})

test('other spellings of a word stand beside it, and tokens apart from words', () => {
  for (const [typed, meant] of [
    ['oekonomi', 'økonomi'],
    ['åbenrå', 'aabenraa'],
    ['ægte', 'aegte'],
  ] as const)
    expect(orderKey(typed)).toBe(orderKey(meant))
  expect(orderKey('sag851502k07125')).toBe('.sag851502k07125')
  expect(orderKey('dag20250828')).toBe('.dag20250828')
  expect(orderKey('sagsbehandler')).toBe('sagsbehandler')
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
