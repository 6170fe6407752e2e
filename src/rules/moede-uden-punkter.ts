import type { Rule } from './rule.ts'

const EMPTY = 'fjordkoebing/byraadet/2025-10-28/index.md'

export const moedeUdenPunkter: Rule<'meeting'> = {
  id: 'moede-uden-punkter',
  severity: 'warning',
  scope: 'meeting',
  about: 'Et møde uden punkter er som regel glemt halvvejs; et aflyst møde har ingen.',
  good: [{ name: 'called off', files: { [EMPTY]: '---\ndato: 2025-10-28\nstatus: aflyst\n---\n' } }],
  bad: [
    {
      name: 'no punkter',
      files: { [EMPTY]: '---\ndato: 2025-10-28\nstatus: referat\n---\n' },
      finds: [{ file: EMPTY, line: 2, message: 'Mødet har ingen punkter.' }],
    },
  ],
  *check(meeting, { at }) {
    if (meeting.punkter.length > 0 || meeting.status === 'aflyst') return
    yield {
      ...at(meeting.file, ['dato']),
      message: 'Mødet har ingen punkter.',
      hint: 'Læg punkterne i mødets mappe som 01-titel.md og så videre; er mødet aflyst, så skriv status: aflyst.',
    }
  },
}
