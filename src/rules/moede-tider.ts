import { formatTime } from '../referat/dato.ts'
import { MEETING, meetingText } from './example-archive.ts'
import type { Rule } from './rule.ts'

/** A meeting that ends before this hour may have run past midnight. */
const SMALL_HOURS = '05:00'

export const moedeTider: Rule<'meeting'> = {
  id: 'moede-tider',
  severity: 'warning',
  scope: 'meeting',
  about: 'Mødet slutter efter, at det er begyndt.',
  good: [
    { name: 'an afternoon', files: { [MEETING]: meetingText('start: "14:00"\nslut: "16:30"') } },
    { name: 'past midnight', files: { [MEETING]: meetingText('start: "19:00"\nslut: "00:45"') } },
  ],
  bad: [
    {
      name: 'the wrong way round',
      files: { [MEETING]: meetingText('start: "16:30"\nslut: "14:00"') },
      finds: [{ file: MEETING, line: 5, message: 'Mødet slutter kl. 14.00, men begynder kl. 16.30.' }],
    },
  ],
  *check(meeting, { at }) {
    const { start, end } = meeting
    if (start === undefined || end === undefined || end > start || end < SMALL_HOURS) return
    yield {
      ...at(meeting.file, ['slut']),
      message: `Mødet slutter kl. ${formatTime(end)}, men begynder kl. ${formatTime(start)}.`,
      hint: 'Ret start eller slut.',
    }
  },
}
