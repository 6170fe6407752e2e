import { PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

const INSIDE = /^bilag\/[^/\\]+(?:\/[^/\\]+)*$/

/** True for a path into the meeting's folder of attachments that does not lead out of it again. */
export function isInsideBilag(file: string): boolean {
  return INSIDE.test(file) && !file.split('/').some((part) => part === '..' || part === '.')
}

export const bilagFilSted: Rule<'punkt'> = {
  id: 'bilag-fil-sted',
  severity: 'error',
  scope: 'punkt',
  about: 'Et bilag skal ligge i mødets mappe bilag/; intet andet fra disken må kunne udgives.',
  good: [{ name: 'no file at all', files: { [PUNKT]: punktText('bilag:\n  - { titel: Plan }') } }],
  bad: [
    {
      name: 'out of the folder',
      files: { [PUNKT]: punktText('bilag:\n  - { titel: Plan, fil: bilag/../../plan.pdf, adgang: åben }') },
      finds: [{ file: PUNKT, line: 5, message: 'Bilagets fil, "bilag/../../plan.pdf", ligger ikke i mødets mappe bilag/.' }],
    },
    {
      name: 'an address, and a file beside the punkter',
      files: {
        [PUNKT]: punktText(
          'bilag:\n  - { titel: Plan, fil: "https://plan.example/plan.pdf", adgang: åben }\n  - { titel: Kort, fil: kort.pdf, adgang: åben }',
        ),
      },
      finds: [
        { file: PUNKT, line: 5, message: '"https://plan.example/plan.pdf"' },
        { file: PUNKT, line: 6, message: '"kort.pdf"' },
      ],
    },
  ],
  *check(punkt, { at }) {
    for (const [index, { file }] of punkt.bilag.entries()) {
      if (file === undefined || isInsideBilag(file)) continue
      yield {
        ...at(punkt.file, ['bilag', index, 'fil']),
        message: `Bilagets fil, ${quote(file)}, ligger ikke i mødets mappe bilag/.`,
        hint: 'Læg filen i mappen bilag ved siden af punktet, og skriv fil: bilag/navn.pdf.',
      }
    }
  },
}
