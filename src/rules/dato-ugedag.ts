import { foldLabel } from '../referat/collation.ts'
import { findDates, formatDate, weekdayOf } from '../referat/dato.ts'
import { CLOSED, closedText, PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const datoUgedag: Rule<'text'> = {
  id: 'dato-ugedag',
  severity: 'warning',
  scope: 'text',
  about: 'Passer ugedagen ikke til datoen, er en af dem forkert, og læseren ved ikke hvilken.',
  good: [{ name: 'they agree', files: { [PUNKT]: punktText('', '## Beslutning\n\nUdsat til tirsdag den 7. oktober 2025.') } }],
  bad: [
    {
      name: 'they do not',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nUdsat til mandag den 7. oktober 2025.') },
      finds: [{ file: PUNKT, line: 8, message: '"mandag den 7. oktober 2025": den 7.\u00a0oktober 2025 er en tirsdag.' }],
    },
    {
      name: 'in a closed punkt, without its words',
      files: { [CLOSED]: closedText('', '## Åben beslutning\n\nUdsat til mandag den 7. oktober 2025.') },
      finds: [{ file: CLOSED, line: 8, message: 'Ugedag og dato passer ikke sammen.' }],
    },
  ],
  *check(piece) {
    for (const { iso, weekday, start, end, text } of findDates(piece.text)) {
      if (iso === undefined || weekday === undefined || foldLabel(weekday) === foldLabel(weekdayOf(iso))) continue
      const message = piece.secret
        ? 'Ugedag og dato passer ikke sammen.'
        : `${quote(text)}: den ${formatDate(iso)} er en ${weekdayOf(iso)}.`
      yield { ...piece.place(start, end), message, hint: 'Ret ugedagen eller datoen.' }
    }
  },
}
