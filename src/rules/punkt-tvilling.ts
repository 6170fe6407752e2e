import type { Punkt } from '../referat/punkt.ts'
import { MEETING, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

/** Shorter punkter ("Meddelelser: Taget til efterretning.") are often alike without being the same. */
const LONG = 300

const TEXT = punktText('', `## Beslutning\n\nGodkendt.\n\n## Sagsfremstilling\n\n${'Stien bliver tre meter bred og får lys. '.repeat(10)}`)

export const punktTvilling: Rule<'archive'> = {
  id: 'punkt-tvilling',
  severity: 'warning',
  scope: 'archive',
  about: 'To punkter i samme udvalg med nøjagtig de samme ord er som regel det samme punkt lagt ind to gange.',
  good: [
    { name: 'a long punkt that stands once', files: { [PUNKT]: TEXT } },
    {
      name: 'short ones that are alike',
      files: { [MEETING.replace('index', '04-eventuelt')]: punktText(), [MEETING.replace('index', '05-eventuelt')]: punktText() },
    },
  ],
  bad: [
    {
      name: 'the same file twice',
      files: { [PUNKT]: TEXT, [PUNKT.replace('02-cykelsti', '04-cykelsti')]: TEXT },
      finds: [{ file: PUNKT.replace('02-cykelsti', '04-cykelsti'), line: 2, message: 'Punktet har de samme ord som' }],
    },
  ],
  *check(archive, { at }) {
    const met = new Map<string, Punkt>()
    for (const punkt of archive.punkter) {
      if (punkt.closed) continue
      const key = `${archive.meeting(punkt.meeting).udvalg} ${punkt.digest}`
      const twin = met.get(key)
      if (!twin) met.set(key, punkt)
      else if (punkt.sections.reduce((sum, { text }) => sum + text.length, 0) >= LONG)
        yield {
          ...at(punkt.file, ['titel']),
          message: `Punktet har de samme ord som ${twin.file}.`,
          hint: 'Slet det ene, hvis det er lagt ind to gange; ellers skriv, hvad der er nyt.',
        }
    }
  },
}
