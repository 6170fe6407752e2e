import { classifyDecision, contradicts, outcomeLabel } from '../referat/beslutning.ts'
import { CLOSED, closedText, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const beslutningModsagt: Rule<'punkt'> = {
  id: 'beslutning-modsagt',
  severity: 'warning',
  scope: 'punkt',
  about: 'Teksten er beslutningen; feltet beslutning må ikke sige noget andet.',
  good: [
    { name: 'they agree', files: { [PUNKT]: punktText('beslutning: godkendt') } },
    { name: 'words of no class', files: { [PUNKT]: punktText('beslutning: drøftet', '## Beslutning\n\nUdvalget talte længe om stien.') } },
  ],
  bad: [
    {
      name: 'approved against rejected',
      files: { [PUNKT]: punktText('beslutning: godkendt', '## Beslutning\n\nIkke godkendt.') },
      finds: [{ file: PUNKT, line: 4, message: 'Feltet siger "Godkendt", men teksten læses som "Afvist".' }],
    },
    {
      name: 'noted is never approved',
      files: { [PUNKT]: punktText('beslutning: godkendt', '## Beslutning\n\nTaget til efterretning.') },
      finds: [{ file: PUNKT, line: 4, message: 'Feltet siger "Godkendt", men teksten læses som "Taget til efterretning".' }],
    },
    {
      name: 'a closed punkt, without its words',
      files: { [CLOSED]: closedText('beslutning: godkendt', '## Åben beslutning\n\nIkke godkendt.') },
      finds: [{ file: CLOSED, line: 4, message: 'Feltet beslutning og den åbne beslutning siger hver sit.' }],
    },
  ],
  *check(punkt, { at }) {
    const { outcomes, derived, text } = punkt.beslutning
    if (derived || outcomes.length === 0 || text === '') return
    const read = classifyDecision(text)
    if (!outcomes.every((outcome) => contradicts(outcome, read))) return
    const labels = (list: typeof outcomes): string => list.map((outcome) => `"${outcomeLabel(outcome)}"`).join(' og ')
    yield {
      ...at(punkt.file, ['beslutning']),
      message: punkt.closed
        ? 'Feltet beslutning og den åbne beslutning siger hver sit.'
        : `Feltet siger ${labels(outcomes)}, men teksten læses som ${labels(read)}.`,
      hint: 'Ret feltet, eller slet det; så læses beslutningen af teksten.',
    }
  },
}
