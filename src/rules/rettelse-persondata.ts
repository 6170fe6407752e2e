import { MEETING, meetingText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const rettelsePersondata: Rule<'meeting'> = {
  id: 'rettelse-persondata',
  severity: 'error',
  scope: 'meeting',
  about: 'Når persondata er fjernet, må de ikke stå igen i listen over rettelser.',
  good: [
    {
      name: 'what was done, not what stood there',
      files: { [MEETING]: meetingText('rettelser:\n  - { dato: 2025-10-10, type: persondata, tekst: Et navn er fjernet. }') },
    },
    {
      name: 'another kind',
      files: {
        [MEETING]: meetingText(
          'rettelser:\n  - { dato: 2025-10-10, type: faktuel, tekst: Beløbet er rettet., før: 10 kr., efter: 20 kr. }',
        ),
      },
    },
  ],
  bad: [
    {
      name: 'before and after',
      files: {
        [MEETING]: meetingText(
          'rettelser:\n  - dato: 2025-10-10\n    type: persondata\n    tekst: Et navn er fjernet.\n    før: Hans Hansen\n    efter: En borger',
        ),
      },
      finds: [
        { file: MEETING, line: 8, message: 'En rettelse af persondata må ikke vise, hvad der stod før.' },
        { file: MEETING, line: 9, message: 'En rettelse af persondata må ikke vise, hvad der står efter.' },
      ],
    },
  ],
  *check(meeting, { atKey, dataOf, mayHold }) {
    // A backslash may spell the word in another way.
    if (!mayHold(meeting.file, /persondata|\\/)) return
    const written = dataOf(meeting.file)['rettelser']
    if (!Array.isArray(written)) return
    for (const [index, rettelse] of written.entries()) {
      if (typeof rettelse !== 'object' || rettelse === null || rettelse.type !== 'persondata') continue
      for (const [key, shows] of [
        ['før', 'stod før'],
        ['efter', 'står efter'],
      ] as const) {
        if (!rettelse[key]) continue
        yield {
          ...atKey(meeting.file, ['rettelser', index, key]),
          message: `En rettelse af persondata må ikke vise, hvad der ${shows}.`,
          hint: 'Slet feltet, også af filens historik, og skriv i tekst, hvad der er gjort.',
        }
      }
    }
  },
}
