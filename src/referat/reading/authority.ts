import type { Finding } from '../../findings/finding.ts'
import type { Frontmatter } from '../../source/frontmatter.ts'
import type { Authority, PartyTerm, Site, Udvalg } from '../authority.ts'
import { authoritySchema } from '../schema/authority.ts'
import { readFields } from '../schema/read-fields.ts'
import { siteSchema } from '../schema/site.ts'
import { udvalgSchema } from '../schema/udvalg.ts'

/** What reading one file gives. */
export interface Reading<T> {
  readonly value: T
  readonly findings: readonly Finding[]
}

/** Reads `content/index.md`. */
export function readSite(frontmatter: Frontmatter): Reading<Site> {
  const { values, findings } = readFields(siteSchema, frontmatter)
  const value = {
    file: frontmatter.file,
    title: values.titel ?? 'Referatarkiv',
    url: values.url ?? 'https://arkiv.example',
    description: values.beskrivelse ?? '',
    text: frontmatter.body,
  }
  return { value, findings: [...frontmatter.findings, ...findings] }
}

/** Reads `content/<myndighed>/index.md`. */
export function readAuthority(frontmatter: Frontmatter, slug: string): Reading<Authority> {
  const { values, findings } = readFields(authoritySchema, frontmatter)
  const value: Authority = {
    id: slug,
    slug,
    file: frontmatter.file,
    name: values.navn ?? slug,
    type: values.type ?? 'kommune',
    ...(values.kode && { code: values.kode }),
    ...(values.hjemmeside && { homepage: values.hjemmeside }),
    ...(values.logo && { logo: values.logo }),
    ...(values.farver && { colours: { primary: values.farver.primær, ...(values.farver.accent && { accent: values.farver.accent }) } }),
    contact: {
      ...(values.kontakt?.['e-mail'] && { email: values.kontakt['e-mail'] }),
      ...(values.kontakt?.telefon && { phone: values.kontakt.telefon }),
    },
    sagsnummerFormats: values.sagsnummer ?? [],
    parties: partyTerms(values.partier ?? {}),
    subjects: values.emner ?? {},
    text: frontmatter.body,
  }
  return { value, findings: [...frontmatter.findings, ...findings] }
}

/** Reads `content/<myndighed>/<udvalg>/index.md`. */
export function readUdvalg(frontmatter: Frontmatter, authority: string, slug: string): Reading<Udvalg> {
  const { values, findings } = readFields(udvalgSchema, frontmatter)
  const value: Udvalg = {
    id: `${authority}/${slug}`,
    slug,
    file: frontmatter.file,
    authority,
    name: values.navn ?? slug,
    type: values.type ?? 'fagudvalg',
    aliases: values.aliaser ?? [],
    sagsnummerRequired: values.sagsnummer === 'krævet',
    members: (values.medlemmer ?? []).map((member) => ({
      name: member.navn,
      ...(member.parti && { party: member.parti }),
      ...(member.rolle && { role: member.rolle }),
      ...(member.fra && { from: member.fra }),
      ...(member.til && { to: member.til }),
    })),
    ...(values.nedlagt && { closedDown: values.nedlagt }),
    ...(values['afløst af'] && { succeededBy: values['afløst af'] }),
    text: frontmatter.body,
  }
  return { value, findings: [...frontmatter.findings, ...findings] }
}

const TERM = /^(\d{4})?\s*[-–]\s*(\d{4})?$/

function partyTerms(written: Readonly<Record<string, string | Record<string, string>>>): PartyTerm[] {
  const always: Record<string, string> = {}
  const terms: PartyTerm[] = []
  for (const [key, value] of Object.entries(written)) {
    if (typeof value === 'string') {
      always[key] = value
      continue
    }
    const years = TERM.exec(key)
    terms.push({ ...(years?.[1] && { fromYear: Number(years[1]) }), ...(years?.[2] && { toYear: Number(years[2]) }), names: value })
  }
  return Object.keys(always).length > 0 ? [...terms, { names: always }] : terms
}
