import { formatDate } from '../referat/dato.ts'
import { BODY, bodyText, MEETING } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const udvalgNedlagt: Rule<'meeting'> = {
  id: 'udvalg-nedlagt',
  severity: 'warning',
  scope: 'meeting',
  about: 'Et udvalg holder ikke møder, efter at det er nedlagt.',
  good: [{ name: 'its last meeting', files: { [BODY]: bodyText('nedlagt: 2025-09-30') } }],
  bad: [
    {
      name: 'a meeting after the end',
      files: { [BODY]: bodyText('nedlagt: 2025-06-30') },
      finds: [{ file: MEETING, line: 2, message: 'Byrådet blev nedlagt den 30.\u00a0juni 2025, før mødet.' }],
    },
  ],
  *check(meeting, { archive, at }) {
    const { closedDown, name, file } = archive.body(meeting.udvalg)
    if (closedDown === undefined || meeting.date <= closedDown) return
    yield {
      ...at(meeting.file, ['dato']),
      message: `${name} blev nedlagt den ${formatDate(closedDown)}, før mødet.`,
      hint: `Ret mødets dato eller nedlagt i ${file}; hører mødet til udvalgets afløser, så flyt det.`,
    }
  },
}
