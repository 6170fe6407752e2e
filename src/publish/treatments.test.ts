import { describe, expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'
import { treatmentsOf } from './treatments.ts'

const CASE = 'sagsnummer: 05.05.00-P20-4-25'
const EARLIER = `tidligere:
  - { udvalg: Stabsgruppen, dato: 2026-01-06, punkt: 1 }
  - { udvalg: Stabsgruppen, dato: 2019-05-05, punkt: 3 }
  - { udvalg: Stabsgruppen, dato: 2026-01-06, punkt: 99 }
  - { udvalg: Et Andet Råd, dato: 2020-05-05 }`
const archive = smallArchive({
  'soeby/stabsgruppen/2026-01-06/index.md': meetingFile('2026-01-06'),
  'soeby/stabsgruppen/2026-01-06/01-sti.md': punktFile('Sti', CASE, 'Anbefales.'),
  'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03'),
  'soeby/byraadet/2026-02-03/01-sti.md': punktFile('Sti', `${CASE}\n${EARLIER}`, 'Udsat.'),
  'soeby/byraadet/2026-02-03/02-meddelelser.md': punktFile('Meddelelser', 'sagsnummer: 00.01.00-P35-1-26', 'Intet.'),
  'soeby/byraadet/2026-03-03/index.md': meetingFile('2026-03-03'),
  'soeby/byraadet/2026-03-03/01-sti.md': punktFile('Sti igen', CASE, 'Godkendt.'),
  'soeby/byraadet/2026-03-03/02-meddelelser.md': punktFile('Meddelelser', 'sagsnummer: 00.01.00-P35-1-26', 'Intet.'),
  'soeby/byraadet/2026-03-03/03-bro.md': punktFile('Bro', 'tidligere:\n  - { udvalg: Byrådet, dato: 2026-02-03, punkt: 1 }', 'Godkendt.'),
})
const treatments = treatmentsOf(archive, archive.punkt('soeby/byraadet/2026-02-03/punkt-1'))

describe('the course of a matter', () => {
  test('goes back to what the punkt refers to, oldest first, and tells what the archive does not hold', () => {
    expect(treatments.earlier.map(({ date, bodyName, number, url, note }) => [date, bodyName, number, url, note])).toEqual([
      ['2019-05-05', 'Stabsgruppen', 'punkt 3', undefined, 'Mødet er ikke i arkivet.'],
      ['2020-05-05', 'Et Andet Råd', '', undefined, 'Mødet er ikke i arkivet.'],
      ['2026-01-06', 'Stabsgruppen', 'punkt 1', '/soeby/stabsgruppen/2026-01-06/punkt-1/', ''],
      [
        '2026-01-06',
        'Stabsgruppen',
        'punkt 99',
        '/soeby/stabsgruppen/2026-01-06/',
        'Mødet den 6.\u00a0januar 2026 er i arkivet, men har ikke punkt 99.',
      ],
    ])
  })

  test('goes on to the case and to what refers back, each once', () => {
    expect(treatments.later.map(({ title, outcomes }) => [title, outcomes[0]?.id])).toEqual([
      ['Sti igen', 'approved'],
      ['Bro', 'approved'],
    ])
    expect(treatments.more).toBeUndefined()
  })

  test('is not told for what stands on every agenda', () => {
    const standing = treatmentsOf(archive, archive.punkt('soeby/byraadet/2026-02-03/punkt-2'))
    expect(standing).toEqual({ earlier: [], later: [] })
  })
})

test('a case of many treatments shows the nearest and leads to them all', () => {
  const files: Record<string, string> = {}
  for (let month = 1; month <= 12; month += 1) {
    for (const year of [2024, 2025]) {
      const date = `${year}-${String(month).padStart(2, '0')}-02`
      files[`soeby/byraadet/${date}/index.md`] = meetingFile(date)
      files[`soeby/byraadet/${date}/01-sti.md`] = punktFile('Sti', CASE, 'Udsat.')
    }
  }
  const long = smallArchive(files)
  const middle = treatmentsOf(long, long.punkt('soeby/byraadet/2025-01-02/punkt-1'))
  expect(middle.earlier.map(({ date }) => date)).toEqual([5, 6, 7, 8, 9, 10, 11, 12].map((m) => `2024-${String(m).padStart(2, '0')}-02`))
  expect(middle.later).toHaveLength(8)
  expect(middle.more).toEqual({ url: '/soeby/sager/05.05.00p20-4-25/', count: 24 })
})
