import { nearest } from '../referat/schema/read-fields.ts'
import { SECTION_LABELS } from '../referat/section.ts'
import { PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

const LABELS = Object.values(SECTION_LABELS).flat()

export const afsnitUkendt: Rule<'punkt'> = {
  id: 'afsnit-ukendt',
  severity: 'info',
  scope: 'punkt',
  about: 'En overskrift, som arkivet ikke kender, bliver vist, men afsnittet kan ikke findes sammen med andre af samme slags.',
  good: [
    { name: 'known labels, however written', files: { [PUNKT]: punktText('', '## RESUME:\n\nEn sti.\n\n## Beslutning\n\nGodkendt.') } },
  ],
  bad: [
    {
      name: 'misspelt',
      files: { [PUNKT]: punktText('', '## Beslutning\n\nGodkendt.\n\n## Sagfremstilling\n\nEn sti.') },
      finds: [{ file: PUNKT, line: 10, message: 'Overskriften "Sagfremstilling" er ikke en af de kendte.' }],
    },
  ],
  *check(punkt) {
    for (const { key, heading, line } of punkt.sections) {
      if (key !== 'other' || heading === '' || punkt.closed) continue
      const near = nearest(heading, LABELS)
      yield {
        ...{ file: punkt.file, line, column: 1, endColumn: heading.length + 4 },
        message: `Overskriften ${quote(heading)} er ikke en af de kendte.`,
        hint: near ? `Mente du "${near}"?` : 'Den bliver vist, som den er; er den et underafsnit, så brug tre havelåger: ###.',
      }
    }
  },
}
