import { formatDate } from '../referat/dato.ts'
import { PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const henvisningPunkt: Rule<'punkt'> = {
  id: 'henvisning-punkt',
  severity: 'warning',
  scope: 'punkt',
  about: 'En henvisning til et punkt, som mødet ikke har, fører læseren til det forkerte sted.',
  good: [
    {
      name: 'a punkt that is there',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Udvalget for Teknik, dato: 2025-09-10, punkt: 1 }') },
    },
  ],
  bad: [
    {
      name: 'in the head',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Teknikudvalget, dato: 2025-09-10, punkt: 8 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Mødet i Teknikudvalget den 10.\u00a0september 2025 har ikke et punkt 8.' }],
    },
    {
      name: 'in the text',
      files: {
        [PUNKT]: punktText(
          '',
          '## Beslutning\n\nGodkendt.\n\n### Beslutning fra Teknikudvalget, den 10. september 2025, punkt 8\n\nAnbefales.',
        ),
      },
      finds: [{ file: PUNKT, line: 10, message: 'har ikke et punkt 8' }],
    },
  ],
  *check(punkt, { archive }) {
    for (const { kind, reference } of archive.referencesFrom(punkt.id)) {
      if (kind !== 'meeting' || reference.punkt === undefined) continue
      const { file, line, column, endColumn, udvalg, dato } = reference
      yield {
        ...{ file, line, column, endColumn },
        message: `Mødet i ${udvalg} den ${formatDate(dato)} har ikke et punkt ${reference.punkt.length > 20 ? quote(reference.punkt) : reference.punkt}.`,
        hint: 'Ret datoen eller punktets nummer; henvisningen fører ellers kun til mødet.',
      }
    }
  },
}
