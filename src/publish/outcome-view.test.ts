import { expect, test } from 'vitest'
import { outcomeHook, outcomesOf } from './outcome-view.ts'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'

const archive = smallArchive({
  'soeby/byraadet/2026-01-06/index.md': meetingFile('2026-01-06'),
  'soeby/byraadet/2026-01-06/01-a.md': punktFile('Høring', '', 'Godkendt. Forslaget sendes i høring.'),
  'soeby/byraadet/2026-01-06/02-b.md': punktFile('Skrevet', 'beslutning: udsat', 'Punktet tages op igen.'),
  'soeby/byraadet/2026-01-06/03-c.md': punktFile('Uden beslutning'),
  'soeby/byraadet/2026-01-06/04-d.md': '---\ntitel: Lukket\nadgang: lukket\nbeslutning: udsat\n---\n',
  'soeby/byraadet/2026-01-06/05-e.md': '---\ntitel: Lukket\nadgang: lukket\n---\n',
  'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03', 'status: dagsorden'),
  'soeby/byraadet/2026-02-03/01-a.md': punktFile('Venter'),
  'soeby/byraadet/2026-02-04/index.md': meetingFile('2026-02-04', 'status: aflyst'),
  'soeby/byraadet/2026-02-04/01-a.md': punktFile('Faldt bort'),
})
const shown = (id: string): readonly string[] => {
  const punkt = archive.punkt(`soeby/byraadet/${id}`)
  return [
    outcomeHook(punkt),
    ...outcomesOf(punkt, archive.meeting(punkt.meeting)).map(({ label, derived }) => `${label}${derived ? '*' : ''}`),
  ]
}

test.each([
  ['2026-01-06/punkt-1', 'approved hearing', 'Godkendt*', 'Sendt i høring*'],
  ['2026-01-06/punkt-2', 'postponed', 'Udsat'],
  ['2026-01-06/punkt-3', 'missing', 'Ingen beslutning'],
  ['2026-01-06/punkt-4', 'closed', 'Lukket punkt', 'Udsat'],
  ['2026-01-06/punkt-5', 'closed', 'Lukket punkt'],
])('%s is %s', (id, ...expected) => {
  expect(shown(id)).toEqual(expected)
})

test('what has not been treated yet is not called undecided', () => {
  expect(shown('2026-02-03/punkt-1')).toEqual(['missing', 'Ikke behandlet endnu'])
  expect(shown('2026-02-04/punkt-1')).toEqual(['missing', 'Mødet aflyst'])
})
