import type { Archive } from '../archive/archive.ts'
import { nearest } from '../referat/schema/read-fields.ts'
import { PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Remark, Rule } from './rule.ts'

export const henvisningUdvalg: Rule<'punkt'> = {
  id: 'henvisning-udvalg',
  severity: 'warning',
  scope: 'punkt',
  about: 'Felterne tidligere og videre til nævner et udvalg, som myndigheden har i arkivet; andre vises uden link.',
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
    {
      name: 'sent on to a misspelt body',
      files: { [PUNKT]: punktText('videre til: [Byrådet, Teknikudvaget]') },
      finds: [{ file: PUNKT, line: 4, message: 'Udvalget "Teknikudvaget" findes ikke i arkivet.' }],
    },
  ],
  *check(punkt, { archive, at }) {
    const { authority } = archive.meeting(punkt.meeting)
    for (const { kind, reference } of archive.referencesFrom(punkt.id)) {
      if (kind !== 'unknown' || reference.origin !== 'frontmatter') continue
      const { file, line, column, endColumn, udvalg } = reference
      yield { file, line, column, endColumn, ...unknownBody(archive, authority, udvalg) }
    }
    for (const [index, name] of punkt.forwardedTo.entries()) {
      if (archive.findBody(authority, name)) continue
      yield { ...at(punkt.file, ['videre til', index]), ...unknownBody(archive, authority, name) }
    }
  },
}

/** Far from every name it is hardly a slip of the pen: many a directorate has no minutes in the archive. */
function unknownBody(archive: Archive, authority: string, name: string): Pick<Remark, 'severity' | 'message' | 'hint'> {
  const near = nearest(
    name,
    archive.bodiesOf(authority).flatMap((body) => [body.name, ...body.aliases]),
  )
  return {
    severity: near ? 'warning' : 'info',
    message: `Udvalget ${quote(name)} findes ikke i arkivet.`,
    hint: near
      ? `Mente du "${near}"?`
      : 'Henvisningen vises uden link; er udvalget i arkivet under et andet navn, så føj dette til dets aliaser.',
  }
}
