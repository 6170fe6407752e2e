import { MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const afsnitTomt: Rule<'punkt'> = {
  id: 'afsnit-tomt',
  severity: 'info',
  scope: 'punkt',
  about: 'En overskrift uden tekst under sig lover noget, som ikke er der.',
  good: [
    { name: 'a wrapper around other headings', files: { [PUNKT]: punktText('', '## Indhold\n\n## Beslutning\n\nGodkendt.') } },
    {
      name: 'the decision on an agenda',
      files: { [MEETING]: meetingText('', '', 'dagsorden'), [PUNKT]: punktText('', '## Resumé\n\nEn sti.\n\n## Beslutning') },
    },
  ],
  bad: [
    {
      name: 'nothing below',
      files: { [PUNKT]: punktText('', '## Økonomi\n\n## Beslutning\n\nGodkendt.') },
      finds: [{ file: PUNKT, line: 6, message: 'Der står intet under overskriften "Økonomi".' }],
    },
  ],
  *check(punkt, { archive }) {
    const agenda = archive.meeting(punkt.meeting).status === 'dagsorden'
    for (const { key, heading, line, text } of punkt.sections) {
      if (text.trim() !== '' || heading === '' || key === 'wrapper' || (key === 'decision' && agenda)) continue
      yield {
        ...{ file: punkt.file, line, column: 1, endColumn: heading.length + 4 },
        message: `Der står intet under overskriften ${quote(heading)}.`,
        hint: 'Skriv teksten, eller slet overskriften.',
      }
    }
  },
}
