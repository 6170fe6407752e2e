import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answeredPoints, classifyWithoutHeading, contradicts, OUTCOMES, outcomeFromKey, outcomeLabel } from './beslutning.ts'

describe('classifyWithoutHeading', () => {
  test('takes what plainly is an outcome of the punkt', () => {
    expect(classifyWithoutHeading('Varighed: 10 min.\n\nPunktet udgår grundet afbud.')).toEqual(['withdrawn'])
    expect(classifyWithoutHeading('Punktet er udsat.')).toEqual(['postponed'])
    expect(classifyWithoutHeading('Kort status på projektet.\n\nOrientering givet.')).toEqual(['informed'])
    expect(classifyWithoutHeading('Taget til efterretning')).toEqual(['noted'])
  })

  test('leaves prose alone', () => {
    for (const text of [
      '',
      'Varighed: 5 min.',
      'Planen blev godkendt af Byrådet i 2023.',
      'Sagen udsættes ikke sjældent.',
      'Alle medlemmer skal klikke på "Godkendt".',
      'Sagen blev drøftet på mødet den 3. maj 2023.',
      '- At rapporten tages til efterretning',
      '- Til efterretning',
      'Ingen bemærkninger.',
      'Intet',
      '### Beslutning fra Direktionen, den 10. december 2025, punkt 3:\n\nOrientering givet.',
    ]) {
      expect(classifyWithoutHeading(text), text).toEqual([])
    }
  })
})

describe('contradicts', () => {
  test('a noting, a rejection or a recommendation is no approval', () => {
    expect(contradicts('approved', ['rejected'])).toBe(true)
    expect(contradicts('approved', ['noted'])).toBe(true)
    expect(contradicts('noted', ['approved'])).toBe(true)
    expect(contradicts('approved', ['recommended'])).toBe(true)
    expect(contradicts('withdrawn', ['discussed'])).toBe(true)
  })

  test('nuances, further outcomes and unclassed words are none', () => {
    expect(contradicts('approved', ['approved-amended'])).toBe(false)
    expect(contradicts('hearing', ['approved', 'hearing'])).toBe(false)
    expect(contradicts('noted', ['informed'])).toBe(false)
    expect(contradicts('approved', ['discussed'])).toBe(false)
    expect(contradicts('approved', ['other'])).toBe(false)
    expect(contradicts('approved', [])).toBe(false)
  })

  test('goes both ways and never against itself', () => {
    for (const { id: one } of OUTCOMES) {
      expect(contradicts(one, [one])).toBe(false)
      for (const { id: other } of OUTCOMES) expect(contradicts(one, [other])).toBe(contradicts(other, [one]))
    }
  })
})

describe('answeredPoints', () => {
  const recommendation =
    'Direktionen indstiller,\n\n1. at planen godkendes\n2. at der afsættes 2 mio. kr.\n3. at orienteringen tages til efterretning'

  test('each point has the outcome of its own answer', () => {
    expect(answeredPoints(recommendation, 'At 1: Godkendt.\n\nAt 2: Afvist.\n\nAt 3: Taget til efterretning.')).toMatchObject([
      { point: 1, text: 'planen godkendes', outcomes: ['approved'] },
      { point: 2, text: 'der afsættes 2 mio. kr.', outcomes: ['rejected'] },
      { point: 3, text: 'orienteringen tages til efterretning', outcomes: ['noted'] },
    ])
  })

  test('what was recommended is given without its marks, over several lines', () => {
    expect(answeredPoints('- **At 1)** planen\n  godkendes\n\nSidste afsnit.', 'At 1: Godkendt').map(({ text }) => text)).toEqual([
      'planen godkendes',
    ])
    expect(answeredPoints('- At planen godkendes\n- at midlerne frigives', 'Ad 2: Udsat').map(({ text }) => text)).toEqual([
      'midlerne frigives',
    ])
  })

  test('several points may share an answer', () => {
    expect(answeredPoints(recommendation, 'Ad 1-2: Godkendt\nAd 3: Udsat').map(({ point, outcomes }) => [point, outcomes])).toEqual([
      [1, ['approved']],
      [2, ['approved']],
      [3, ['postponed']],
    ])
    expect(answeredPoints(recommendation, 'Punkt 1 og 3: Godkendt.').map(({ point }) => point)).toEqual([1, 3])
  })

  test('a numbered list answers a numbered list, and bullets are counted', () => {
    expect(answeredPoints(recommendation, '1. Godkendt\n2. Udsat').map(({ outcomes }) => outcomes)).toEqual([['approved'], ['postponed']])
    expect(
      answeredPoints('- At planen godkendes\n- At midlerne frigives', 'At 1: Godkendt. At 2: Udsat.').map(({ outcomes }) => outcomes),
    ).toEqual([['approved'], ['postponed']])
    expect(
      answeredPoints('- At 1) planen godkendes\n- At 2) midlerne frigives', '**At 2)** Ikke godkendt').map(({ point, outcomes }) => [
        point,
        outcomes,
      ]),
    ).toEqual([[2, ['rejected']]])
  })

  test('answers may follow one another in a sentence, but a mere mention answers nothing', () => {
    expect(
      answeredPoints(recommendation, 'Indstillingens punkt 1 og 2 godkendt, mens punkt 3 udsættes.').map(({ point, outcomes }) => [
        point,
        outcomes,
      ]),
    ).toEqual([
      [1, ['approved']],
      [2, ['approved']],
      [3, ['postponed']],
    ])
    expect(answeredPoints(recommendation, 'Godkendt, jf. punkt 2 i sagen.')).toEqual([])
    expect(answeredPoints(recommendation, 'Godkendt efter punkt 2 blev rettet.')).toEqual([])
  })

  test('an answer to the whole, or to a point that is not there, answers no point', () => {
    expect(answeredPoints(recommendation, 'Indstillingen godkendt.')).toEqual([])
    expect(answeredPoints(recommendation, 'At 7: Godkendt.')).toEqual([])
    expect(answeredPoints('Til orientering', 'At 1: Godkendt.')).toEqual([])
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => Array.isArray(answeredPoints(`1. at ${one}`, `At 1: ${other}`))))
  })
})

describe('outcome words', () => {
  test('every key is read back, however it is cased, and has a label', () => {
    for (const { id, key, label } of OUTCOMES) {
      expect(outcomeFromKey(key)).toBe(id)
      expect(outcomeFromKey(` ${key.toUpperCase()} `)).toBe(id)
      expect(outcomeLabel(id)).toBe(label)
    }
    expect(outcomeFromKey('godkendelse')).toBeUndefined()
    expect(outcomeLabel('missing')).toBe('Ingen beslutning')
    expect(outcomeLabel('closed')).toBe('Lukket punkt')
  })
})
