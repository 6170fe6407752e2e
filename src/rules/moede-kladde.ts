import { MEETING, meetingText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const moedeKladde: Rule<'meeting'> = {
  id: 'moede-kladde',
  severity: 'info',
  scope: 'meeting',
  about: 'En kladde er kun for den, der skriver den.',
  good: [{ name: 'minutes', files: {} }],
  bad: [
    {
      name: 'a draft',
      files: { [MEETING]: meetingText('', '', 'kladde') },
      finds: [{ file: MEETING, line: 3, message: 'Mødet er en kladde og bliver ikke udgivet.' }],
    },
  ],
  *check(meeting, { at, dataOf, mayHold }) {
    if (!mayHold(meeting.file, /kladde/)) return
    if (dataOf(meeting.file)['status'] !== 'kladde') return
    yield {
      ...at(meeting.file, ['status']),
      message: 'Mødet er en kladde og bliver ikke udgivet.',
      hint: 'Ret status til dagsorden, referat eller godkendt, når det skal udgives.',
    }
  },
}
