import { slugify } from '../source/slug.ts'
import { AUTHORITY } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

/** Words that an authority's folder may leave out of its name. */
const KIND = /^(?:region|regionen|kommune|kommunen|regionskommune)$/

export const mappeNavnMyndighed: Rule<'authority'> = {
  id: 'mappe-navn-myndighed',
  severity: 'warning',
  scope: 'authority',
  about: 'Myndighedens mappe er dens adresse; den skal ligne navnet, men må udelade "kommune" og "region".',
  good: [{ name: 'without "Kommune"', files: {} }],
  bad: [
    {
      name: 'another name',
      files: { [AUTHORITY]: '---\nnavn: Søkøbing Kommune\ntype: kommune\n---\n' },
      finds: [{ file: AUTHORITY, line: 2, message: 'Mappen hedder "fjordkoebing", men myndigheden hedder "Søkøbing Kommune".' }],
    },
  ],
  *check(authority, { at }) {
    const whole = slugify(authority.name)
    const short = whole
      .split('-')
      .filter((word) => !KIND.test(word))
      .join('-')
    // "Københavns Kommune" may lie in koebenhavn.
    if ([whole, short, short.replace(/s$/, '')].includes(authority.slug)) return
    yield {
      ...at(authority.file, ['navn']),
      message: `Mappen hedder "${authority.slug}", men myndigheden hedder ${quote(authority.name)}.`,
      hint: `Omdøb mappen til "${short || whole}".`,
    }
  },
}
