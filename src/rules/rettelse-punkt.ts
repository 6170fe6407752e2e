import { foldLabel } from '../referat/collation.ts'
import { MEETING, meetingText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const rettelsePunkt: Rule<'meeting'> = {
  id: 'rettelse-punkt',
  severity: 'warning',
  scope: 'meeting',
  about: 'En rettelse vises ved sit punkt, så punktet skal være på mødet.',
  good: [
    {
      name: 'a punkt that is there',
      files: { [MEETING]: meetingText('rettelser:\n  - { dato: 2025-10-07, type: sproglig, punkt: 2, tekst: En slåfejl. }') },
    },
  ],
  bad: [
    {
      name: 'a punkt that is not',
      files: { [MEETING]: meetingText('rettelser:\n  - { dato: 2025-10-07, type: sproglig, punkt: 12, tekst: En slåfejl. }') },
      finds: [{ file: MEETING, line: 5, message: 'Mødet har ikke et punkt "12".' }],
    },
  ],
  *check(meeting, { archive, at }) {
    const numbers = new Set(archive.punkterOf(meeting.id).map(({ number }) => foldLabel(number)))
    for (const [index, { punkt }] of meeting.rettelser.entries()) {
      if (punkt === undefined || numbers.has(foldLabel(punkt))) continue
      yield {
        ...at(meeting.file, ['rettelser', index, 'punkt']),
        message: `Mødet har ikke et punkt ${quote(punkt)}.`,
        hint: 'Skriv punktets nummer, eller slet punkt, hvis rettelsen gælder hele referatet.',
      }
    }
  },
}
