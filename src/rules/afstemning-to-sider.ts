import { PUNKT, punktText } from './example-archive.ts'
import { personKey } from './presence.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'
import { sidesOf } from './votes.ts'

export const afstemningToSider: Rule<'punkt'> = {
  id: 'afstemning-to-sider',
  severity: 'error',
  scope: 'punkt',
  about: 'Ingen kan stemme to gange.',
  good: [
    {
      name: 'a party that split',
      files: { [PUNKT]: punktText('afstemning:\n  for: { partier: [A, V] }\n  imod: { medlemmer: [Per Stenbæk] }') },
    },
  ],
  bad: [
    {
      name: 'a member on both sides',
      files: { [PUNKT]: punktText('afstemning:\n  for: { medlemmer: [Per Stenbæk] }\n  imod: { medlemmer: [Per Stenbæk (V)] }') },
      finds: [{ file: PUNKT, line: 6, message: '"Per Stenbæk (V)" står to gange i afstemningen: under for og under imod.' }],
    },
    {
      name: 'a party on both sides',
      files: { [PUNKT]: punktText('afstemning:\n  for: { partier: [A] }\n  undlod: { partier: [V, a] }') },
      finds: [{ file: PUNKT, line: 6, message: '"a" står to gange i afstemningen: under for og under undlod.' }],
    },
  ],
  *check(punkt, { at }) {
    if (!punkt.vote) return
    const sides = sidesOf(punkt.vote)
    for (const kind of ['medlemmer', 'partier'] as const) {
      const seen = new Map<string, string>()
      for (const side of sides) {
        for (const [index, name] of (kind === 'medlemmer' ? side.members : side.parties).entries()) {
          const key = personKey(name)
          const before = seen.get(key)
          seen.set(key, before ?? side.key)
          if (before === undefined) continue
          yield {
            ...at(punkt.file, ['afstemning', side.key, kind, index]),
            message: `${quote(name)} står to gange i afstemningen: under ${before} og under ${side.key}.`,
            hint:
              kind === 'medlemmer'
                ? 'Slet navnet det ene sted.'
                : 'Slet partiet det ene sted; delte det sig, så skriv medlemmernes navne under medlemmer.',
          }
        }
      }
    }
  },
}
