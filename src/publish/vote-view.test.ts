import { expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'
import { absenceLines, voteRows } from './vote-view.ts'

const VOTE = `afstemning:
  for: { antal: 9, partier: [L, X] }
  imod: { medlemmer: [Bo Lund, Åse Holm] }
fraværende:
  - { navn: Ida Krog, grund: inhabil }`
const archive = smallArchive({
  'soeby/byraadet/2025-01-07/index.md': meetingFile('2025-01-07'),
  'soeby/byraadet/2025-01-07/01-a.md': punktFile('A', VOTE, 'Godkendt.'),
  'soeby/byraadet/2026-01-06/index.md': meetingFile('2026-01-06'),
  'soeby/byraadet/2026-01-06/01-a.md': punktFile('A', VOTE, 'Godkendt.'),
  'soeby/byraadet/2026-01-06/02-b.md': punktFile('B', '', 'Godkendt.'),
})
const rowsOf = (id: string) =>
  voteRows(archive, archive.punkt(`soeby/byraadet/${id}`), archive.meeting(`soeby/byraadet/${id.split('/')[0]}`))

test('party letters are spelled out as they were on the day', () => {
  expect(rowsOf('2025-01-07/punkt-1')[0]?.names).toEqual(['Søbylisten (L)', 'X'])
  expect(rowsOf('2026-01-06/punkt-1')[0]?.names).toEqual(['Landsbylisten (L)', 'X'])
})

test('named members are counted where the clerk gave no number, and a side that was left out is left out', () => {
  expect(rowsOf('2026-01-06/punkt-1').map(({ label, count }) => [label, count])).toEqual([
    ['For', '9'],
    ['Imod', '2'],
  ])
  expect(rowsOf('2026-01-06/punkt-2')).toEqual([])
})

test('an absence is told as a sentence with its reason', () => {
  expect(absenceLines(archive.punkt('soeby/byraadet/2026-01-06/punkt-1'))).toEqual(['Ida Krog var inhabil og deltog ikke i behandlingen.'])
})
