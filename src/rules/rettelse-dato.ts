import { formatDate } from '../referat/dato.ts'
import { MEETING, meetingText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const rettelseDato: Rule<'meeting'> = {
  id: 'rettelse-dato',
  severity: 'error',
  scope: 'meeting',
  about: 'Et referat kan ikke være rettet, før mødet blev holdt.',
  good: [
    {
      name: 'the week after',
      files: { [MEETING]: meetingText('rettelser:\n  - { dato: 2025-10-07, type: sproglig, tekst: En slåfejl. }') },
    },
  ],
  bad: [
    {
      name: 'the year before',
      files: { [MEETING]: meetingText('rettelser:\n  - { dato: 2024-10-07, type: sproglig, tekst: En slåfejl. }') },
      finds: [{ file: MEETING, line: 5, message: 'Rettelsen er dateret 7.\u00a0oktober 2024, før mødet blev holdt.' }],
    },
  ],
  *check(meeting, { at }) {
    for (const [index, { date }] of meeting.rettelser.entries()) {
      if (date >= meeting.date) continue
      yield {
        ...at(meeting.file, ['rettelser', index, 'dato']),
        message: `Rettelsen er dateret ${formatDate(date)}, før mødet blev holdt.`,
        hint: 'Skriv den dag, rettelsen blev foretaget.',
      }
    }
  },
}
