import { PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'
import { marksOutsideCode } from './text-marks.ts'

const UNSAFE = /\]\(\s*<?\s*(?:javascript|vbscript|data|file):[^)\s]*/gi

export const linkVisesIkke: Rule<'text'> = {
  id: 'link-vises-ikke',
  severity: 'warning',
  scope: 'text',
  about: 'Adresser, der kører kode eller peger ind i en maskine, bliver ikke til links.',
  good: [{ name: 'a web address', files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt, se [skolen](https://skole.example).') } }],
  bad: [
    {
      name: 'a script and a file on a disk',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt, se [her](javascript:alert(1))\nog [her](file:///C:/sag.docx).') },
      finds: [
        { file: PUNKT, line: 8, message: 'Adressen vises ikke som link.' },
        { file: PUNKT, line: 9, message: 'Adressen vises ikke som link.' },
      ],
    },
  ],
  *check(piece) {
    if (piece.field || !piece.text.includes('](')) return
    for (const { start, end } of marksOutsideCode(piece.text, UNSAFE)) {
      yield {
        ...piece.place(start + 2, end),
        message: 'Adressen vises ikke som link.',
        hint: 'Brug en adresse, der begynder med https://, eller læg filen som bilag.',
      }
    }
  },
}
