import { CLOSED, PUNKT } from './example-archive.ts'
import type { Rule } from './rule.ts'

const LONGEST = 400

export const titelLang: Rule<'punkt'> = {
  id: 'titel-lang',
  severity: 'info',
  scope: 'punkt',
  about: 'En meget lang titel er svær at læse i lister og i søgning.',
  good: [
    {
      name: 'a long one that is still a title',
      files: { [PUNKT]: `---\ntitel: ${'Cykelsti '.repeat(40)}\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n` },
    },
  ],
  bad: [
    {
      name: 'a paragraph',
      files: { [PUNKT]: `---\ntitel: ${'Cykelsti '.repeat(50)}\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n`, [CLOSED]: null },
      finds: [{ file: PUNKT, line: 2, message: 'Titlen er på 449 tegn.' }],
    },
  ],
  *check(punkt, { at }) {
    if (punkt.title.length <= LONGEST) return
    yield {
      ...at(punkt.file, ['titel']),
      message: `Titlen er på ${punkt.title.length} tegn.`,
      hint: 'Skriv en kort titel, og lad resten stå i teksten.',
    }
  },
}
