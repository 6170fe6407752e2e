import { KNOWN_FACET_LETTERS } from '../referat/kle.ts'
import { CLOSED, closedText, PUNKT, punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const sagsnummerFacet: Rule<'punkt'> = {
  id: 'sagsnummer-facet',
  severity: 'warning',
  scope: 'punkt',
  about: 'Handlingsfacetten i et KLE-nummer begynder med et af få bogstaver; andre er som regel en slåfejl.',
  good: [{ name: 'economy', files: { [PUNKT]: punktText('sagsnummer: 85.11.20Ø54-64-20') } }],
  bad: [
    {
      name: 'an unknown letter',
      files: { [PUNKT]: punktText('sagsnummer: 85.11.20Q54-64-20') },
      finds: [{ file: PUNKT, line: 4, message: 'Bogstavet Q i sagsnummeret er ikke en kendt handlingsfacet.' }],
    },
    {
      name: 'a closed punkt',
      files: { [CLOSED]: closedText('sagsnummer: 85.11.20Q54-64-20') },
      finds: [{ file: CLOSED, message: 'Bogstavet i sagsnummeret' }],
    },
  ],
  *check(punkt, { at }) {
    const letter = punkt.sagsnummer?.facet?.[0]
    if (letter === undefined || KNOWN_FACET_LETTERS.includes(letter)) return
    yield {
      ...at(punkt.file, ['sagsnummer']),
      message: `Bogstavet${punkt.closed ? '' : ` ${letter}`} i sagsnummeret er ikke en kendt handlingsfacet.`,
      hint: `Se efter, om det skulle være et af disse: ${KNOWN_FACET_LETTERS.join(', ')}.`,
    }
  },
}
