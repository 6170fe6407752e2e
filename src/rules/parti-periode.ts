import { AUTHORITY, authorityText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

const TERM = /^(?:\d{4}\s*[-–]\s*(?:\d{4})?|[-–]\s*\d{4})$/

export const partiPeriode: Rule<'authority'> = {
  id: 'parti-periode',
  severity: 'warning',
  scope: 'authority',
  about: 'Partibogstaver skifter betydning fra valg til valg, så de står under den periode, de gælder for.',
  good: [
    {
      name: 'a term, one that is not over, and letters that always hold',
      files: {
        [AUTHORITY]: authorityText(
          'sagsnummer: [sbsys]\npartier:\n  2022-2025: { L: Listen }\n  2026-: { L: Landlisten }\n  A: Fjordlisten',
        ),
      },
    },
  ],
  bad: [
    {
      name: 'a term that cannot be read',
      files: { [AUTHORITY]: authorityText('sagsnummer: [sbsys]\npartier:\n  denne periode: { L: Listen }') },
      finds: [{ file: AUTHORITY, line: 6, message: '"denne periode" er ikke en periode.' }],
    },
  ],
  *check(authority, { atKey, dataOf }) {
    const written = dataOf(authority.file)['partier']
    if (typeof written !== 'object' || written === null) return
    for (const [key, names] of Object.entries(written)) {
      if (typeof names !== 'object' || TERM.test(key.trim())) continue
      yield {
        ...atKey(authority.file, ['partier', key]),
        message: `${quote(key)} er ikke en periode.`,
        hint: 'Skriv første og sidste år, for eksempel 2026-2029: { A: … }.',
      }
    }
  },
}
