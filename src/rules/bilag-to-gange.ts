import { BILAG, EARLIER } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

const SECOND = 'fjordkoebing/teknikudvalget/2025-09-10/02-fortov.md'

function punkt(...bilag: string[]): string {
  return `---\ntitel: Cykelsti og fortov\nadgang: åben\nbilag:\n${bilag.map((line) => `  - ${line}\n`).join('')}---\n\n## Beslutning\n\nAnbefales.\n`
}

export const bilagToGange: Rule<'meeting'> = {
  id: 'bilag-to-gange',
  severity: 'warning',
  scope: 'meeting',
  about: 'En fil skal kun nævnes én gang i et punkt, og den kan ikke være både åben og lukket.',
  good: [
    {
      name: 'one file for two punkter',
      files: { [SECOND]: punkt('{ titel: Tælling, fil: bilag/trafiktaelling.pdf, adgang: åben }'), [BILAG]: 'pdf' },
    },
  ],
  bad: [
    {
      name: 'twice in a punkt',
      files: {
        [EARLIER]: punkt(
          '{ titel: Tælling, fil: bilag/trafiktaelling.pdf, adgang: åben }',
          '{ titel: Notat, fil: bilag/trafiktaelling.pdf, adgang: åben }',
        ),
      },
      finds: [{ file: EARLIER, line: 6, message: 'Filen "bilag/trafiktaelling.pdf" er nævnt to gange i punktet.' }],
    },
    {
      name: 'open here, closed there',
      files: { [SECOND]: punkt('{ titel: Tælling, fil: bilag/trafiktaelling.pdf, adgang: lukket }') },
      finds: [{ file: SECOND, line: 5, message: 'Filen "bilag/trafiktaelling.pdf" er lukket her, men åben i 01-cykelsti.md.' }],
    },
  ],
  *check(meeting, { archive, at }) {
    const open = new Map<string, string>()
    const punkter = archive.punkterOf(meeting.id)
    for (const { bilag, file: source } of punkter) {
      for (const { file, open: isOpen } of bilag) if (file !== undefined && isOpen) open.set(file, open.get(file) ?? source)
    }
    for (const { bilag, file: source } of punkter) {
      const seen = new Set<string>()
      for (const [index, { file, open: isOpen }] of bilag.entries()) {
        if (file === undefined) continue
        const place = at(source, ['bilag', index, 'fil'])
        const openIn = open.get(file)
        if (!isOpen && openIn !== undefined) {
          yield {
            ...place,
            severity: 'error',
            message: `Filen ${quote(file)} er lukket her, men åben i ${openIn.slice(openIn.lastIndexOf('/') + 1)}.`,
            hint: 'Giv den samme adgang begge steder; er den lukket, så slet den helst af mappen.',
          }
        } else if (seen.has(file))
          yield { ...place, message: `Filen ${quote(file)} er nævnt to gange i punktet.`, hint: 'Slet den ene linje, eller ret filnavnet.' }
        seen.add(file)
      }
    }
  },
}
