import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  daysBetween,
  findDates,
  formatDate,
  formatDateShort,
  formatDateWithWeekday,
  formatTime,
  isIsoDate,
  parseDate,
  parseTimes,
  weekdayOf,
  yearOf,
} from './dato.ts'

const isoDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('findDates', () => {
  test.each([
    '28-08-2025',
    '28.08.2025',
    '28/08/2025',
    '28/8-2025',
    '28. august 2025',
    '28.august 2025',
    'd. 28. august 2025',
    'Torsdag d. 28. august 2025',
    'torsdag den 28. august 2025',
    'Torsdag, den 28. August 2025',
    '28 august 2025',
    '28. aug. 2025',
    '2025-08-28',
    '28.\u00a0august\n2025',
    'den 28.08.2025, kl. 11:00',
    '2025-08-28T14:00',
    '04-06-xx 28-08-2025.',
  ])('%j is 28 August 2025', (text) => {
    expect(parseDate(text)).toBe('2025-08-28')
  })

  test('knows the weekday and where the date stands', () => {
    const text = 'Møde torsdag d. 28. august 2025 kl. 14'
    const [date] = findDates(text)
    expect(date).toEqual({ iso: '2025-08-28', weekday: 'torsdag', start: 5, end: 31, text: 'torsdag d. 28. august 2025' })
    expect(findDates('7 februar 2022')).toEqual([{ iso: '2022-02-07', start: 0, end: 14, text: '7 februar 2022' }])
  })

  test('a day that the calendar lacks is found without a date', () => {
    for (const text of ['31. februar 2025', '29-02-2023', '31.04.2025', '2025-13-01', '28.13.2025', '0. maj 2025']) {
      expect(
        findDates(text).map(({ iso }) => iso),
        text,
      ).toEqual([undefined])
    }
    expect(parseDate('31. februar 2025, flyttet til 3. marts 2025')).toBe('2025-03-03')
  })

  test('case numbers, CPR-like digits, sums and years are no dates', () => {
    for (const text of [
      '85.15.02K07-1-25',
      '00.01.00-P35-200-22',
      '1-21-78-5-16',
      '330-2018-3619',
      '018520-2013',
      '050527-2012',
      '010203-1234',
      '2024-2025',
      '69.374,73',
      '2025-08-28-005',
      '1-28-08-2025',
      'A28-08-2025',
      '28-08-20251',
      '28.08.2025.4',
      '28. august',
      'august 2025',
      '99.99.2025',
      'maj 2025',
    ]) {
      expect(findDates(text), text).toEqual([])
    }
  })

  test('finds every form back, also inside prose, at its offsets', () => {
    const form = fc.constantFrom(
      formatDate,
      formatDateShort,
      formatDateWithWeekday,
      (iso: string) => iso,
      (iso: string) => formatDateShort(iso).replaceAll('.', '-'),
    )
    fc.assert(
      fc.property(
        isoDate,
        form,
        fc.constantFrom('', 'Møde ', '(', 'ø: '),
        fc.constantFrom('', '.', ', punkt 3', ' kl. 14', ')'),
        (iso, write, before, after) => {
          const text = before + write(iso) + after
          const found = findDates(text)
          expect(found.map((date) => date.iso)).toEqual([iso])
          expect(found[0] && text.slice(found[0].start, found[0].end)).toBe(write(iso))
        },
      ),
    )
  })

  test('whatever the text, what is found exists or is marked as not existing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d./ majT-]{0,30}$/)), (text) => {
        for (const { iso, start, end, text: words } of findDates(text)) {
          expect(text.slice(start, end)).toBe(words)
          if (iso !== undefined) expect(isIsoDate(iso)).toBe(true)
        }
      }),
    )
  })
})

describe('parseTimes', () => {
  test.each([
    ['den 21. april 2023, kl. 08:30 -10:30', { start: '08:30', end: '10:30' }],
    ['Torsdag d. 28. august 2025 kl. 14:00', { start: '14:00' }],
    ['04-06-2020 09:00:00', { start: '09:00' }],
    ['23.08.2017, kl. 11:00', { start: '11:00' }],
    ['kl. 14.00-16.30', { start: '14:00', end: '16:30' }],
    ['kl. 9 – 11', { start: '09:00', end: '11:00' }],
    ['fra kl. 9.00 til kl. 10.30', { start: '09:00', end: '10:30' }],
    ['Klokken 8', { start: '08:00' }],
    ['28. august 2025', {}],
    ['31.02.2025', {}],
    ['kl. 25', {}],
    ['pris 69.374,73 kr.', {}],
    ['', {}],
  ])('%j', (text, times) => {
    expect(parseTimes(text)).toEqual(times)
  })

  test('gives valid times for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[kl\d.: -]{0,20}$/)), (text) => {
        for (const time of Object.values(parseTimes(text))) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
})

describe('Danish dates', () => {
  test('are written as Danes write them', () => {
    expect(formatDate('2025-08-05')).toBe('5.\u00a0august 2025')
    expect(formatDateShort('2025-08-05')).toBe('05.08.2025')
    expect(formatDateWithWeekday('2025-08-28')).toBe('torsdag den 28.\u00a0august 2025')
    expect(weekdayOf('2025-08-31')).toBe('søndag')
    expect(formatTime('14:00')).toBe('14.00')
    expect(yearOf('2025-08-28')).toBe(2025)
  })

  test('count days both ways, also over the change to summer time', () => {
    expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2)
    expect(daysBetween('2025-03-31', '2025-03-29')).toBe(-2)
    fc.assert(fc.property(isoDate, isoDate, (one, other) => daysBetween(one, other) === -daysBetween(other, one)))
  })

  test('that do not exist come back as written', () => {
    for (const text of ['2025-02-31', '2025-2-3', 'i morgen', '']) {
      expect(isIsoDate(text)).toBe(false)
      expect(formatDate(text)).toBe(text)
      expect(formatDateShort(text)).toBe(text)
      expect(formatDateWithWeekday(text)).toBe(text)
      expect(weekdayOf(text)).toBe('')
    }
  })

  test('are read back from every way of writing them', () => {
    fc.assert(
      fc.property(isoDate, (iso) => {
        expect(parseDate(formatDate(iso))).toBe(iso)
        expect(parseDate(formatDateShort(iso))).toBe(iso)
        expect(parseDate(formatDateWithWeekday(iso))).toBe(iso)
      }),
    )
  })
})
