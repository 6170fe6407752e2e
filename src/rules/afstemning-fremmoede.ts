import { DELTAGERE, MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import { personKey } from './presence.ts'
import type { Rule } from './rule.ts'
import { electorateOf, sidesOf } from './votes.ts'

export const afstemningFremmoede: Rule<'punkt'> = {
  id: 'afstemning-fremmoede',
  severity: 'warning',
  scope: 'punkt',
  about: 'Der kan ikke være afgivet flere stemmer, end der var medlemmer til stede ved punktet.',
  good: [
    {
      name: 'all four present voted; the official has no vote',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 2 }\n  imod: { antal: 1 }\n  undlod: { antal: 1 }') },
    },
    {
      name: 'a substitute votes, one who left does not',
      files: {
        [MEETING]: meetingText(`${DELTAGERE}\n  - { navn: Ole Sandvig, stedfortræder for: Kim Rosenlund }`),
        [PUNKT]: punktText('afstemning: { for: { antal: 4 } }\nfraværende:\n  - { navn: Eva Tornhøj, grund: gik }'),
      },
    },
  ],
  bad: [
    {
      name: 'more votes than people',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 4 }\n  imod: { antal: 1 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Der er 5 stemmer, men kun 4 med stemmeret var til stede ved punktet.' }],
    },
    {
      name: 'fewer votes than people',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 2 }\n  imod: { antal: 1 }') },
      finds: [{ file: PUNKT, line: 5, message: 'Der er 3 stemmer, og 4 med stemmeret var til stede ved punktet.' }],
    },
  ],
  *check(punkt, { archive, at, presenceAt }) {
    if (!punkt.vote) return
    const present = electorateOf(punkt, presenceAt(archive.meeting(punkt.meeting))).size
    const sides = sidesOf(punkt.vote)
    const counts = sides.map(
      ({ count, parties, members }) => count ?? (parties.length === 0 ? new Set(members.map(personKey)).size : undefined),
    )
    if (present === 0 || counts.length === 0 || counts.includes(undefined)) return
    const cast = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
    const place = at(punkt.file, ['afstemning'])
    if (cast > present) {
      yield {
        ...place,
        message: `Der er ${cast} stemmer, men kun ${present} med stemmeret var til stede ved punktet.`,
        hint: 'Ret tallene, eller ret deltagerne i mødets index.md.',
      }
    } else if (cast < present && cast > 0) {
      yield {
        ...place,
        severity: 'info',
        message: `Der er ${cast} stemmer, og ${present} med stemmeret var til stede ved punktet.`,
        hint: 'Skriv dem, der ikke stemte, under undlod, eller under fraværende, hvis de ikke deltog.',
      }
    }
  },
}
