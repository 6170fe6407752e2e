import { PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const bilagAdgang: Rule<'punkt'> = {
  id: 'bilag-adgang',
  severity: 'warning',
  scope: 'punkt',
  about: 'En fil bliver kun udgivet, når der står adgang: åben ved den.',
  good: [{ name: 'a title without a file', files: { [PUNKT]: punktText('bilag:\n  - { titel: Kort }') } }],
  bad: [
    {
      name: 'a file without adgang',
      files: { [PUNKT]: punktText('bilag:\n  - { titel: Kort, fil: bilag/kort.pdf }') },
      finds: [{ file: PUNKT, line: 5, message: 'Bilaget bliver ikke udgivet, for adgang mangler.' }],
    },
  ],
  *check(punkt, { at, dataOf }) {
    if (punkt.bilag.every(({ file, open }) => open || file === undefined)) return
    const written = dataOf(punkt.file)['bilag']
    for (const [index, { file, open }] of punkt.bilag.entries()) {
      const entry: unknown = Array.isArray(written) ? written[index] : undefined
      if (open || file === undefined || (typeof entry === 'object' && entry !== null && 'adgang' in entry && entry.adgang !== '')) continue
      yield {
        ...at(punkt.file, ['bilag', index]),
        message: 'Bilaget bliver ikke udgivet, for adgang mangler.',
        hint: 'Skriv adgang: åben, hvis alle må læse det, ellers adgang: lukket.',
      }
    }
  },
}
