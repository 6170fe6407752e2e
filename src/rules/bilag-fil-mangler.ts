import { nearest } from '../referat/schema/read-fields.ts'
import { isInsideBilag } from './bilag-fil-sted.ts'
import { EARLIER } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

function earlier(bilag: string): string {
  return `---\ntitel: Cykelsti ved skolen\nadgang: åben\nbilag:\n  - ${bilag}\n---\n\n## Beslutning\n\nAnbefales.\n`
}

export const bilagFilMangler: Rule<'punkt'> = {
  id: 'bilag-fil-mangler',
  severity: 'error',
  scope: 'punkt',
  about: 'Et bilag, der skal udgives, skal være der.',
  good: [
    {
      name: 'a closed attachment is best left out of the folder',
      files: { [EARLIER]: earlier('{ titel: Kontrakt, fil: bilag/kontrakt.pdf, adgang: lukket }') },
    },
  ],
  bad: [
    {
      name: 'misspelt',
      files: { [EARLIER]: earlier('{ titel: Tælling, fil: bilag/trafiktælling.pdf, adgang: åben }') },
      finds: [{ file: EARLIER, line: 5, message: 'Filen "bilag/trafiktælling.pdf" findes ikke i mødets mappe.' }],
    },
  ],
  *check(punkt, { at, bilagOf }) {
    for (const [index, { file, open, bytes }] of punkt.bilag.entries()) {
      if (file === undefined || !open || bytes !== undefined || !isInsideBilag(file)) continue
      const near = nearest(file, bilagOf(punkt.meeting))
      yield {
        ...at(punkt.file, ['bilag', index, 'fil']),
        message: `Filen ${quote(file)} findes ikke i mødets mappe.`,
        hint: near ? `Mente du "${near}"?` : 'Læg filen på plads, eller slet fil: og nøjes med bilagets titel.',
      }
    }
  },
}
