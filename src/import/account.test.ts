import { describe, expect, test } from 'vitest'
import { accountForWords } from './account.ts'
import { wordsOf } from './words.ts'

describe('the books of the words', () => {
  test('all words written: nothing lost, nothing put in', () => {
    const account = accountForWords('Ny mole\npå havnen', wordsOf('på havnen\n\n## Ny mole'), [])
    expect(account).toMatchObject({ sourceWords: 4, lost: [], added: [] })
  })

  test('a lost line is named by its number and its words', () => {
    const { lost } = accountForWords('det er godt\nden lange mole\nhavnen er god', wordsOf('det er godt\nhavnen er god'), [])
    expect(lost).toEqual([{ line: 2, words: ['den', 'lange', 'mole'] }])
  })

  test('one of many equal words lost is found', () => {
    expect(accountForWords('og og og', wordsOf('og og'), []).lost).toHaveLength(1)
  })

  test('a reason explains only words that the line has, so a wrong claim shows', () => {
    const claim = [{ line: 1, text: 'Punkt havnen', reason: 'felt: nummer' }]
    expect(accountForWords('Punkt 1\nhavnen', wordsOf('1'), claim).lost).toEqual([{ line: 2, words: ['havnen'] }])
  })

  test('a word both written and claimed as left out shows as put in', () => {
    expect(accountForWords('Punkt 1', wordsOf('Punkt 1'), [{ line: 1, text: 'Punkt', reason: 'felt' }]).added).toEqual(['Punkt'])
  })

  test('case and accents count; Unicode form, soft hyphens and line ends do not', () => {
    expect(accountForWords('Å\u030As\r\nhav\u00adnen'.replace('Å', 'A'), wordsOf('Ås havnen'), []).lost).toEqual([])
    expect(accountForWords('Havnen', wordsOf('havnen'), []).lost).toHaveLength(1)
  })

  test('a word broken over two lines is not lost where it was written whole', () => {
    expect(accountForWords('en havne-\nmole til', wordsOf('en havnemole til'), []).lost).toEqual([])
  })

  test('neighbouring lines left out for one reason are one run; secret ones have no text', () => {
    const { leftOut } = accountForWords(
      'a b\nc\nd',
      [],
      [
        { line: 2, text: 'c', reason: 'indholdsfortegnelse' },
        { line: 1, text: 'a b', reason: 'indholdsfortegnelse' },
        { line: 3, text: 'd', reason: 'lukket punkt', secret: true },
      ],
    )
    expect(leftOut).toEqual([
      { firstLine: 1, lastLine: 2, reason: 'indholdsfortegnelse', words: 3, text: 'a b c' },
      { firstLine: 3, lastLine: 3, reason: 'lukket punkt', words: 1 },
    ])
  })
})
