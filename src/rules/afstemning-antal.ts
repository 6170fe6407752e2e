import { DELTAGERE, MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import { personKey } from './presence.ts'
import type { Rule } from './rule.ts'
import { electorateOf, partyKeyOn, sidesOf, votersOn } from './votes.ts'

const COUNTED = { for: 'stemte for', imod: 'stemte imod', undlod: 'undlod at stemme' } as const

export const afstemningAntal: Rule<'punkt'> = {
  id: 'afstemning-antal',
  severity: 'warning',
  scope: 'punkt',
  about: 'Antallet af stemmer skal passe med de medlemmer og partier, der er nævnt.',
  good: [
    {
      name: 'members as many as the count',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 2, medlemmer: [Ida Engkær, Bo Havdrup] }') },
    },
    {
      name: 'parties as many as were present',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 2, partier: [A] }\n  imod: { antal: 2, partier: [V] }') },
    },
    {
      name: 'a member who broke ranks is counted where he is named',
      files: {
        [PUNKT]: punktText('afstemning:\n  for: { antal: 3, partier: [A], medlemmer: [Per Stenbæk] }\n  imod: { antal: 1, partier: [V] }'),
      },
    },
    {
      name: 'nobody is known to be there',
      files: { [MEETING]: meetingText(), [PUNKT]: punktText('afstemning:\n  for: { antal: 9, partier: [A] }') },
    },
  ],
  bad: [
    {
      name: 'more than are named',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 3, medlemmer: [Ida Engkær, Bo Havdrup] }') },
      finds: [{ file: PUNKT, line: 5, message: '3 stemte for, men 2 er nævnt.' }],
    },
    {
      name: 'more than the parties had there: one sent his apologies',
      files: { [MEETING]: meetingText(DELTAGERE), [PUNKT]: punktText('afstemning:\n  for: { antal: 3, partier: [A, C] }') },
      finds: [{ file: PUNKT, line: 5, message: '3 stemte for, men 2 fra de nævnte partier kunne stemme.' }],
    },
  ],
  *check(punkt, { archive, at, presenceAt }) {
    if (!punkt.vote) return
    const meeting = archive.meeting(punkt.meeting)
    const presence = presenceAt(meeting)
    const electorate = electorateOf(punkt, presence)
    const sides = sidesOf(punkt.vote)
    for (const side of sides) {
      const { key, count, parties, members } = side
      if (count === undefined) continue
      const named = new Set(members.map(personKey))
      if (parties.length > 0) {
        if (electorate.size === 0) continue
        for (const voter of votersOn(side, electorate, presence, partyKeyOn(archive.authority(meeting.authority), meeting.date)))
          named.add(voter)
        for (const other of sides) {
          if (other !== side) for (const name of other.members) named.delete(personKey(name))
        }
      } else if (members.length === 0) continue
      if (named.size === count) continue
      const whom = parties.length > 0 ? `${named.size} fra de nævnte partier kunne stemme` : `${named.size} er nævnt`
      // A member who left the party's line without being named makes the side smaller, which is no contradiction.
      const severity = parties.length > 0 && count < named.size ? 'info' : 'warning'
      yield {
        ...at(punkt.file, ['afstemning', key, 'antal']),
        severity,
        message: `${count} ${COUNTED[key]}, men ${whom}.`,
        hint: 'Ret antallet, eller se efter, hvem der var til stede.',
      }
    }
  },
}
