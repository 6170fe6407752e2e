import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSagsnumre, isStandingFacet, parseSagsnummer, SAGSNUMMER_FORMATS, sagsnummerForms } from './sagsnummer.ts'

const REAL: readonly (readonly [string, string])[] = [
  ['85.15.02K07-1-25', 'sbsys'],
  ['85.11.20Ø54-64-20', 'sbsys'],
  ['00.01.00-P35-200-22', 'sbsys'],
  ['00.01.00P35-0098', 'kle-løbenr'],
  ['01.02G00 - 2017/27088', 'kle-år-nr'],
  ['01.02.03G00-2017/27088', 'kle-år-nr'],
  ['1-21-78-5-16', 'region-midt'],
  ['EMN-2024-033020', 'getorganized'],
  ['S2019-1234', 'getorganized'],
  ['330-2018-3619', 'kommunekode'],
  ['2019-0123456', 'edoc'],
  ['018520-2013', 'edoc-omvendt'],
  ['050527-2012', 'edoc-omvendt'],
  ['20/33839', 'acadre'],
  ['07/21538', 'acadre'],
  ['2020/33839', 'acadre'],
]
const REFUSED = [
  '85.15.2K07-1-25',
  '85.15.02K7-1-25',
  '85.15.02k07-1-25',
  '85.15.02K07-1',
  '28-08-2025',
  '28.08.2025',
  '2024-2025',
  '2025-2029',
  '15-17',
  '15/06',
  '69.374,73',
  '§ 15/2',
  '284.467',
  '010203-1234',
  '299835',
  '85.15.02',
  'K07-1-25',
  '',
]

describe('parseSagsnummer', () => {
  test.each(REAL)('%s is %s', (written, format) => {
    expect(parseSagsnummer(` ${written} `)).toMatchObject({ written, format })
  })

  test.each(REFUSED)('%j is no case number', (text) => {
    expect(parseSagsnummer(text)).toBeUndefined()
  })

  test('reads the parts', () => {
    expect(parseSagsnummer('85.11.20Ø54-64-20')).toEqual({
      written: '85.11.20Ø54-64-20',
      key: '85.11.20Ø54-64-20',
      slug: '85.11.20oe54-64-20',
      format: 'sbsys',
      kle: '85.11.20',
      facet: 'Ø54',
      year: 2020,
    })
    expect(parseSagsnummer('01.02G00 - 2017/27088')).toMatchObject({
      key: '01.02G00-2017/27088',
      slug: '01.02g00-2017-27088',
      kle: '01.02',
      facet: 'G00',
      year: 2017,
    })
    expect(parseSagsnummer('00.01.00P35-0098')).not.toHaveProperty('year')
    expect(parseSagsnummer('07/21538')?.year).toBe(2007)
    expect(parseSagsnummer('85.15.02K07-1-98')?.year).toBe(1998)
    expect(parseSagsnummer('1-21-78-5-16')?.year).toBe(2016)
    expect(parseSagsnummer('S2019-1234')?.year).toBe(2019)
  })

  test('two spellings of one case have one key', () => {
    for (const [one, other] of [
      ['85.15.02K07-1-25', '85.15.02-K07-1-25'],
      ['85.15.02K07-1-25', '85.15.02K07\u20111\u201125'],
      ['01.02G00 - 2017/27088', '01.02G00-2017/27088'],
      ['01.02G00 - 2017/27088', '01.02G00 – 2017/27088'],
      ['00.01.00Å35-1-25', '00.01.00A\u030a35-1-25'],
    ] as const) {
      expect(parseSagsnummer(other)?.key).toBe(parseSagsnummer(one)?.key)
      expect(parseSagsnummer(other)?.slug).toBe(parseSagsnummer(one)?.slug)
    }
  })

  test('a plain integer and a short Acadre number need a label', () => {
    expect(parseSagsnummer('299835', SAGSNUMMER_FORMATS)).toBeUndefined()
    expect(parseSagsnummer('299835', SAGSNUMMER_FORMATS, { labelled: true })).toMatchObject({ format: 'løbenummer', key: '299835' })
    expect(parseSagsnummer('15/6', undefined, { labelled: true })).toMatchObject({ format: 'acadre', year: 2015 })
    expect(parseSagsnummer('299835', undefined, { labelled: true })).toBeUndefined()
  })

  test('only the formats that an authority uses count', () => {
    expect(parseSagsnummer('20/33839', ['sbsys'])).toBeUndefined()
    expect(parseSagsnummer('20/33839', [])).toBeUndefined()
  })

  const sbsys = fc
    .tuple(fc.stringMatching(/^\d\d\.\d\d\.\d\d$/), fc.stringMatching(/^[A-ZÆØÅ]\d\d-\d{1,6}-\d\d$/))
    .map(([kle, rest]) => ({ kle, rest }))

  test('the optional hyphen and white space around never change the key; the slug suits an address', () => {
    fc.assert(
      fc.property(sbsys, ({ kle, rest }) => {
        const bare = parseSagsnummer(kle + rest)
        expect(bare).toMatchObject({ kle, key: kle + rest })
        expect(parseSagsnummer(` ${kle}-${rest}\n`)?.key).toBe(bare?.key)
        expect(parseSagsnummer(bare?.key ?? '')?.key).toBe(bare?.key)
        expect(bare?.slug).toMatch(/^[a-z0-9.-]+$/)
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\dKØ./ -]{0,24}$/)), (text) => {
        const found = parseSagsnummer(text, SAGSNUMMER_FORMATS, { labelled: true })
        if (found) expect(found.written).toBe(text.trim())
      }),
    )
  })
})

describe('findSagsnumre', () => {
  test('finds them in prose, under a title and after a label', () => {
    const text = 'Punkt 1\n\n85.15.02K07-1-25\n\nSe også sag 20/33839, EMN-2024-033020. (01.02G00 - 2017/27088)'
    expect(
      findSagsnumre(text).map(({ sagsnummer, start, end, labelled }) => [sagsnummer.format, text.slice(start, end), labelled]),
    ).toEqual([
      ['sbsys', '85.15.02K07-1-25', false],
      ['acadre', '20/33839', true],
      ['getorganized', 'EMN-2024-033020', false],
      ['kle-år-nr', '01.02G00 - 2017/27088', false],
    ])
  })

  test.each(['Sagsnr.', 'Sags nr.', 'Sagnr.', 'Sagsnummer:', 'Sag', 'Sagsid.', 'J.nr.', 'Journalnr.', '**Sagsnr.:**', 'SAGSNR. :'])(
    'the label %s tells that a case number follows',
    (label) => {
      expect(findSagsnumre(`${label} 15/612`)).toMatchObject([{ sagsnummer: { written: '15/612' }, labelled: true }])
      expect(findSagsnumre(`${label} 15/6`)).toMatchObject([{ sagsnummer: { written: '15/6' }, labelled: true }])
      expect(findSagsnumre(`${label} 299835`, ['løbenummer'])).toMatchObject([{ sagsnummer: { written: '299835' }, labelled: true }])
    },
  )

  test('the number of a punkt or of a neighbour is none', () => {
    for (const text of [
      'SAG NR. 4',
      'Sag 12 på dagsordenen',
      'Dok.nr. 299835',
      'Sagsbeh. 299835',
      'Sagsansvarlig: 299835',
      'Sagerne 299835',
      '299835',
    ]) {
      expect(findSagsnumre(text, SAGSNUMMER_FORMATS), text).toEqual([])
    }
    expect(findSagsnumre('Dok.nr. 20/33839')).toEqual([])
  })

  test('years, months and legal acts are not Acadre numbers', () => {
    for (const text of ['budget 2024/2025', 'referat fra 12/2020', 'forordning (EU) 2016/679', 'direktiv 2014/24/EU', 'lov nr. 12/2019']) {
      expect(findSagsnumre(text), text).toEqual([])
    }
    expect(findSagsnumre('Sagsnr. 2024/2025')).toHaveLength(1)
  })

  test('an abbreviation at the end of a title does not hide the number below it', () => {
    expect(findSagsnumre('Flytning fra USA til EU\n\n85.11.04G01-1-26')).toHaveLength(1)
  })

  test('what is refused stays refused wherever it stands', () => {
    const around = fc.constantFrom('', ' ', '\n', '(', ')', ', ', '. ', ' den ', ' kr. ', 'æ', 'Ø', 'ø ', '§ ')
    fc.assert(
      fc.property(fc.constantFrom(...REFUSED), around, around, (refused, before, after) => {
        expect(findSagsnumre(before + refused + after)).toEqual([])
      }),
    )
  })

  test('a real number is cut out of nothing longer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REAL), fc.constantFrom('a', 'ø', '1', '.', '-', '/', '\u2011'), ([written], glued) => {
        expect(findSagsnumre(glued + written).map(({ start }) => start)).not.toContain(1)
      }),
    )
    for (const after of ['a', 'å', '7', '-', '/', '.5']) {
      expect(findSagsnumre(`85.15.02K07-1-25${after}`), after).toEqual([])
    }
    expect(findSagsnumre('Se 85.15.02K07-1-25.')).toHaveLength(1)
  })

  test('offsets hold and never overlap, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(...REAL.map(([written]) => written), ...REFUSED, ' Sagsnr. ', ' '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { sagsnummer, start, end } of findSagsnumre(text, SAGSNUMMER_FORMATS)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(sagsnummer.written)
          last = end
        }
      }),
    )
  })

  test('an authority without case numbers has none', () => {
    expect(findSagsnumre('85.15.02K07-1-25', [])).toEqual([])
  })
})

describe('sagsnummerForms', () => {
  test('gives every spelling that people search by', () => {
    expect(sagsnummerForms(sagsnummer('00.01.00-P35-200-22'))).toEqual([
      '00.01.00-P35-200-22',
      '00.01.00P35-200-22',
      'P35-200-22',
      'P35',
      '00.01.00',
    ])
    const forms = sagsnummerForms(sagsnummer('85.11.20Ø54-64-20'))
    for (const form of ['85.11.20O54-64-20', '85.11.20OE54-64-20', '85.11.20-Ø54-64-20', 'Ø54-64-20', 'OE54-64-20', 'O54', '85.11.20'])
      expect(forms).toContain(form)
    expect(new Set(forms).size).toBe(forms.length)
    expect(sagsnummerForms(sagsnummer('01.02G00-2017/27088'))).toContain('01.02G00 - 2017/27088')
    expect(sagsnummerForms(sagsnummer('20/33839'))).toEqual(['20/33839'])
  })
})

test('only facet P35 is a standing case', () => {
  expect(isStandingFacet(sagsnummer('85.02.02P35-106-24'))).toBe(true)
  expect(isStandingFacet(sagsnummer('85.02.02P20-106-24'))).toBe(false)
  expect(isStandingFacet(sagsnummer('20/33839'))).toBe(false)
})

function sagsnummer(text: string) {
  const found = parseSagsnummer(text)
  if (!found) throw new Error(text)
  return found
}
