import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskDigits } from '../findings/mask.ts'
import { findCprNumbers } from './cpr.ts'
import type { SagsnummerFormat } from './sagsnummer.ts'

// Invented, and nobody's: their birthdays are yet to come.
const PASSES = '150935-4118'
const PASSES_NOT = '150935-4119'

function said(text: string, formats?: readonly SagsnummerFormat[]): string[] {
  return findCprNumbers(text, formats).map(({ start, end, certainty }) => `${certainty} ${JSON.stringify(text.slice(start, end))}`)
}

describe('how sure it is', () => {
  test.each([
    ['modulus 11 and a hyphen', PASSES, 'certain'],
    ['and a space', '150935 4118', 'certain'],
    ['and an en dash', '150935–4118', 'certain'],
    ['and a hyphen between spaces', '150935 - 4118', 'certain'],
    ['and a hyphen that does not break', '150935\u20114118', 'certain'],
    ['and a space that does not break', '150935\u00a04118', 'certain'],
    ['a 1 January with a hyphen, without modulus 11', '010136-4101', 'certain'],
    ['near a label, without anything else', 'Hans Hansen (cpr.nr. for barnet: 1509354119)', 'certain'],
    ['a label after it', '150935-4119 er barnets CPR-nummer', 'certain'],
    ['modulus 11 alone', '1509354118', 'likely'],
    ['a hyphen alone', PASSES_NOT, 'possible'],
    ['a 1 January alone, which a sum may be', '0101364101', undefined],
    ['a date alone', '1509354119', undefined],
  ])('%s', (_why, text, certainty) => {
    expect(findCprNumbers(text).map((found) => found.certainty)).toEqual(certainty === undefined ? [] : [certainty])
  })
})

describe('a date that the calendar has, in the century that the seventh digit tells', () => {
  test.each([
    ['290200', '0', false],
    ['290200', '3', false],
    ['290200', '4', true],
    ['290236', '9', true],
    ['290237', '4', false],
    ['290240', '9', true],
    ['290257', '5', false],
    ['290256', '8', true],
    ['290296', '5', true],
    ['290200', '7', true],
    ['290258', '8', false],
    ['310435', '4', false],
    ['321235', '4', false],
    ['001235', '4', false],
    ['101335', '4', false],
    ['100035', '4', false],
    // Numbers that are given for want of a CPR number have 60 added to the day.
    ['750935', '4', false],
  ])('%s-%s', (birth, seventh, real) => {
    expect(findCprNumbers(`CPR ${birth}-${seventh}119`)).toHaveLength(real ? 1 : 0)
  })
})

describe('as clerks write it', () => {
  test.each([
    ['CPR-nr.150935-4119.', '150935-4119'],
    ['Han har nr.150935-4118.', '150935-4118'],
    ['Ansøger (150935-4118), født i byen.', '150935-4118'],
    ['Ansøger:150935-4118;150935-4126', '150935-4118', '150935-4126'],
    ['**150935-4118**', '150935-4118'],
    ['_150935-4118_', '150935-4118'],
    ['**150935**-4118', '150935**-4118'],
    ['150935\\-4118', '150935\\-4118'],
    ['`150935-4118`', '150935-4118'],
    ['150935&nbsp;4118 og 150935&ndash;4126', '150935&nbsp;4118', '150935&ndash;4126'],
    ['150935&#45;4118', '150935&#45;4118'],
    ['150935\u200b-\u200b4118', '150935\u200b-\u200b4118'],
    ['født 150935-\n4118 her', '150935-\n4118'],
    ['> født 150935\n> 4118', '150935\n> 4118'],
    ['Hans Hansen –150935-4118– og Grethe', '150935-4118'],
    ['Hans Hansen, -150935-4118', '150935-4118'],
    ['CPR-150935-4119', '150935-4119'],
    ['cpr150935-4119', '150935-4119'],
    ['CPR: 150935.4119', '150935.4119'],
    ['CPR-nr. 150935-4119/Hans Hansen', '150935-4119'],
    ['Personnummer: 150935 4119', '150935 4119'],
    ['ansoegning 150935-4118.pdf', '150935-4118'],
    ['112233 150935-4118', '150935-4118'],
    ['CPR-numre:\n\n- 150935-4119\n- 1509354120', '150935-4119', '1509354120'],
    ['| Navn | CPR-nr. |\n|---|---|\n| Hans | 1509354119 |\n| Grethe | 1509354120 |', '1509354119', '1509354120'],
    ['| Hvem (CPR-nummer) | Nr. |\n| --- | --- |\n| Hans, 1509354119 | 1509354120 |', '1509354119', '1509354120'],
    ['| CPR-nr. | 1509354119 |', '1509354119'],
    ['Se [skemaet](https://x.example/?cprnr=1509354119)', '1509354119'],
    ['Jeg er på tlf. 12 34 56 78, 150935-4118', '150935-4118'],
    ['Vi drøftede en sag.\n\n150935-4118', '150935-4118'],
    ['Mødet begyndte kl. 16.00 150935-4118', '150935-4118'],
  ])('%j', (text, ...numbers) => {
    expect(findCprNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(numbers)
    expect(maskDigits(text)).not.toMatch(/41\d\d/)
  })
})

describe('another number', () => {
  test.each([
    ...['Sagsnr. ', 'Sag ', 'Sagsnummer: ', '**Sagsnr.:** ', 'J.nr. ', 'Journalnr.: ', 'Jr.nr. ', 'sagen ', 'Sagsnr.\n', 'sagsnummer: "'],
    ...['Dok.nr. ', 'Dokument ', 'Dokumentnummer: ', 'dok.-id: ', 'Aktnr. '],
    ...['Tlf. ', 'tlf.: ', 'Telefonnummer ', 'Mobil: ', 'Fax ', '+', '+45 ', '+298', '0045 '],
    ...['CVR-nr. ', 'CVR ', 'EAN: ', 'GLN-nr. '],
    ...['Konto ', 'Kontonr.: ', 'Reg.nr. 1234 konto ', 'konto 1234 ', 'Bankkonto nr. '],
    ...['| Sagsnr. | ', '| Navn | Sagsnr. |\n|---|---|\n| Hans | ', 'Sagsnr. | Navn\n--- | ---\n'],
    ...['A', 'É', '7', '2.', 'EMN-', '2020-', '17/', 'sti/'],
  ])('after %j', (before) => {
    for (const number of [PASSES, PASSES_NOT, '010136-4101', '1509354118'])
      expect(said(`${before}${number}${before.includes('|') ? ' | x' : ''}`)).toEqual([])
  })

  test.each(['A', '7', '.5', '-2', '-B', '/2020', '/x'])('before %j', (after) => {
    expect(said(`${PASSES}${after}`)).toEqual([])
  })

  test.each([
    'https://www.retsinformation.example/eli/lta/1509354118',
    'Se [siden](https://x.example/?id=1509354118).',
    'www.x.example/?id=1509354118',
    '150935.4118',
    '150935\n\n4118',
    '- 150935\n- 4118',
    '| 150935 | 4118 |',
    '5790001509354118',
    '85.15.02-K07-150935-2012',
    '2019-150935',
    '2.150.935 4118',
    '12 34 56 78',
    '2025-09-15 09:35',
  ])('%j', (text) => {
    expect(said(text)).toEqual([])
  })

  test('a label that is nearer than that of CPR', () => {
    expect(said('CPR-nr. er ikke oplyst. Sagsnr. 150935-4118')).toEqual([])
    expect(said(`Sagsnr. 1234 om cpr-nr. ${PASSES_NOT}`)).toEqual([`certain "${PASSES_NOT}"`])
  })

  test('a whole column of case numbers, beside one of CPR numbers', () => {
    const table = `| CPR | Sagsnr. | Sag |\n| :-- | --- | --- |\n| ${PASSES} | 150935-4126 | Fra Hans, ${PASSES_NOT} |`
    expect(said(table)).toEqual([`certain "${PASSES}"`, `possible "${PASSES_NOT}"`])
  })
})

describe('the shape of an older case number', () => {
  // 050527-2012 does not pass modulus 11. Of these, invented too, one does and one is of a 1 January.
  const ALIKE = ['150901-2012', '010101-2013']

  test('is one where the authority says so, or says nothing and nothing else speaks against it', () => {
    for (const number of ['050527-2012', ...ALIKE]) expect(said(number, ['sbsys', 'edoc-omvendt'])).toEqual([])
    expect(said('050527-2012')).toEqual([])
  })

  test('is to be looked at where the authority says nothing', () => {
    for (const number of ALIKE) expect(said(number)).toEqual([`likely "${number}"`])
  })

  test('is none where the authority has others, or a CPR label is near', () => {
    for (const number of ALIKE) expect(said(number, ['sbsys'])).toEqual([`certain "${number}"`])
    expect(said('050527-2012', ['sbsys'])).toEqual(['possible "050527-2012"'])
    expect(said('CPR-nummeret 050527-2012', ['edoc-omvendt'])).toEqual(['certain "050527-2012"'])
  })
})

describe('whatever stands around', () => {
  const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
  const two = (number: number): string => String(number).padStart(2, '0')
  const word = fc.constantFrom(
    'Hans',
    'godkendt.',
    '(bilag)',
    '–',
    '**fed**',
    '2.510.000 kr.',
    '28-08-2025',
    '\n',
    '\n\n',
    '| a |',
    '«',
    'æøå,',
  )
  const around = fc.array(word, { maxLength: 8 }).map((parts) => parts.map((part) => `${part} `).join(''))
  const separator = fc.constantFrom('-', ' ', '–', '\u2011', '\u00a0', ' - ', '\\-', '**-**', '&ndash;', '-\n')
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('1999-12-31T23:00:00Z'), noInvalidDate: true })
  const birth = date.map((day) => `${two(day.getUTCDate())}${two(day.getUTCMonth() + 1)}${two(day.getUTCFullYear() % 100)}`)
  // The serials of the 1900s, the years among them left out; the control digit makes it pass, where one of ten does.
  const serial = fc.integer({ min: 0, max: 399 }).filter((number) => number < 190 || number > 209)
  const number = fc
    .tuple(birth, serial)
    .map(([day, three]) => `${day}${String(three).padStart(3, '0')}`)
    .map((nine) => `${nine}${(11 - ([...nine].reduce((sum, digit, index) => sum + Number(digit) * (WEIGHTS[index] ?? 0), 0) % 11)) % 11}`)
    .filter((digits) => digits.length === 10)

  test('a number that passes modulus 11 is found where it stands', () => {
    fc.assert(
      fc.property(around, number, separator, around, (before, digits, between, after) => {
        const written = `${digits.slice(0, 6)}${between}${digits.slice(6)}`
        const text = `${before}${written} ${after}`
        expect(findCprNumbers(text)).toEqual([{ start: before.length, end: before.length + written.length, certainty: 'certain' }])
        expect(maskDigits(text)).not.toContain(digits.slice(6))
      }),
    )
  })

  test('a date that the calendar does not have is never found', () => {
    const impossible = fc.oneof(
      fc.tuple(fc.integer({ min: 32, max: 99 }), fc.integer({ min: 1, max: 12 })),
      fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 13, max: 99 })),
      fc.constantFrom([0, 1] as const, [1, 0] as const, [30, 2] as const, [31, 4] as const, [31, 6] as const, [31, 9] as const),
    )
    const label = fc.constantFrom('', 'CPR-nr. ', 'personnummer:')
    const year = fc.integer({ min: 0, max: 99 })
    const four = fc.integer({ min: 0, max: 9999 }).map((last) => String(last).padStart(4, '0'))
    fc.assert(
      fc.property(around, label, impossible, year, separator, four, (before, name, [day, month], yy, between, last) => {
        expect(findCprNumbers(`${before}${name}${two(day)}${two(month)}${two(yy)}${between}${last}`)).toEqual([])
      }),
    )
  })

  test('a number after the label of a case never is', () => {
    const label = fc.constantFrom(
      'Sagsnr. ',
      'Sags nr.: ',
      'sag ',
      'Sagsnummer ',
      'Sagsid. ',
      'J.nr. ',
      'Journalnr. ',
      '**Journalnummer:** ',
    )
    fc.assert(
      fc.property(around, label, number, separator, (before, name, digits, between) => {
        expect(findCprNumbers(`${before}${name}${digits.slice(0, 6)}${between}${digits.slice(6)}`)).toEqual([])
      }),
    )
  })

  test('nothing throws, and every place is inside the text and masked', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      number,
      fc.constantFrom('cpr ', '|', '\n', '-', '---|---\n', '&#45;'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        for (const { start, end } of findCprNumbers(text)) {
          expect(text.slice(start, end)).toMatch(/^\d{6}[\s\S]*\d{4}$/)
          expect(maskDigits(text).slice(start, end)).not.toMatch(/\d/)
        }
      }),
    )
  })
})
