import { historyCircles } from '../archive/circles.ts'
import { EARLIER, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

const back = (dato: string, udvalg: string): string =>
  `---\ntitel: Cykelsti ved skolen\nadgang: åben\nsagsnummer: 05.05.00-P20-4-25\ntidligere:\n  - { udvalg: ${udvalg}, dato: ${dato}, punkt: 2 }\n---\n\n## Beslutning\n\nAnbefales.\n`

export const henvisningRing: Rule<'archive'> = {
  id: 'henvisning-ring',
  severity: 'warning',
  scope: 'archive',
  about: 'To behandlinger kan ikke begge være den tidligste; henvisninger i ring gør sagens forløb til volapyk.',
  good: [{ name: 'a history with a beginning', files: {} }],
  bad: [
    {
      name: 'each the earlier treatment of the other',
      files: {
        [PUNKT]: punktText('sagsnummer: 05.05.00-P20-4-25\ntidligere:\n  - { udvalg: Teknikudvalget, dato: 2025-09-10, punkt: 1 }'),
        [EARLIER]: back('2025-09-30', 'Byrådet'),
      },
      finds: [{ file: EARLIER, line: 6, message: 'Henvisningerne går i ring' }],
    },
  ],
  *check(archive) {
    for (const circle of historyCircles(archive)) {
      const members = new Set(circle)
      const dateOf = (id: string): string => archive.meeting(archive.punkt(id).meeting).date
      // The reference that leads forward in time is the one to look at; on one day any of them.
      const references = circle
        .flatMap((id) => archive.referencesFrom(id))
        .filter(({ target, from }) => target !== undefined && target !== from && members.has(target))
        .sort((a, b) => (dateOf(a.from) < dateOf(b.from) ? -1 : dateOf(a.from) > dateOf(b.from) ? 1 : a.from < b.from ? -1 : 1))
      const first = references.find(({ from, target }) => target !== undefined && dateOf(target) > dateOf(from)) ?? references[0]
      if (!first) continue
      const { file, line, column, endColumn, label } = first.reference
      yield {
        ...{ file, line, column, endColumn },
        message: `Henvisningerne går i ring over ${circle.length} punkter: Denne fører til ${label}, som fører tilbage hertil.`,
        hint: 'Lad kun det senere punkt henvise til det tidligere; det, der kom efter, finder arkivet selv.',
      }
    }
  },
}
