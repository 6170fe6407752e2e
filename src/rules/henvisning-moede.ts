import { formatDate } from '../referat/dato.ts'
import { PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const henvisningMoede: Rule<'punkt'> = {
  id: 'henvisning-moede',
  severity: 'info',
  scope: 'punkt',
  about: 'En sag kan have været behandlet på et møde, som arkivet ikke har; henvisningen vises da uden link.',
  good: [{ name: 'a meeting that is there', files: {} }],
  bad: [
    {
      name: 'a meeting that is not',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Teknikudvalget, dato: 2024-01-09, punkt: 1 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Mødet i Teknikudvalget den 9.\u00a0januar 2024 er ikke i arkivet.' }],
    },
  ],
  *check(punkt, { archive }) {
    for (const { kind, reference } of archive.referencesFrom(punkt.id)) {
      if (kind !== 'body' || reference.origin !== 'frontmatter') continue
      const { file, line, column, endColumn, udvalg, dato } = reference
      yield {
        ...{ file, line, column, endColumn },
        message: `Mødet i ${udvalg} den ${formatDate(dato)} er ikke i arkivet.`,
        hint: 'Henvisningen vises uden link; se efter, om datoen er rigtig.',
      }
    }
  },
}
