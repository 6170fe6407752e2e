import { formatDate } from '../referat/dato.ts'
import { PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const henvisningSenere: Rule<'punkt'> = {
  id: 'henvisning-senere',
  severity: 'warning',
  scope: 'punkt',
  about: 'En tidligere behandling ligger før mødet; det, der kom efter, finder arkivet selv.',
  good: [{ name: 'the same day', files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Teknikudvalget, dato: 2025-09-30 }') } }],
  bad: [
    {
      name: 'the month after',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Teknikudvalget, dato: 2025-10-10 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Den tidligere behandling, 10.\u00a0oktober 2025, ligger efter mødet.' }],
    },
  ],
  *check(punkt, { archive }) {
    const { date } = archive.meeting(punkt.meeting)
    for (const { file, line, column, endColumn, origin, dato } of punkt.references) {
      if (origin !== 'frontmatter' || dato <= date) continue
      yield {
        ...{ file, line, column, endColumn },
        message: `Den tidligere behandling, ${formatDate(dato)}, ligger efter mødet.`,
        hint: 'Ret datoen; en senere behandling skal ikke skrives her.',
      }
    }
  },
}
