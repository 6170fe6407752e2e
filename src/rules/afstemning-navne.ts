import { DELTAGERE, MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import { personKey } from './presence.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'
import { partyKeyOn, sidesOf } from './votes.ts'

export const afstemningNavne: Rule<'punkt'> = {
  id: 'afstemning-navne',
  severity: 'warning',
  scope: 'punkt',
  about: 'De, der stemte, skal kendes fra mødet: medlemmer ved navn, partier ved deres bogstav.',
  good: [
    {
      name: 'a party after the name',
      files: { [PUNKT]: punktText('afstemning:\n  for: { medlemmer: [Ida Engkær (A)] }\n  imod: { partier: [V] }') },
    },
    { name: 'a party by its name', files: { [PUNKT]: punktText('afstemning:\n  imod: { partier: [Landlisten] }') } },
  ],
  bad: [
    {
      name: 'a stranger and an unknown party',
      files: {
        [MEETING]: meetingText(DELTAGERE),
        [PUNKT]: punktText('afstemning:\n  for: { medlemmer: [Ib Fremmed] }\n  imod: { partier: [X] }'),
      },
      finds: [
        { file: PUNKT, line: 5, message: '"Ib Fremmed" er ikke blandt mødets deltagere.' },
        { file: PUNKT, line: 6, message: 'Ingen på mødet hører til "X".' },
      ],
    },
  ],
  *check(punkt, { archive, at, presenceAt }) {
    if (!punkt.vote) return
    const meeting = archive.meeting(punkt.meeting)
    const { deltagere, members } = presenceAt(meeting)
    if (deltagere.size === 0 && members.size === 0) return
    const partyKey = partyKeyOn(archive.authority(meeting.authority), meeting.date)
    const parties = new Set([...deltagere.values(), ...members.values()].flatMap(({ party }) => (party ? [partyKey(party)] : [])))
    for (const side of sidesOf(punkt.vote)) {
      for (const [index, name] of side.members.entries()) {
        const key = personKey(name)
        if (deltagere.has(key) || members.has(key)) continue
        yield {
          ...at(punkt.file, ['afstemning', side.key, 'medlemmer', index]),
          message: `${quote(name)} er ikke blandt mødets deltagere.`,
          hint: 'Skriv navnet som i mødets index.md, eller tilføj personen der.',
        }
      }
      for (const [index, party] of side.parties.entries()) {
        if (parties.size === 0 || parties.has(partyKey(party))) continue
        yield {
          ...at(punkt.file, ['afstemning', side.key, 'partier', index]),
          message: `Ingen på mødet hører til ${quote(party)}.`,
          hint: 'Skriv partiet som hos deltagerne i mødets index.md.',
        }
      }
    }
  },
}
