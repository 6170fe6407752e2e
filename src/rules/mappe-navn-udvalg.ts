import { slugify } from '../source/slug.ts'
import { BODY, bodyText, COMMITTEE, PUNKT } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const mappeNavnUdvalg: Rule<'udvalg'> = {
  id: 'mappe-navn-udvalg',
  severity: 'warning',
  scope: 'udvalg',
  about: 'Udvalgets mappe er dets adresse; den skal ligne navnet, så adressen kan gættes.',
  good: [
    { name: 'Danish letters written out', files: {} },
    {
      name: 'the folder is one of the aliases',
      files: { [COMMITTEE]: '---\nnavn: Teknik- og Miljøudvalget\ntype: fagudvalg\naliaser: [Teknikudvalget]\n---\n', [PUNKT]: null },
    },
  ],
  bad: [
    {
      name: 'another name',
      files: { [BODY]: bodyText().replace('Byrådet', 'Kommunalbestyrelsen') },
      finds: [{ file: BODY, line: 2, message: 'Mappen hedder "byraadet", men udvalget hedder "Kommunalbestyrelsen".' }],
    },
  ],
  *check(udvalg, { at }) {
    const names = [udvalg.name, ...udvalg.aliases]
    if (names.some((name) => slugify(name) === udvalg.slug)) return
    yield {
      ...at(udvalg.file, ['navn']),
      message: `Mappen hedder "${udvalg.slug}", men udvalget hedder ${quote(udvalg.name)}.`,
      hint: `Omdøb mappen til "${slugify(udvalg.name)}", eller skriv det navn, den er kaldt efter, i aliaser.`,
    }
  },
}
