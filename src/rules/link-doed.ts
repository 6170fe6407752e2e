import { BILAG, CLOSED, closedText, EARLIER, PUNKT, punktText, SITE } from './example-archive.ts'
import { type LinkTarget, linkTarget } from './link-target.ts'
import { decoded, linksIn } from './links.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

const FAULTS: Readonly<Record<Exclude<LinkTarget, 'fine'>, readonly [message: string, hint: string]>> = {
  missing: [
    'fører ingen steder hen.',
    'Skriv vejen til filen: ../2026-03-03/04-titel.md er et punkt i samme udvalg, bilag/navn.pdf et bilag til mødet.',
  ],
  unpublished: ['fører til en fil, som ikke bliver udgivet.', 'Skriv filen under bilag i et punkt med adgang: åben, eller slet linket.'],
  draft: ['fører til en kladde, som ikke bliver udgivet.', 'Slet linket, eller udgiv også det andet møde.'],
}

function linked(address: string): string {
  return punktText('', `## Beslutning\n\nGodkendt, se [her](${address}).`)
}

export const linkDoed: Rule<'text'> = {
  id: 'link-doed',
  severity: 'error',
  scope: 'text',
  about: 'Et link inden for arkivet skal føre til en fil eller en side, der bliver udgivet.',
  good: [
    { name: 'a punkt, by its file', files: { [PUNKT]: linked('../../teknikudvalget/2025-09-10/01-cykelsti.md#beslutning') } },
    { name: 'a meeting, from the root', files: { [PUNKT]: linked('/fjordkoebing/teknikudvalget/2025-09-10/') } },
    { name: 'an attachment', files: { [PUNKT]: linked('../../teknikudvalget/2025-09-10/bilag/trafiktaelling.pdf') } },
    {
      name: 'a meeting and a body, from the front page',
      files: {
        [SITE]:
          '---\ntitel: Referater\nurl: https://referater.example\nbeskrivelse: Alle.\n---\n\nSe [mødet](fjordkoebing/byraadet/2025-09-30/index.md) og [byrådet](fjordkoebing/byraadet/).\n',
      },
    },
    {
      name: 'out of the archive',
      files: {
        [PUNKT]: punktText('', '## Beslutning\n\nGodkendt, se [her](https://skole.example/sti) og [her](mailto:post@skole.example).'),
      },
    },
  ],
  bad: [
    {
      name: 'a file that is not there',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt,\nse [planen](../2025-09-30/07-fortov.md).') },
      finds: [{ file: PUNKT, line: 9, message: 'Linket "../2025-09-30/07-fortov.md" fører ingen steder hen.' }],
    },
    {
      name: 'an attachment that is not published',
      files: { [EARLIER]: linked('bilag/trafiktaelling.pdf'), [BILAG]: 'pdf' },
      finds: [{ file: EARLIER, line: 8, message: 'Linket "bilag/trafiktaelling.pdf" fører til en fil, som ikke bliver udgivet.' }],
    },
    {
      name: 'a draft',
      files: {
        [PUNKT]: linked('../2025-10-28/index.md'),
        'fjordkoebing/byraadet/2025-10-28/index.md': '---\ndato: 2025-10-28\nstatus: kladde\n---\n',
      },
      finds: [{ file: PUNKT, line: 8, message: 'Linket "../2025-10-28/index.md" fører til en kladde, som ikke bliver udgivet.' }],
    },
    {
      name: 'above the content folder',
      files: { [PUNKT]: linked('../../../../andet.md') },
      finds: [{ file: PUNKT, message: 'fører ingen steder hen' }],
    },
    {
      name: 'an address nobody answers',
      files: { [PUNKT]: linked('/fjordkoebing/byraadet/2025-09-30/punkt-9/') },
      finds: [{ file: PUNKT, message: 'fører ingen steder hen' }],
    },
    {
      name: 'a closed punkt, without its words',
      files: { [CLOSED]: closedText('', '## Åben beslutning\n\nSolgt, se [skødet](skoede-hansen.pdf).') },
      finds: [{ file: CLOSED, line: 8, message: 'Linket fører ingen steder hen.' }],
    },
  ],
  *check(piece, context) {
    for (const { href, place } of linksIn(piece)) {
      const target = linkTarget(href, piece.file, context)
      if (target === 'fine') continue
      const [message, hint] = FAULTS[target]
      yield { ...place, message: `Linket ${piece.secret ? '' : `${quote(decoded(href))} `}${message}`, hint }
    }
  },
}
