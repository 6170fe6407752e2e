import { expect, test } from 'vitest'
import { bilagItems, closedBilagLine, formatBytes } from './bilag-view.ts'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'

const BILAG = `bilag:
  - { titel: Plan, fil: bilag/plan.PDF, adgang: åben }
  - { titel: Hemmeligt notat, fil: bilag/notat.pdf, adgang: lukket }
  - { titel: Brev på papir }`
const archive = smallArchive({
  'soeby/byraadet/2026-01-06/index.md': meetingFile('2026-01-06'),
  'soeby/byraadet/2026-01-06/01-a.md': punktFile('A', BILAG),
  'soeby/byraadet/2026-01-06/bilag/plan.PDF': 'x'.repeat(1_234_000),
  'soeby/byraadet/2026-01-06/bilag/notat.pdf': 'x',
})
const punkt = archive.punkt('soeby/byraadet/2026-01-06/punkt-1')

test('an open attachment shows its type and size; a closed one is counted and never named', () => {
  const items = bilagItems(punkt, archive.meeting(punkt.meeting))
  expect(items).toEqual([
    { title: 'Plan', url: '/soeby/byraadet/2026-01-06/bilag/plan.PDF', note: 'PDF, 1,2 MB' },
    { title: 'Brev på papir', note: 'ligger ikke i arkivet' },
  ])
  expect(closedBilagLine(punkt)).toBe('Et bilag er ikke offentligt.')
})

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 KB'],
  [999_499, '999 KB'],
  [999_500, '1,0 MB'],
  [52_428_800, '52,4 MB'],
])('%i is %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
