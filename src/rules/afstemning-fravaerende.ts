import { PUNKT, punktText } from './example-archive.ts'
import { personKey } from './presence.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'
import { sidesOf } from './votes.ts'

export const afstemningFravaerende: Rule<'punkt'> = {
  id: 'afstemning-fravaerende',
  severity: 'warning',
  scope: 'punkt',
  about: 'Den, der ikke var der eller var inhabil, har ikke stemt.',
  good: [
    {
      name: 'those present',
      files: {
        [PUNKT]: punktText('afstemning:\n  for: { medlemmer: [Ida Engkær] }\nfraværende:\n  - { navn: Per Stenbæk, grund: inhabil }'),
      },
    },
  ],
  bad: [
    {
      name: 'an apology, and one with an interest',
      files: {
        [PUNKT]: punktText(
          'afstemning:\n  for: { medlemmer: [Kim Rosenlund] }\n  imod: { medlemmer: [Per Stenbæk] }\nfraværende:\n  - { navn: Per Stenbæk, grund: inhabil }',
        ),
      },
      finds: [
        { file: PUNKT, line: 5, message: '"Kim Rosenlund" har stemt, men var ikke til stede på mødet.' },
        { file: PUNKT, line: 6, message: '"Per Stenbæk" har stemt, men deltog ikke i punktet (inhabil).' },
      ],
    },
  ],
  *check(punkt, { archive, at, presenceAt }) {
    if (!punkt.vote) return
    const { deltagere } = presenceAt(archive.meeting(punkt.meeting))
    const absences = new Map(punkt.absences.map(({ name, reason }) => [personKey(name), reason]))
    for (const side of sidesOf(punkt.vote)) {
      for (const [index, name] of side.members.entries()) {
        const key = personKey(name)
        const reason = absences.get(key)
        const attendance = deltagere.get(key)?.attendance
        const why = reason
          ? `deltog ikke i punktet (${reason})`
          : attendance && attendance !== 'til stede'
            ? 'var ikke til stede på mødet'
            : undefined
        if (!why) continue
        yield {
          ...at(punkt.file, ['afstemning', side.key, 'medlemmer', index]),
          message: `${quote(name)} har stemt, men ${why}.`,
          hint: 'Ret afstemningen eller fraværet.',
        }
      }
    }
  },
}
