import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayToken, findDateTokens, monthToken, sagToken } from './tokens.ts'

const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => ({
  day: date.getUTCDate(),
  month: date.getUTCMonth() + 1,
  year: date.getUTCFullYear(),
  iso: date.toISOString().slice(0, 10),
}))

describe('a date', () => {
  test('is one token in every form', () => {
    fc.assert(
      fc.property(days, ({ day, month, year, iso }) => {
        const name = MONTHS[month - 1] ?? ''
        const two = (number: number): string => String(number).padStart(2, '0')
        const forms = [
          iso,
          `${day}. ${name} ${year}`,
          `torsdag den ${day}.\u00a0${name} ${year}`,
          `${two(day)}-${two(month)}-${year}`,
          `${day}.${month}.${year}`,
          `${day}/${month} ${year}`,
          `${day}/${month}-${year}`,
          `${day} ${name.slice(0, 3)} ${year}`,
          ...(year > 1999 ? [`${day}/${month}-${two(year % 100)}`] : []),
        ]
        const inMonth = [`${name.toUpperCase()} ${year}`, iso.slice(0, 7), `${two(month)}-${year}`]
        const tokensOf = (form: string): string[] => findDateTokens(`Møde ${form}, budget`).map(({ token }) => token)
        for (const form of forms) expect(tokensOf(form), form).toEqual([dayToken(iso)])
        for (const form of inMonth) expect(tokensOf(form), form).toEqual([monthToken(iso.slice(0, 7))])
      }),
    )
  })

  test.each(['31-02-2025', '2024-2025', '85.15.02', '28.08.25', '1-21-78-5-16', '85.15.02K07-1-2025', '28-08-2025-1', '13/2025'])(
    '%s is none',
    (text) => {
      expect(findDateTokens(text)).toEqual([])
    },
  )
})

test('a case number is one token, however it is hyphenated and its Ø is written', () => {
  expect(sagToken('85.15.02-K07-1-25')).toBe(sagToken('85.15.02K07-1-25'))
  expect(sagToken('85.11.20Ø54-64-20')).toBe(sagToken('85.11.20-OE54-64-20'))
})
