import { PUNKT, punktText } from './example-archive.ts'
import { linksIn } from './links.ts'
import type { Rule } from './rule.ts'

export const linkTomt: Rule<'text'> = {
  id: 'link-tomt',
  severity: 'info',
  scope: 'text',
  about: 'Et link uden adresse, som det kommer ud af et sagssystem, fører ingen steder hen.',
  good: [{ name: 'an anchor', files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt, se [ovenfor](#beslutning).') } }],
  bad: [
    {
      name: 'nothing after the hash',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt, se [Notat](#).') },
      finds: [{ file: PUNKT, line: 8, message: 'Linket har ingen adresse og bliver vist som almindelig tekst.' }],
    },
  ],
  *check(piece) {
    for (const { href, place } of linksIn(piece)) {
      if (href !== '' && href !== '#') continue
      yield {
        ...place,
        message: 'Linket har ingen adresse og bliver vist som almindelig tekst.',
        hint: 'Skriv adressen, eller slet klammerne om ordene.',
      }
    }
  },
}
