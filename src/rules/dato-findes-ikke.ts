import { findDates } from '../referat/dato.ts'
import { CLOSED, closedText, MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const datoFindesIkke: Rule<'text'> = {
  id: 'dato-findes-ikke',
  severity: 'warning',
  scope: 'text',
  about: 'En dato, som kalenderen ikke har, er en slåfejl.',
  good: [{ name: 'a leap day', files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt. Fristen er den 29. februar 2024.') } }],
  bad: [
    {
      name: 'a day too many',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt.\nFristen er den 31. april 2026.') },
      finds: [{ file: PUNKT, line: 9, message: 'Datoen "31. april 2026" findes ikke.' }],
    },
    {
      name: 'in the title, and in the text of the meeting',
      files: {
        [PUNKT]: '---\ntitel: Høring til 30. februar 2026\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n',
        [MEETING]: meetingText('', 'Næste møde er 31.09.2025.'),
      },
      finds: [
        { file: PUNKT, line: 2, message: '"30. februar 2026"' },
        { file: MEETING, line: 6, message: '"31.09.2025"' },
      ],
    },
    {
      name: 'in a closed punkt, without its words',
      files: { [CLOSED]: closedText('', '## Åben beslutning\n\nUdsat til 31. april 2026.') },
      finds: [{ file: CLOSED, line: 8, message: 'Her står en dato, som ikke findes.' }],
    },
  ],
  *check(piece) {
    for (const { iso, start, end, text } of findDates(piece.text)) {
      if (iso !== undefined) continue
      const message = piece.secret ? 'Her står en dato, som ikke findes.' : `Datoen ${quote(text)} findes ikke.`
      yield { ...piece.place(start, end), message, hint: 'Ret datoen, hvis det er en slåfejl her og ikke i det, der citeres.' }
    }
  },
}
