import { PUNKT, punktText } from './example-archive.ts'
import { personKey } from './presence.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const fravaerendeUkendt: Rule<'punkt'> = {
  id: 'fravaerende-ukendt',
  severity: 'warning',
  scope: 'punkt',
  about: 'Den, der ikke deltog i et punkt, skal kendes fra mødet.',
  good: [{ name: 'an attendee', files: { [PUNKT]: punktText('fraværende:\n  - { navn: Ida Engkær, grund: ankom senere }') } }],
  bad: [
    {
      name: 'a name misspelt',
      files: { [PUNKT]: punktText('fraværende:\n  - { navn: Ida Ængkær, grund: gik }') },
      finds: [{ file: PUNKT, line: 5, message: '"Ida Ængkær" er ikke blandt mødets deltagere.' }],
    },
  ],
  *check(punkt, { archive, at, presenceAt }) {
    if (punkt.absences.length === 0) return
    const { deltagere, members } = presenceAt(archive.meeting(punkt.meeting))
    if (deltagere.size === 0) return
    for (const [index, { name }] of punkt.absences.entries()) {
      const key = personKey(name)
      if (deltagere.has(key) || members.has(key)) continue
      yield {
        ...at(punkt.file, ['fraværende', index, 'navn']),
        message: `${quote(name)} er ikke blandt mødets deltagere.`,
        hint: 'Skriv navnet som i mødets index.md, eller tilføj personen der.',
      }
    }
  },
}
