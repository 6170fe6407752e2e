import { expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from '../publish/small-archive.ts'
import { meetingView } from '../publish/views/meeting.ts'
import { withMeeting } from './one-meeting.ts'

const DATES = ['2026-01-06', '2026-02-03', '2026-03-03']
const archive = smallArchive(
  Object.fromEntries(
    DATES.flatMap((date) => [
      [`soeby/byraadet/${date}/index.md`, meetingFile(date)],
      [`soeby/byraadet/${date}/01-sti.md`, punktFile('Sti', '', 'Godkendt.')],
    ]),
  ),
)

test('a meeting that was saved a moment ago stands between the same meetings as before', () => {
  const saved = { ...archive.meeting('soeby/byraadet/2026-02-03'), place: 'Rådhuset' }
  const now = withMeeting(archive, saved, archive.punkterOf(saved.id))
  const view = meetingView(now, saved)
  expect(view).toMatchObject({ place: 'Rådhuset', previous: { date: '2026-01-06' }, next: { date: '2026-03-03' } })
})
