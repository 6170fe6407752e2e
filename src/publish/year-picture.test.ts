import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PictureMeeting, yearPicture } from './year-picture.ts'

const meeting = (date: string, status: PictureMeeting['status'] = 'referat'): PictureMeeting => ({ date, status })

test('has a mark for each meeting, told by its shape and in words, and counts those that were not called off', () => {
  const picture = yearPicture('Møder', [
    {
      label: '2026',
      url: '/2026/',
      meetings: [meeting('2026-12-15', 'dagsorden'), meeting('2026-09-30', 'aflyst'), meeting('2026-01-27')],
    },
    { label: '2025', meetings: [meeting('2025-06-03', 'godkendt'), meeting('2025-02-04', 'godkendt')] },
    { label: '2024', meetings: [] },
  ])
  expect(picture?.rows.map(({ label, url, count }) => ({ label, url, count }))).toEqual([
    { label: '2026', url: '/2026/', count: 2 },
    { label: '2025', url: undefined, count: 2 },
  ])
  expect(picture?.rows[0]?.marks.map(({ mark }) => mark)).toEqual(['held', 'cancelled', 'agenda'])
  expect(picture?.rows[0]?.text.replaceAll('\u00A0', ' ')).toBe(
    'Møde med referat: 27. januar. Kun dagsorden: 15. december. Aflyst: 30. september.',
  )
  expect(picture?.legend.map(({ mark }) => mark)).toEqual(['held', 'agenda', 'cancelled'])
})

test('stands from left to right as the days do, each inside its month', () => {
  const days = fc
    .date({ min: new Date('2023-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.array(days, { minLength: 3 }), (dates) => {
      const marks = yearPicture('Møder', [{ label: '', meetings: dates.map((date) => meeting(date)) }])?.rows[0]?.marks ?? []
      const months = dates.map((date) => Number(date.slice(5, 7))).sort((a, b) => a - b)
      const inOneYear = new Set(dates.map((date) => date.slice(0, 4))).size === 1
      if (inOneYear) expect(marks.map(({ at }) => Math.floor((at / 100) * 12) + 1)).toEqual(months)
      expect(marks.every(({ at }) => at > 0 && at < 100)).toBe(true)
    }),
  )
})

test('says nothing where one or two meetings say it themselves', () => {
  expect(yearPicture('Møder', [{ label: '2026', meetings: [meeting('2026-01-27'), meeting('2026-02-24')] }])).toBeUndefined()
  expect(yearPicture('Møder', [])).toBeUndefined()
})
