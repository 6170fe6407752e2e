import { BODY, bodyText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const medlemPeriode: Rule<'udvalg'> = {
  id: 'medlem-periode',
  severity: 'error',
  scope: 'udvalg',
  about: 'Et medlem træder ind, før det træder ud.',
  good: [{ name: 'a term', files: { [BODY]: bodyText('medlemmer:\n  - { navn: Ida Engkær, fra: 2022-01-01, til: 2025-12-31 }') } }],
  bad: [
    {
      name: 'the wrong way round',
      files: { [BODY]: bodyText('medlemmer:\n  - { navn: Ida Engkær, fra: 2025-12-31, til: 2022-01-01 }') },
      finds: [{ file: BODY, line: 5, message: 'Medlemmet "Ida Engkær" træder ud, før det træder ind.' }],
    },
  ],
  *check(udvalg, { at }) {
    for (const [index, { name, from, to }] of udvalg.members.entries()) {
      if (from === undefined || to === undefined || from <= to) continue
      yield {
        ...at(udvalg.file, ['medlemmer', index, 'til']),
        message: `Medlemmet ${quote(name)} træder ud, før det træder ind.`,
        hint: 'Byt om på fra og til, eller ret årstallet.',
      }
    }
  },
}
