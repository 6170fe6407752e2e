import { AUTHORITY, authorityText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

/** Every page of the authority carries the logo, and a page is to be light. */
const LARGEST = 10_000

/** What makes an SVG more than a picture: code, other documents and addresses elsewhere. */
const ACTIVE =
  /<\s*(?:script|foreignObject|iframe|object|embed)|<!ENTITY|<\?xml-stylesheet|\son[a-z]+\s*=|javascript:|@import|(?:href|src)\s*=\s*["']?\s*(?!#)[^"'\s>]|url\(\s*["']?\s*(?!["']?#)/i

const LOGO = 'fjordkoebing/logo.svg'
const WITH_LOGO = authorityText('logo: logo.svg')

export const logoFil: Rule<'authority'> = {
  id: 'logo-fil',
  severity: 'error',
  scope: 'authority',
  about: 'Logoet hentes på alle myndighedens sider. Det skal være der, være let og kun være et billede.',
  good: [
    {
      name: 'a small drawing',
      files: {
        [AUTHORITY]: WITH_LOGO,
        [LOGO]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="url(#a)" d="M0 0h8v8z"/><use href="#a"/></svg>',
      },
    },
  ],
  bad: [
    {
      name: 'no file',
      files: { [AUTHORITY]: WITH_LOGO },
      finds: [{ file: AUTHORITY, line: 4, message: 'Logoet "logo.svg" ligger ikke ved siden af filen.' }],
    },
    {
      name: 'a drawing with code',
      files: { [AUTHORITY]: WITH_LOGO, [LOGO]: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' },
      finds: [{ file: AUTHORITY, line: 4, message: 'Logoet "logo.svg" indeholder mere end et billede.' }],
    },
    {
      name: 'a drawing that asks another host',
      files: { [AUTHORITY]: WITH_LOGO, [LOGO]: '<svg xmlns="http://www.w3.org/2000/svg"><image href="//andre.example/a.png"/></svg>' },
      finds: [{ file: AUTHORITY, line: 4, message: 'indeholder mere end et billede' }],
    },
    {
      name: 'a heavy picture',
      files: { [AUTHORITY]: authorityText('logo: logo.png'), 'fjordkoebing/logo.png': 'x'.repeat(12_345) },
      finds: [{ file: AUTHORITY, line: 4, message: 'Logoet "logo.png" fylder 13 kB.' }],
    },
  ],
  *check({ id, file, logo }, { at, sources }) {
    if (logo === undefined) return
    const asset = sources.tree.assets.get(`${id}/${logo}`)
    const place = at(file, ['logo'])
    if (!asset) {
      yield {
        ...place,
        message: `Logoet ${quote(logo)} ligger ikke ved siden af filen.`,
        hint: 'Læg det i myndighedens mappe, eller slet linjen.',
      }
      return
    }
    if (asset.bytes > LARGEST)
      yield {
        ...place,
        message: `Logoet ${quote(logo)} fylder ${Math.ceil(asset.bytes / 1000)} kB.`,
        hint: `Gør det mindre. Det må fylde ${LARGEST / 1000} kB.`,
      }
    if (asset.text !== undefined && logo.endsWith('.svg') && ACTIVE.test(asset.text))
      yield {
        ...place,
        message: `Logoet ${quote(logo)} indeholder mere end et billede.`,
        hint: 'Gem det igen uden kode, skrifttyper og henvisninger til andre filer, eller brug en PNG-fil.',
      }
  },
}
