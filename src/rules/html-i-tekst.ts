import { MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'
import { marksOutsideCode } from './text-marks.ts'

const TAG = /(?<!\\)<(?:\/?[a-z][a-z0-9]*(?:\s[^<>\n]*)?\/?>|!--)/gi

export const htmlITekst: Rule<'text'> = {
  id: 'html-i-tekst',
  severity: 'warning',
  scope: 'text',
  about: 'HTML-koder i teksten bliver ikke brugt, men vist, som de står.',
  good: [
    {
      name: 'an address in angle brackets, a comparison',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt. Se <https://skole.example/sti>. Når a < b og b > c.') },
    },
    { name: 'a code', files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt. Skriv `<b>` i skemaet.') } },
    { name: 'marks of template languages are only letters', files: { [MEETING]: meetingText('', '{{ titel }} og {% raw %}') } },
  ],
  bad: [
    {
      name: 'a tag',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt.<br>\nMed <b class="x">vilkår</b>.') },
      finds: [
        { file: PUNKT, line: 8, message: '"<br>" er HTML og bliver vist, som det står.' },
        { file: PUNKT, line: 9, message: '"<b class="x">"' },
        { file: PUNKT, line: 9, message: '"</b>"' },
      ],
    },
    {
      name: 'a comment',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt.\n\n<!-- tjek prisen -->') },
      finds: [{ file: PUNKT, line: 10, message: 'En HTML-kommentar bliver vist for alle.' }],
    },
  ],
  *check(piece) {
    if (piece.field || !piece.text.includes('<')) return
    for (const { start, end, text } of marksOutsideCode(piece.text, TAG)) {
      const comment = text.startsWith('<!--')
      const message = comment
        ? 'En HTML-kommentar bliver vist for alle.'
        : piece.secret
          ? 'Her står HTML, som bliver vist, som det står.'
          : `${quote(text)} er HTML og bliver vist, som det står.`
      yield {
        ...piece.place(start, end),
        message,
        hint: comment ? 'Slet den.' : 'Slet koden, eller brug Markdown: **fed**, *kursiv*, en tom linje mellem afsnit.',
      }
    }
  },
}
