import { PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const henvisningSigSelv: Rule<'punkt'> = {
  id: 'henvisning-sig-selv',
  severity: 'warning',
  scope: 'punkt',
  about: 'Et punkt er ikke sin egen tidligere behandling.',
  good: [
    {
      name: 'another punkt of the same meeting',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Byrådet, dato: 2025-09-30, punkt: 1 }') },
    },
  ],
  bad: [
    {
      name: 'itself',
      files: { [PUNKT]: punktText('tidligere:\n  - { udvalg: Byrådet, dato: 2025-09-30, punkt: 2 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Punktet henviser til sig selv.' }],
    },
  ],
  *check(punkt, { archive }) {
    for (const { target, reference } of archive.referencesFrom(punkt.id)) {
      if (target !== punkt.id || reference.origin !== 'frontmatter') continue
      const { file, line, column, endColumn } = reference
      yield {
        ...{ file, line, column, endColumn },
        message: 'Punktet henviser til sig selv.',
        hint: 'Ret datoen eller nummeret til den tidligere behandling, eller slet linjen.',
      }
    }
  },
}
