import { OUTCOMES, outcomeFromKey } from '../referat/beslutning.ts'
import { nearest } from '../referat/schema/read-fields.ts'
import { CLOSED, closedText, PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

const WORDS = OUTCOMES.map(({ key }) => key)

export const beslutningOrd: Rule<'punkt'> = {
  id: 'beslutning-ord',
  severity: 'error',
  scope: 'punkt',
  about: 'Feltet beslutning bruger faste ord, så beslutninger kan findes og tælles.',
  good: [
    {
      name: 'two outcomes',
      files: { [PUNKT]: punktText('beslutning: [godkendt, sendt i høring]', '## Beslutning\n\nGodkendt og sendt i høring.') },
    },
  ],
  bad: [
    {
      name: 'misspelt',
      files: { [PUNKT]: punktText('beslutning: gokendt') },
      finds: [{ file: PUNKT, line: 4, message: 'Feltet beslutning kan ikke være "gokendt".' }],
    },
    {
      name: 'one of a list',
      files: { [PUNKT]: punktText('beslutning:\n  - godkendt\n  - tilbagetaget') },
      finds: [{ file: PUNKT, line: 6, message: '"tilbagetaget"' }],
    },
    {
      name: 'in a closed punkt, unsaid',
      files: { [CLOSED]: closedText('beslutning: solgt til Hansen') },
      finds: [{ file: CLOSED, line: 4, message: 'Feltet beslutning har et ord, som ikke kendes.' }],
    },
  ],
  *check(punkt, { at, dataOf, mayHold }) {
    if (!mayHold(punkt.file, /beslutning["']?\s*:/)) return
    const written = dataOf(punkt.file)['beslutning']
    const words = Array.isArray(written) ? written : [written]
    for (const [index, word] of words.entries()) {
      if (typeof word !== 'string' || word.trim() === '' || outcomeFromKey(word) !== undefined) continue
      const near = punkt.closed ? undefined : nearest(word, WORDS)
      yield {
        ...at(punkt.file, Array.isArray(written) ? ['beslutning', index] : ['beslutning']),
        message: punkt.closed ? 'Feltet beslutning har et ord, som ikke kendes.' : `Feltet beslutning kan ikke være ${quote(word)}.`,
        hint: `${near ? `Mente du "${near}"? ` : ''}Vælg mellem: ${WORDS.join(', ')}.`,
      }
    }
  },
}
