import { yearOf } from '../referat/dato.ts'
import { CLOSED, closedText, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const sagsnummerAar: Rule<'punkt'> = {
  id: 'sagsnummer-aar',
  severity: 'warning',
  scope: 'punkt',
  about: 'En sag kan være mange år ældre end mødet, men ikke yngre.',
  good: [
    { name: 'an old case', files: { [PUNKT]: punktText('sagsnummer: 05.05.00-P20-4-12') } },
    { name: 'the year of the meeting', files: { [PUNKT]: punktText('sagsnummer: 05.05.00-P20-4-2025') } },
  ],
  bad: [
    {
      name: 'a case from the year after',
      files: { [PUNKT]: punktText('sagsnummer: 05.05.00-P20-4-26') },
      finds: [{ file: PUNKT, line: 4, message: 'Sagsnummerets årstal, 2026, ligger efter mødet i 2025.' }],
    },
    {
      name: 'a closed punkt',
      files: { [CLOSED]: closedText('sagsnummer: 05.05.00-P20-4-26') },
      finds: [{ file: CLOSED, message: 'årstal ligger efter mødet' }],
    },
  ],
  *check(punkt, { archive, at }) {
    const year = punkt.sagsnummer?.year
    const held = yearOf(archive.meeting(punkt.meeting).date)
    if (year === undefined || year <= held) return
    const message = punkt.closed
      ? 'Sagsnummerets årstal ligger efter mødet.'
      : `Sagsnummerets årstal, ${year}, ligger efter mødet i ${held}.`
    yield { ...at(punkt.file, ['sagsnummer']), message, hint: 'Se efter, om nummeret er skrevet rigtigt af.' }
  },
}
