import { slugify } from '../../source/slug.ts'
import { Random } from './random.ts'
import { capital, inventWord, type Language } from './words.ts'

/** A person with a seat, or one who works for the authority. */
export interface Person {
  readonly name: string
  readonly party?: string
  readonly role: string
}

/** Four years from one local election to the next (kommunal- og regionalvalgloven § 6). */
export interface Term {
  readonly from: number
  readonly to: number
}

export interface Body {
  readonly name: string
  readonly slug: string
  readonly type: 'kommunalbestyrelse' | 'økonomiudvalg' | 'fagudvalg' | 'råd' | 'administrativt'
  /** The first day of the month on which it may meet: committees early, the council last, so that cases travel within a month. */
  readonly day: number
  readonly members: ReadonlyMap<Term, readonly Person[]>
}

export interface InventedAuthority {
  readonly name: string
  readonly slug: string
  readonly places: readonly string[]
  readonly bodies: readonly Body[]
  readonly officials: readonly Person[]
  /** KLE number to title; the shape is KL's, numbers and titles are invented. */
  readonly subjects: ReadonlyMap<string, string>
  readonly terms: readonly Term[]
}

const PARTIES = ['A', 'B', 'C', 'F', 'L', 'V']
const COMMITTEES = [
  ...['Teknik- og Miljøudvalget', 'Børne- og Skoleudvalget', 'Kultur- og Fritidsudvalget', 'Social- og Sundhedsudvalget'],
  ...['Klima- og Naturudvalget', 'Beskæftigelses- og Erhvervsudvalget', 'Udvalget for Lokalsamfund', 'Plan- og Trafikudvalget'],
]
const COUNCILS = ['Ældrerådet', 'Handicaprådet', 'Ungerådet', 'Grønt Råd', 'Integrationsrådet', 'Folkeoplysningsudvalget']

/** Names of towns, each but once. */
export function inventTowns(random: Random, count: number): string[] {
  const towns = new Map<string, string>()
  while (towns.size < count) {
    const town = capital(`${inventWord(random)}${random.pick(['rup', 'by', 'købing', 'sted'])}`)
    towns.set(slugify(town), town)
  }
  return [...towns.values()]
}

/** Invents the authority of a town with its bodies, people, places and subjects. */
export function inventAuthority(
  random: Random,
  language: Language,
  town: string,
  bodies: number,
  years: readonly number[],
): InventedAuthority {
  const places = Array.from({ length: 40 }, () =>
    capital(`${inventWord(random)}${random.pick(['vej', 'gade', 'mark', 'bæk', 'lund', 'torp', 'skolen'])}`),
  )
  const terms = termsOf(years)
  const names = uniqueNames(random, 60 + terms.length * 24)
  const politicians = (at: number): string[] => names.slice(at * 15, at * 15 + 31)
  const rosters = new Map(
    terms.map((term, at) => [term, politicians(at).map((name, seat) => ({ name, party: PARTIES[seat % 6] as string }))]),
  )
  const officials = names
    .slice(-12)
    .map((name) => ({ name, role: random.pick(['direktør', 'konsulent', 'sekretariatschef', 'afdelingsleder']) }))
  const laymen = names.slice(-36, -12)

  const seats = (type: Body['type'], at: number): Body['members'] =>
    new Map(
      terms.map((term) => {
        const roster = rosters.get(term) ?? []
        const people: readonly { readonly name: string; readonly party?: string }[] =
          type === 'kommunalbestyrelse'
            ? roster.slice(0, 25)
            : type === 'råd' || type === 'administrativt'
              ? new Random(at + term.from).some(laymen, 7).map((name) => ({ name }))
              : new Random(at + term.from).some(roster.slice(0, 25), 7)
        return [term, people.map((person, seat) => ({ ...person, role: roleOf(type, seat) }))] as const
      }),
    )

  return {
    name: `${town} Kommune`,
    slug: slugify(town),
    places,
    officials,
    terms,
    subjects: inventSubjects(random, language),
    bodies: Array.from({ length: bodies }, (_, at) => {
      const [name, type] = bodyAt(at, random)
      const day = type === 'kommunalbestyrelse' ? 24 : type === 'økonomiudvalg' ? 16 : 1 + ((at * 5) % 12)
      return { name, slug: slugify(name), type, day, members: seats(type, at) }
    }),
  }
}

function bodyAt(at: number, random: Random): readonly [string, Body['type']] {
  if (at === 0) return ['Kommunalbestyrelsen', 'kommunalbestyrelse']
  if (at === 1) return ['Økonomiudvalget', 'økonomiudvalg']
  const committee = COMMITTEES[at - 2]
  if (committee !== undefined) return [committee, 'fagudvalg']
  const council = COUNCILS[at - 2 - COMMITTEES.length]
  if (council !== undefined) return [council, 'råd']
  return [`Styregruppen for ${capital(inventWord(random))} ${at}`, 'administrativt']
}

function roleOf(type: Body['type'], seat: number): string {
  if (seat === 0) return type === 'kommunalbestyrelse' ? 'borgmester' : 'formand'
  return seat === 1 && type !== 'kommunalbestyrelse' ? 'næstformand' : 'medlem'
}

function termsOf(years: readonly number[]): Term[] {
  const first = Math.min(...years)
  const start = 2026 - Math.ceil((2026 - first) / 4) * 4
  return Array.from({ length: Math.floor((Math.max(...years) - start) / 4) + 1 }, (_, at) => ({
    from: start + at * 4,
    to: start + at * 4 + 3,
  }))
}

function uniqueNames(random: Random, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count)
    names.add(`${capital(inventWord(random))} ${capital(inventWord(random))}${random.pick(['mosk', 'vindel', 'kvist', 'tryg', 'rask'])}`)
  return [...names]
}

function inventSubjects(random: Random, language: Language): ReadonlyMap<string, string> {
  const subjects = new Map<string, string>([
    ['00', 'Kommunens styrelse'],
    ['00.01.00', 'Møder'],
  ])
  const two = (most: number): string => String(random.between(1, most)).padStart(2, '0')
  while (subjects.size < 200) {
    const group = two(85)
    subjects.set(group, subjects.get(group) ?? capital(language.noun(random).plural))
    subjects.set(`${group}.${two(40)}.${two(20)}`, capital(`${language.noun(random).plural} og ${language.noun(random).bare}`))
  }
  return subjects
}

/** The text of an authority's index.md. */
export function authorityText({ name, slug, subjects, terms }: InventedAuthority): string {
  const parties = `{ ${PARTIES.map((letter) => `${letter}: Liste ${letter}`).join(', ')} }`
  return `---
navn: ${name}
type: kommune
kode: "999"
hjemmeside: https://${slug}.example
kontakt: { e-mail: post@${slug}.example, telefon: 55 00 00 00 }
sagsnummer: [sbsys]
partier:
${terms.map(({ from, to }) => `  ${from}-${to}: ${parties}\n`).join('')}emner:
${[...subjects].map(([number, title]) => `  "${number}": ${title}\n`).join('')}---

${name} findes ikke.
`
}

/** The text of a body's index.md. */
export function bodyText({ name, type, members }: Body): string {
  const rows = [...members].flatMap(([{ from, to }, people]) =>
    people.map(
      ({ name: person, party, role }) =>
        `  - { navn: ${person}${party ? `, parti: ${party}` : ''}, rolle: ${role}, fra: ${from}-01-01, til: ${to}-12-31 }\n`,
    ),
  )
  return `---\nnavn: ${name}\ntype: ${type}\nsagsnummer: ${type === 'råd' ? 'valgfrit' : 'krævet'}\nmedlemmer:\n${rows.join('')}---\n\n${name} er opdigtet.\n`
}
