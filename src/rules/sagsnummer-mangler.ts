import { BODY, bodyText, CLOSED, MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

const REQUIRED = bodyText('sagsnummer: krævet')
const AGENDA = 'fjordkoebing/byraadet/2025-09-30/01-dagsorden.md'

export const sagsnummerMangler: Rule<'punkt'> = {
  id: 'sagsnummer-mangler',
  severity: 'error',
  scope: 'punkt',
  about: 'Et udvalg kan kræve sagsnummer på alle åbne punkter. Et lukket punkt må undvære det, for nummeret kan røbe sagen.',
  good: [
    { name: 'not required', files: { [PUNKT]: punktText() } },
    { name: 'required and there; the closed punkt has none', files: { [BODY]: REQUIRED, [AGENDA]: null } },
  ],
  bad: [
    {
      name: 'required and missing',
      files: { [BODY]: REQUIRED, [AGENDA]: null, [PUNKT]: punktText(), [CLOSED]: null, [MEETING]: meetingText() },
      finds: [{ file: PUNKT, line: 2, message: 'Punktet mangler et sagsnummer.' }],
    },
  ],
  *check(punkt, { archive, at, dataOf }) {
    if (punkt.closed || punkt.sagsnummer) return
    const body = archive.body(archive.meeting(punkt.meeting).udvalg)
    if (!body.sagsnummerRequired || dataOf(punkt.file)['sagsnummer']) return
    yield {
      ...at(punkt.file, ['titel']),
      message: 'Punktet mangler et sagsnummer.',
      hint: `${body.name} kræver det: tilføj sagsnummer: i hovedet af filen.`,
    }
  },
}
