import { TAKEN_NAMES } from '../archive/layout.ts'
import { BODY, bodyText } from './example-archive.ts'
import type { Rule } from './rule.ts'

export const mappeNavnOptaget: Rule<'archive'> = {
  id: 'mappe-navn-optaget',
  severity: 'error',
  scope: 'archive',
  about: 'Arkivets egne sider har brug for nogle adresser, for eksempel /emner/; de kan ikke også være en myndigheds eller et udvalgs.',
  good: [{ name: 'a name of its own', files: {} }],
  bad: [
    {
      name: 'a body called as the list of cases',
      files: { [BODY.replace(/[^/]+\/index\.md$/, 'sager/index.md')]: bodyText().replace('Byrådet', 'Sager') },
      finds: [{ file: BODY.replace(/[^/]+\/index\.md$/, 'sager/index.md'), message: 'Et udvalg kan ikke have mappen "sager"' }],
    },
    {
      name: 'an authority called as the subjects',
      files: { 'emner/index.md': '---\nnavn: Emner Kommune\ntype: kommune\n---\n' },
      finds: [{ file: 'emner/index.md', message: 'En myndighed kan ikke have mappen "emner"' }],
    },
  ],
  *check(archive, { at }) {
    for (const { slug, file } of archive.authorities) {
      if (TAKEN_NAMES.authority.has(slug))
        yield { ...at(file, ['navn']), message: `En myndighed kan ikke have mappen "${slug}": adressen er optaget.`, hint: HINT }
    }
    for (const { slug, file } of archive.udvalg) {
      if (TAKEN_NAMES.udvalg.has(slug))
        yield { ...at(file, ['navn']), message: `Et udvalg kan ikke have mappen "${slug}": adressen er optaget.`, hint: HINT }
    }
  },
}

const HINT = 'Kald mappen noget andet, for eksempel ved at føje et ord til navnet.'
