import { PUNKT } from './example-archive.ts'
import type { Rule } from './rule.ts'

const file = (title: string): string => `---\ntitel: ${title}\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n`

export const titelHavelaage: Rule<'punkt'> = {
  id: 'titel-havelaage',
  severity: 'warning',
  scope: 'punkt',
  about: 'Efter et mellemrum og # læses resten af linjen som en note; en titel med # mister ellers ord, uden at nogen ser det.',
  good: [
    { name: 'a quoted title', files: { [PUNKT]: file('"Cykelsti #4"') } },
    { name: 'a note that is set apart', files: { [PUNKT]: file('Cykelsti   # rettet af sekretæren') } },
    { name: 'no space before it', files: { [PUNKT]: file('Cykelsti nr.#4') } },
  ],
  bad: [
    {
      name: 'a number after it',
      files: { [PUNKT]: file('Cykelsti #4') },
      finds: [{ file: PUNKT, line: 2, message: 'Titlen slutter ved #.' }],
    },
  ],
  *check(punkt, { at, mayHold, sources }) {
    if (!mayHold(punkt.file, /[ ]#\S/)) return
    const place = at(punkt.file, ['titel'])
    const line = sources.tree.files.get(punkt.file)?.text.split('\n', place.line)[place.line - 1] ?? ''
    if (!/^[ ]#\S/.test(line.slice(place.endColumn - 1))) return
    yield { ...place, message: 'Titlen slutter ved #.', hint: 'Sæt titlen i anførselstegn, hvis # hører med til den.' }
  },
}
