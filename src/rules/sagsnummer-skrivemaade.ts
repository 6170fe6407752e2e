import { EARLIER, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const sagsnummerSkrivemaade: Rule<'archive'> = {
  id: 'sagsnummer-skrivemaade',
  severity: 'info',
  scope: 'archive',
  about: 'Samme sag skrevet på to måder regnes for én sag, men læses lettere, når skrivemåden er den samme.',
  good: [{ name: 'one spelling', files: {} }],
  bad: [
    {
      name: 'with and without the hyphen',
      files: { [PUNKT]: punktText('sagsnummer: 05.05.00P20-4-25') },
      finds: [{ file: PUNKT, line: 4, message: `Sagsnummeret er skrevet "05.05.00P20-4-25" her og "05.05.00-P20-4-25" i ${EARLIER}.` }],
    },
  ],
  *check(archive, { at }) {
    for (const sag of archive.sager) {
      const punkter = sag.punkter.map(archive.punkt).filter((punkt) => !punkt.closed)
      const first = punkter[0]
      const other = punkter.find((punkt) => punkt.sagsnummer?.written !== first?.sagsnummer?.written)
      if (!first || !other) continue
      yield {
        ...at(other.file, ['sagsnummer']),
        message: `Sagsnummeret er skrevet "${other.sagsnummer?.written}" her og "${first.sagsnummer?.written}" i ${first.file}.`,
        hint: 'Arkivet regner det for samme sag; vælg gerne én skrivemåde.',
      }
    }
  },
}
