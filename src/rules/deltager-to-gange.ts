import { DELTAGERE, MEETING, meetingText } from './example-archive.ts'
import { personKey } from './presence.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const deltagerToGange: Rule<'meeting'> = {
  id: 'deltager-to-gange',
  severity: 'warning',
  scope: 'meeting',
  about: 'Den samme person skal kun stå én gang, ellers tælles fremmødet forkert.',
  good: [{ name: 'each once', files: {} }],
  bad: [
    {
      name: 'present and with an apology',
      files: { [MEETING]: meetingText(`${DELTAGERE}\n  - { navn: Ida Engkær, parti: A, fremmøde: afbud }`) },
      finds: [{ file: MEETING, line: 11, message: '"Ida Engkær" står to gange blandt deltagerne.' }],
    },
  ],
  *check(meeting, { at }) {
    const seen = new Set<string>()
    for (const [index, { name }] of meeting.deltagere.entries()) {
      const key = personKey(name)
      if (seen.has(key))
        yield {
          ...at(meeting.file, ['deltagere', index, 'navn']),
          message: `${quote(name)} står to gange blandt deltagerne.`,
          hint: 'Slet den ene linje; er det to personer, så skriv mellemnavn eller titel.',
        }
      seen.add(key)
    }
  },
}
