import { PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const afstemningUdfald: Rule<'punkt'> = {
  id: 'afstemning-udfald',
  severity: 'warning',
  scope: 'punkt',
  about: 'Et forslag er ikke vedtaget med færre stemmer for end imod; så er tallene eller siderne byttet om.',
  good: [
    { name: 'a majority', files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 3 }\n  imod: { antal: 2 }') } },
    {
      name: 'a minority, and the proposal fell',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 2 }\n  imod: { antal: 3 }', '## Beslutning\n\nIkke godkendt.') },
    },
  ],
  bad: [
    {
      name: 'approved by the fewer',
      files: { [PUNKT]: punktText('afstemning:\n  for: { antal: 2 }\n  imod: { antal: 3 }') },
      finds: [{ file: PUNKT, line: 4, message: 'Punktet er godkendt, men 2 stemte for og 3 imod.' }],
    },
  ],
  *check({ file, vote, beslutning: { outcomes } }, { atKey }) {
    const [ayes, noes] = [vote?.for?.count, vote?.against?.count]
    if (ayes === undefined || noes === undefined || ayes >= noes) return
    if (outcomes[0] !== 'approved' && outcomes[0] !== 'approved-amended') return
    yield {
      ...atKey(file, ['afstemning']),
      message: `Punktet er godkendt, men ${ayes} stemte for og ${noes} imod.`,
      hint: 'Se efter, om for og imod er byttet om, eller om beslutningen er en anden.',
    }
  },
}
