import { nearest } from '../referat/schema/read-fields.ts'
import { COMMITTEE } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

function succeededBy(name: string): string {
  return `---\nnavn: Teknikudvalget\ntype: fagudvalg\naliaser: [Udvalget for Teknik]\nafløst af: ${name}\n---\n`
}

export const afloestAf: Rule<'udvalg'> = {
  id: 'afloest-af',
  severity: 'warning',
  scope: 'udvalg',
  about: 'Afløseren skal findes i arkivet, så man kan følge sagerne videre.',
  good: [{ name: 'a body of the authority', files: { [COMMITTEE]: succeededBy('Byrådet') } }],
  bad: [
    {
      name: 'misspelt',
      files: { [COMMITTEE]: succeededBy('Byraadt') },
      finds: [{ file: COMMITTEE, line: 5, message: 'Udvalget "Byraadt" findes ikke i arkivet.' }],
    },
    {
      name: 'itself',
      files: { [COMMITTEE]: succeededBy('Teknikudvalget') },
      finds: [{ file: COMMITTEE, line: 5, message: 'Udvalget kan ikke afløse sig selv.' }],
    },
  ],
  *check(udvalg, { archive, at }) {
    if (udvalg.succeededBy === undefined) return
    const place = at(udvalg.file, ['afløst af'])
    const successor = archive.findBody(udvalg.authority, udvalg.succeededBy)
    if (successor === udvalg)
      yield { ...place, message: 'Udvalget kan ikke afløse sig selv.', hint: 'Skriv navnet på det udvalg, der fik opgaverne.' }
    if (successor) return
    const near = nearest(
      udvalg.succeededBy,
      archive.bodiesOf(udvalg.authority).map(({ name }) => name),
    )
    yield {
      ...place,
      message: `Udvalget ${quote(udvalg.succeededBy)} findes ikke i arkivet.`,
      hint: near ? `Mente du "${near}"?` : 'Skriv navnet som i det andet udvalgs index.md.',
    }
  },
}
