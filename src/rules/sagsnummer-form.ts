import { AUTHORITY, authorityText, CLOSED, closedText, PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'
import { explainSagsnummer } from './sagsnummer-shape.ts'

export const sagsnummerForm: Rule<'punkt'> = {
  id: 'sagsnummer-form',
  severity: 'error',
  scope: 'punkt',
  about: 'Et sagsnummer skal have en form, som myndigheden bruger; ellers kan sagen ikke følges fra møde til møde.',
  good: [
    { name: 'with and without the hyphen', files: { [PUNKT]: punktText('sagsnummer: 85.15.02K07-1-25') } },
    { name: 'none at all', files: { [PUNKT]: punktText() } },
  ],
  bad: [
    {
      name: 'a digit too few',
      files: { [PUNKT]: punktText('sagsnummer: 85.15.2K07-1-25') },
      finds: [{ file: PUNKT, line: 4, message: 'de tre første tal skal have to cifre hver' }],
    },
    {
      name: 'a small letter',
      files: { [PUNKT]: punktText('sagsnummer: 85.15.02k07-1-25') },
      finds: [{ file: PUNKT, message: 'bogstavet skal være stort' }],
    },
    { name: 'no year', files: { [PUNKT]: punktText('sagsnummer: 85.15.02K07-1') }, finds: [{ file: PUNKT, message: 'årstallet mangler' }] },
    {
      name: 'a date',
      files: { [PUNKT]: punktText('sagsnummer: 28-08-2025') },
      finds: [{ file: PUNKT, message: 'har ikke form som et sagsnummer' }],
    },
    {
      name: "another authority's format",
      files: { [AUTHORITY]: authorityText('sagsnummer: [acadre]') },
      finds: [
        { file: PUNKT, line: 4, message: 'har en form (sbsys), som myndigheden ikke bruger' },
        { file: 'fjordkoebing/teknikudvalget/2025-09-10/01-cykelsti.md', message: 'har en form (sbsys)' },
      ],
    },
    {
      name: 'a closed punkt, of which nothing is repeated',
      files: { [CLOSED]: closedText('sagsnummer: salget til Hansen') },
      finds: [{ file: CLOSED, line: 4, message: 'Sagsnummeret har ikke en form, som myndigheden bruger.' }],
    },
  ],
  *check(punkt, { archive, at, dataOf }) {
    if (punkt.sagsnummer) return
    const written = dataOf(punkt.file)['sagsnummer']
    if (typeof written !== 'string' || written.trim() === '') return
    const place = at(punkt.file, ['sagsnummer'])
    if (punkt.closed) {
      yield {
        ...place,
        message: 'Sagsnummeret har ikke en form, som myndigheden bruger.',
        hint: 'Skriv nummeret alene, som det står i sagssystemet.',
      }
      return
    }
    const { sagsnummerFormats } = archive.authority(archive.meeting(punkt.meeting).authority)
    const { fault, hint } = explainSagsnummer(written, sagsnummerFormats)
    yield { ...place, message: `Sagsnummeret ${quote(written)} ${fault}.`, hint }
  },
}
