import { MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const beslutningMangler: Rule<'punkt'> = {
  id: 'beslutning-mangler',
  severity: 'warning',
  scope: 'punkt',
  about: 'Et referat skal vise, hvad der blev besluttet. Et punkt uden beslutning kan udgives, for eksempel en underskriftsside.',
  good: [
    {
      name: 'an agenda has none yet',
      files: { [MEETING]: meetingText('', '', 'dagsorden'), [PUNKT]: punktText('', '## Resumé\n\nEn sti.') },
    },
    { name: 'in the head alone', files: { [PUNKT]: punktText('beslutning: drøftet', '## Resumé\n\nEn sti.') } },
  ],
  bad: [
    {
      name: 'minutes without a decision',
      files: { [PUNKT]: punktText('', '## Resumé\n\nEn sti.') },
      finds: [{ file: PUNKT, line: 2, message: 'Punktet har ingen beslutning.' }],
    },
    {
      name: 'a heading with nothing below',
      files: { [PUNKT]: punktText('', '## Beslutning\n\n## Resumé\n\nEn sti.') },
      finds: [{ file: PUNKT, line: 6, message: 'Punktet har ingen beslutning.' }],
    },
  ],
  *check(punkt, { archive, at }) {
    if (punkt.beslutning.status !== 'missing') return
    const { status } = archive.meeting(punkt.meeting)
    if (status !== 'referat' && status !== 'godkendt') return
    const heading = punkt.sections.find((section) => section.key === 'decision')
    const place = heading
      ? { file: punkt.file, line: heading.line, column: 1, endColumn: heading.heading.length + 4 }
      : at(punkt.file, ['titel'])
    yield {
      ...place,
      message: 'Punktet har ingen beslutning.',
      hint: 'Skriv den under ## Beslutning; er der ingen, kan punktet udgives, som det er.',
    }
  },
}
