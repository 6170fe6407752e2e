import type { AuthorityType, UdvalgType } from '../referat/authority.ts'
import { foldLabel } from '../referat/collation.ts'
import { isIsoDate } from '../referat/dato.ts'
import { slugify } from '../source/slug.ts'

/** An authority or a body as the import names it, and where the name was found. */
export interface Named {
  readonly slug: string
  readonly navn: string
  readonly from: 'valg' | 'dokument' | 'filnavn' | 'arkiv'
}

/** What the archive knows already. */
export interface KnownNames {
  readonly authorities: readonly { readonly slug: string; readonly navn: string }[]
  readonly udvalg: readonly { readonly authority: string; readonly slug: string; readonly names: readonly string[] }[]
}

/** The parts of a file name such as `by-byraadet-2024-05-31.txt`. */
export function readFileName(path: string): { readonly words: readonly string[]; readonly date?: string } {
  const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '')
  const date = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(name)?.[1]
  const slug = slugify(name.replace(date ?? '', ' '))
  return { words: slug === '' ? [] : slug.split('-'), ...(date && isIsoDate(date) && { date }) }
}

const MUNICIPALITY = /(?<![\p{L}-])(\p{Lu}[\p{L}-]+(?: (?:\p{Lu}[\p{L}-]+|og(?= \p{Lu})))*?) [Kk]ommunes?(?!\p{L})/gu
const REGION = /(?<!\p{L})Region (\p{Lu}\p{L}+?)s?(?!\p{L})/gu
const TOWN_HALL = /(?<![\p{L}-])(\p{Lu}[\p{L}-]+) (?:Rådhus|Byråd|Kommunalbestyrelse)(?!\p{L})/gu
const NO_PLACE = /^(?:Den|Din|Vores|En|Hver|Denne|Alle|For|I|Og|Af|Til|Fra|Kommunens)$/

/** The authority of a document: from the choice, the head, the file name together with the names met, or the names alone. */
export function identifyAuthority(
  text: string,
  given: { slug?: string | undefined; headName?: string | undefined; udvalgName?: string | undefined; file: string },
  known: KnownNames,
): Named | undefined {
  const names = namesMet(text)
  if (given.slug) {
    const inArchive = known.authorities.find(({ slug }) => slug === given.slug)
    const named = names.find(({ slug }) => slug === given.slug)
    return { slug: given.slug, navn: inArchive?.navn ?? named?.navn ?? nameFromSlug(given.slug), from: 'valg' }
  }
  if (given.headName) {
    const slug = slugOfAuthority(given.headName)
    if (slug !== '') return { slug, navn: given.headName, from: 'dokument' }
  }
  const fileSlug = readFileName(given.file).words.join('-')
  const startsFile = (slug: string): boolean => fileSlug === slug || fileSlug.startsWith(`${slug}-`)
  const inFile = names.find(({ slug }) => startsFile(slug))
  if (inFile) return { slug: inFile.slug, navn: inFile.navn, from: 'dokument' }
  const knownInFile = known.authorities.find(({ slug }) => startsFile(slug))
  if (knownInFile) return { ...knownInFile, from: 'arkiv' }
  const inFileName = given.udvalgName ? authorityFromFileName(given.file, slugify(given.udvalgName)) : undefined
  if (inFileName) return inFileName
  const [most] = names
  const [only, another] = known.authorities
  if (only && !another && (most?.count ?? 0) < 2) return { ...only, from: 'arkiv' }
  return most ? { slug: most.slug, navn: most.navn, from: 'dokument' } : undefined
}

/** The authority that a file's name begins with, where the rest of the name is the body. */
function authorityFromFileName(file: string, udvalgSlug: string): Named | undefined {
  const { words } = readFileName(file)
  const slug = words.join('-')
  const rest = slug.endsWith(`-${udvalgSlug}`) ? slug.slice(0, -udvalgSlug.length - 1) : ''
  return rest === '' ? undefined : { slug: rest, navn: nameFromSlug(rest), from: 'filnavn' }
}

function namesMet(text: string): { slug: string; navn: string; count: number }[] {
  const met = new Map<string, { slug: string; navn: string; count: number }>()
  const note = (navn: string): void => {
    const slug = slugOfAuthority(navn)
    if (slug === '') return
    const known = met.get(slug)
    if (known) known.count += 1
    else met.set(slug, { slug, navn, count: 1 })
  }
  const flat = text.replace(/[*_#]/g, '')
  for (const match of flat.matchAll(MUNICIPALITY)) if (!NO_PLACE.test(match[1]?.split(' ')[0] ?? '')) note(`${match[1]} Kommune`)
  for (const match of flat.matchAll(REGION)) note(`Region ${match[1]}`)
  for (const match of flat.matchAll(TOWN_HALL)) if (!NO_PLACE.test(match[1] ?? '')) note(`${match[1]} Kommune`)
  return [...met.values()].sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
}

/** "Vadby Kommune" → `vadby`; "Region Nordsjælland" → `region-nordsjaelland`. */
export function slugOfAuthority(navn: string): string {
  return slugify(navn.replace(/\s+kommunes?$/iu, ''))
}

export function authorityType(navn: string): AuthorityType {
  if (/^region /i.test(navn)) return 'region'
  if (/skole|gymnasium/i.test(navn)) return 'skole'
  if (/fællesskab|§ ?60|I\/S/i.test(navn)) return 'fællesskab'
  if (/forening/i.test(navn)) return 'forening'
  return 'kommune'
}

/** The body of a document: the archive's where a name or alias fits, else named after the document or the file. */
export function identifyUdvalg(
  name: string | undefined,
  given: { slug?: string | undefined; file: string; authority?: string | undefined },
  known: KnownNames,
): Named | undefined {
  const own = known.udvalg.filter(({ authority }) => authority === given.authority)
  if (given.slug)
    return {
      slug: given.slug,
      navn:
        name && slugify(name) === given.slug
          ? name
          : (own.find(({ slug }) => slug === given.slug)?.names[0] ?? name ?? nameFromSlug(given.slug)),
      from: 'valg',
    }
  if (name) {
    const slug = slugify(name)
    const inArchive = own.find((body) => body.slug === slug || body.names.some((other) => foldLabel(other) === foldLabel(name)))
    if (inArchive) return { slug: inArchive.slug, navn: inArchive.names[0] ?? name, from: 'arkiv' }
    if (slug !== '') return { slug, navn: name, from: 'dokument' }
  }
  const { words } = readFileName(given.file)
  const fileSlug = words.join('-')
  const rest =
    given.authority && fileSlug.startsWith(`${given.authority}-`) ? fileSlug.slice(given.authority.length + 1) : words.slice(1).join('-')
  return rest === '' ? undefined : { slug: rest, navn: sentenceCase(rest.replaceAll('-', ' ')), from: 'filnavn' }
}

const UDVALG_TYPES: readonly (readonly [RegExp, UdvalgType])[] = [
  [/kommunalbestyrelse|byråd|regionsråd|borgerrepræsentation/i, 'kommunalbestyrelse'],
  [/økonomi\p{L}*(?:udvalg|forvaltning)|økonomi- og .*udvalg|magistrat|forretningsudvalg/iu, 'økonomiudvalg'],
  [/styregruppe|forum|chefgruppe|direktion|arbejdsgruppe|ledelse|team|\bmed(?:-?udvalg)?$|projektgruppe|følgegruppe/i, 'administrativt'],
  [/bestyrelse/i, 'bestyrelse'],
  [/udvalg|kommission/i, 'fagudvalg'],
  [/råd|nævn/i, 'råd'],
]

/** The type that a body's name speaks for. */
export function udvalgType(navn: string): UdvalgType {
  return UDVALG_TYPES.find(([pattern]) => pattern.test(navn))?.[1] ?? 'administrativt'
}

function nameFromSlug(slug: string): string {
  return slug.startsWith('region-') ? slug.split('-').map(sentenceCase).join(' ') : `${slug.split('-').map(sentenceCase).join(' ')} Kommune`
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
