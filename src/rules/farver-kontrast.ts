import { contrastRatio, formatContrast, MARK_CONTRAST, TEXT_CONTRAST } from '../referat/contrast.ts'
import { AUTHORITY, authorityText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const farverKontrast: Rule<'authority'> = {
  id: 'farver-kontrast',
  severity: 'error',
  scope: 'authority',
  about: 'Hvid tekst skal kunne læses på myndighedens farve, også af den, der ser dårligt.',
  good: [
    {
      name: 'white on dark blue, light green on it',
      files: { [AUTHORITY]: authorityText('farver: { primær: "#0B3B4C", accent: 8fd6b0 }') },
    },
    { name: 'one colour', files: { [AUTHORITY]: authorityText('farver: { primær: "#4a1d5c" }') } },
  ],
  bad: [
    {
      name: 'white on orange',
      files: { [AUTHORITY]: authorityText('farver: { primær: "#f08030" }') },
      finds: [{ file: AUTHORITY, line: 4, message: 'Hvid tekst på primær "#f08030" har en kontrast på 2,6.' }],
    },
    {
      name: 'an accent that drowns',
      files: { [AUTHORITY]: authorityText('farver:\n  primær: "#0b3b4c"\n  accent: "#1f5a6d"') },
      finds: [{ file: AUTHORITY, line: 6, message: 'Accenten "#1f5a6d" har en kontrast på 1,5 mod primær.' }],
    },
  ],
  *check({ file, colours }, { at }) {
    if (!colours) return
    const text = contrastRatio(colours.primary, '#ffffff')
    if (text < TEXT_CONTRAST)
      yield {
        ...at(file, ['farver', 'primær']),
        message: `Hvid tekst på primær "${colours.primary}" har en kontrast på ${formatContrast(text)}.`,
        hint: `Vælg en mørkere farve. Kontrasten skal være mindst ${TEXT_CONTRAST}.`,
      }
    const mark = colours.accent === undefined ? MARK_CONTRAST : contrastRatio(colours.primary, colours.accent)
    if (mark < MARK_CONTRAST)
      yield {
        ...at(file, ['farver', 'accent']),
        message: `Accenten "${colours.accent}" har en kontrast på ${formatContrast(mark)} mod primær.`,
        hint: `Vælg en lysere farve. Kontrasten skal være mindst ${MARK_CONTRAST}.`,
      }
  },
}
