import { formatDate } from '../referat/dato.ts'
import { MEETING, meetingText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const offentliggjortDato: Rule<'meeting'> = {
  id: 'offentliggjort-dato',
  severity: 'error',
  scope: 'meeting',
  about: 'Et referat kan ikke være offentliggjort, før mødet blev holdt.',
  good: [{ name: 'the week after', files: { [MEETING]: meetingText('offentliggjort: 2025-10-07') } }],
  bad: [
    {
      name: 'the day before',
      files: { [MEETING]: meetingText('offentliggjort: 2025-09-29') },
      finds: [{ file: MEETING, line: 4, message: 'Referatet er offentliggjort 29.\u00a0september 2025, før mødet blev holdt.' }],
    },
  ],
  *check(meeting, { at }) {
    if (meeting.published === undefined || meeting.published >= meeting.date) return
    yield {
      ...at(meeting.file, ['offentliggjort']),
      message: `Referatet er offentliggjort ${formatDate(meeting.published)}, før mødet blev holdt.`,
      hint: 'Skriv den dag, referatet blev lagt frem.',
    }
  },
}
