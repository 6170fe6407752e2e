import { PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

const TWIN = 'fjordkoebing/byraadet/2025-09-30/04-fortov.md'

export const punktNummer: Rule<'meeting'> = {
  id: 'punkt-nummer',
  severity: 'error',
  scope: 'meeting',
  about: 'Punktets nummer er dets adresse i mødet, så to punkter kan ikke have samme nummer.',
  good: [{ name: 'numbers that run on from the year', files: { [PUNKT]: punktText('nummer: 571'), [TWIN]: punktText('nummer: 572') } }],
  bad: [
    {
      name: 'a number given twice',
      files: { [PUNKT]: punktText('nummer: 4'), [TWIN]: punktText() },
      finds: [{ file: TWIN, line: 1, message: 'Punktet har samme nummer, 4, som 02-cykelsti.md.' }],
    },
    {
      name: 'upper and lower case',
      files: { [PUNKT]: punktText('nummer: 5a'), [TWIN]: punktText('nummer: 5A') },
      finds: [{ file: TWIN, line: 4, message: 'Punktet har samme nummer, 5A, som 02-cykelsti.md.' }],
    },
  ],
  *check(meeting, { archive, at }) {
    const taken = new Map<string, (typeof archive.punkter)[number]>()
    for (const punkt of archive.punkterOf(meeting.id)) {
      const first = taken.get(punkt.id)
      taken.set(punkt.id, first ?? punkt)
      if (!first || first.order === punkt.order) continue
      const number = punkt.closed ? '' : `, ${punkt.number.length > 20 ? quote(punkt.number) : punkt.number},`
      yield {
        ...at(punkt.file, ['nummer']),
        message: `Punktet har samme nummer${number} som ${fileName(first.file)}.`,
        hint: 'Giv et af dem et andet nummer, eller slet det, hvis det er det samme punkt to gange.',
      }
    }
  },
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
