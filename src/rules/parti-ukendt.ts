import { foldLabel } from '../referat/collation.ts'
import { yearOf } from '../referat/dato.ts'
import { DELTAGERE, MEETING, meetingText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

/** A letter or two; a party written as a word, such as "Løsgænger", speaks for itself. */
const LETTER = /^\p{L}{1,2}$/u

export const partiUkendt: Rule<'meeting'> = {
  id: 'parti-ukendt',
  severity: 'warning',
  scope: 'meeting',
  about: 'Partibogstaver skifter betydning, så myndigheden skriver for hver valgperiode, hvad de står for.',
  good: [
    {
      name: 'letters of the term, and a word',
      files: { [MEETING]: meetingText(`${DELTAGERE}\n  - { navn: Ole Sandvig, parti: Løsgænger }`) },
    },
  ],
  bad: [
    {
      name: 'a letter that nobody has explained',
      files: { [MEETING]: meetingText(`${DELTAGERE}\n  - { navn: Ole Sandvig, parti: Q }\n  - { navn: Ib Sandvig, parti: Q }`) },
      finds: [{ file: MEETING, line: 11, message: 'Partibogstavet "Q" er ikke forklaret for 2025.' }],
    },
  ],
  *check(meeting, { archive, at }) {
    const year = yearOf(meeting.date)
    const authority = archive.authority(meeting.authority)
    const terms = authority.parties.filter(({ fromYear, toYear }) => (fromYear ?? 0) <= year && year <= (toYear ?? 9999))
    if (terms.length === 0) return
    const known = new Set(terms.flatMap(({ names }) => Object.keys(names)).map(foldLabel))
    for (const [index, { party }] of meeting.deltagere.entries()) {
      if (party === undefined || !LETTER.test(party) || known.has(foldLabel(party))) continue
      known.add(foldLabel(party))
      yield {
        ...at(meeting.file, ['deltagere', index, 'parti']),
        message: `Partibogstavet ${quote(party)} er ikke forklaret for ${year}.`,
        hint: `Ret bogstavet, eller føj det til partier i ${authority.file}.`,
      }
    }
  },
}
