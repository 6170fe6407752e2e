import { nearest } from '../referat/schema/read-fields.ts'
import { PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const henvisningUdvalg: Rule<'punkt'> = {
  id: 'henvisning-udvalg',
  severity: 'warning',
  scope: 'punkt',
  about: 'Feltet tidligere nævner et udvalg, som myndigheden har i arkivet; andre vises uden link.',
  good: [
    { name: 'an alias', files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: udvalget for teknik, dato: 2025-09-10 }') } },
    {
      name: 'prose may name anybody',
      files: {
        [PUNKT]: punktText('', '## Beslutning\n\nGodkendt.\n\n### Beslutning fra Det Lokale Råd, den 3. juni 2025, punkt 2\n\nAnbefales.'),
      },
    },
  ],
  bad: [
    {
      name: 'misspelt',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Teknikudvaget, dato: 2025-09-10, punkt: 1 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Udvalget "Teknikudvaget" findes ikke i arkivet.' }],
    },
    {
      name: 'a body that has no minutes here',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Direktionen, dato: 2025-09-10, punkt: 1 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Udvalget "Direktionen" findes ikke i arkivet.' }],
    },
  ],
  *check(punkt, { archive }) {
    for (const { kind, reference } of archive.referencesFrom(punkt.id)) {
      if (kind !== 'unknown' || reference.origin !== 'frontmatter') continue
      const { file, line, column, endColumn, udvalg } = reference
      const bodies = archive.bodiesOf(archive.meeting(punkt.meeting).authority)
      const near = nearest(
        udvalg,
        bodies.flatMap((body) => [body.name, ...body.aliases]),
      )
      yield {
        ...{ file, line, column, endColumn },
        // Far from every name it is hardly a slip of the pen: many a directorate has no minutes in the archive.
        severity: near ? 'warning' : 'info',
        message: `Udvalget ${quote(udvalg)} findes ikke i arkivet.`,
        hint: near
          ? `Mente du "${near}"?`
          : 'Henvisningen vises uden link; er udvalget i arkivet under et andet navn, så føj dette til dets aliaser.',
      }
    }
  },
}
