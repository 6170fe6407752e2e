import { expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'
import { coverageView } from './views/coverage.ts'

const archive = smallArchive({
  'soeby/byraadet/2025-03-04/index.md': meetingFile('2025-03-04', 'status: referat\noffentliggjort: 2025-03-14'),
  'soeby/byraadet/2025-03-04/01-sti.md': punktFile(
    'Sti',
    'bilag:\n  - { titel: Plan, adgang: åben }\n  - { titel: Notat, adgang: lukket }',
    'Godkendt.',
  ),
  'soeby/byraadet/2025-03-04/02-uden.md': punktFile('Uden beslutning'),
  'soeby/byraadet/2025-03-04/03-lukket.md': '---\ntitel: Lukket\nadgang: lukket\n---\n',
  'soeby/byraadet/2025-04-08/index.md': meetingFile('2025-04-08', 'status: aflyst'),
  'soeby/byraadet/2025-05-06/index.md': meetingFile('2025-05-06', 'status: dagsorden'),
  'soeby/byraadet/2025-05-06/01-sti.md': punktFile('Sti'),
  'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04', 'status: godkendt'),
  'soeby/byraadet/2026-06-03/index.md': meetingFile('2026-06-03', 'status: dagsorden'),
})
const view = coverageView(archive, archive.authority('soeby'))

test('counts by body and year; an agenda that was overtaken is a meeting without minutes', () => {
  expect(view.bodies).toEqual([
    {
      name: 'Byrådet',
      url: '/soeby/byraadet/',
      years: [
        {
          year: 2026,
          held: 1,
          cancelled: 0,
          upcoming: 1,
          published: 1,
          daysToPublication: [],
          punkter: 0,
          closed: 0,
          undecided: 0,
          bilagMissing: 0,
        },
        {
          year: 2025,
          held: 2,
          cancelled: 1,
          upcoming: 0,
          published: 1,
          daysToPublication: [10],
          days: 10,
          punkter: 4,
          closed: 1,
          undecided: 1,
          bilagMissing: 1,
        },
      ],
    },
  ])
  expect(view.total).toMatchObject({ held: 3, published: 2, punkter: 4 })
})

test('draws the years, and tells them as text', () => {
  expect(view.chart.map(({ year, value }) => `${year}: ${value}`)).toEqual(['2026: 1 af 1', '2025: 1 af 2'])
  const [newest, older] = view.chart
  expect(newest?.published).toBe(newest?.held)
  expect(older?.held).toBe(100)
  expect(older?.published).toBe(50)
})
