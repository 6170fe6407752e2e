import { foldLetters } from '../source/slug.ts'

/** The case-number formats of Danish authorities, by the ids that `index.md` uses in `sagsnummer`. */
export const SAGSNUMMER_FORMATS = [
  'sbsys',
  'kle-løbenr',
  'kle-år-nr',
  'region-midt',
  'getorganized',
  'kommunekode',
  'edoc',
  'edoc-omvendt',
  'acadre',
  'løbenummer',
] as const
export type SagsnummerFormat = (typeof SAGSNUMMER_FORMATS)[number]

/** A case number: as the clerk wrote it, and normalised so that two spellings of one case compare equal. */
export interface Sagsnummer {
  readonly written: string
  /** Normalised: without the optional hyphen, upper case. Unique within one authority only. */
  readonly key: string
  /** `key` for an address: lower case, æ→ae, ø→oe, å→aa, `/` → `-`. */
  readonly slug: string
  readonly format: SagsnummerFormat
  /** KLE number `HH.GG.EE` (or `HH.GG`), where the format carries one. */
  readonly kle?: string
  /** Handlingsfacet, such as `P35`. */
  readonly facet?: string
  /** The year part, four digits. */
  readonly year?: number
}

/** A case number met in running text, with its offsets. */
export interface FoundSagsnummer {
  readonly sagsnummer: Sagsnummer
  readonly start: number
  readonly end: number
  /** True where a label such as "Sagsnr." stands before it. */
  readonly labelled: boolean
}

const HYPHEN = '[-\\u2010\\u2011]'
const FACET = '(?:A\\u030a|[A-ZÆØÅ])\\d\\d'
const YEAR = '(?:19|20)\\d\\d'

/** Shape of each format; the named groups are what the parts of a number are read from. */
const SHAPES: Readonly<Record<SagsnummerFormat, string>> = {
  sbsys: `(?<kle>\\d\\d\\.\\d\\d\\.\\d\\d)${HYPHEN}?(?<facet>${FACET})${HYPHEN}(?<serial>\\d{1,6})${HYPHEN}(?<year>\\d{4}|\\d\\d)`,
  'kle-løbenr': `(?<kle>\\d\\d\\.\\d\\d\\.\\d\\d)${HYPHEN}?(?<facet>${FACET})${HYPHEN}(?<serial>\\d{4})`,
  'kle-år-nr': `(?<kle>\\d\\d\\.\\d\\d(?:\\.\\d\\d)?)${HYPHEN}?(?<facet>${FACET})[ \\u00a0]?[-\\u2010\\u2011–][ \\u00a0]?(?<year>${YEAR})/(?<serial>\\d{1,6})`,
  'region-midt': `\\d${HYPHEN}\\d\\d${HYPHEN}\\d\\d${HYPHEN}\\d{1,5}${HYPHEN}(?<year>\\d\\d)`,
  getorganized: `(?:[A-ZÆØÅ]{3}${HYPHEN}(?<year>${YEAR})${HYPHEN}\\d{4,7}|S(?<year2>${YEAR})${HYPHEN}\\d{1,7})`,
  kommunekode: `\\d{3}${HYPHEN}(?<year>${YEAR})${HYPHEN}\\d{1,7}`,
  edoc: `(?<year>${YEAR})${HYPHEN}\\d{6,8}`,
  'edoc-omvendt': `\\d{6}${HYPHEN}(?<year>${YEAR})`,
  acadre: `(?<year>${YEAR}|\\d\\d)/(?<serial>\\d{3,6})`,
  løbenummer: '\\d{1,10}',
}
/** With a label before it, an Acadre number may be as short as `15/6`. */
const SHORT_ACADRE = `(?<year>${YEAR}|\\d\\d)/(?<serial>\\d{1,6})`

const BEFORE = '(?<![\\p{L}\\p{M}\\p{Nd}./\\u2010\\u2011-])'
const AFTER = '(?![\\p{L}\\p{M}\\p{Nd}/\\u2010\\u2011-]|\\.\\p{Nd})'
const WHOLE = shapesAs((shape) => new RegExp(`^${shape}$`, 'u'))
const WHOLE_SHORT_ACADRE = new RegExp(`^${SHORT_ACADRE}$`, 'u')

// A bare "Sag 4" or "SAG NR. 4" is as often the heading of a punkt, so it labels a plain integer only from four digits on.
const NUMBER_LABEL = '(?:sags[ -]?(?:nr|nummer|id)|sag(?:nr|nummer)|j(?:ournal)?\\.?[ -]?(?:nr|nummer))\\.?'
const LABEL = `(?<![\\p{L}\\p{Nd}])(?:${NUMBER_LABEL}|sag(?: (?:nr|nummer)\\.?)?)[*_]{0,3}[ \\u00a0\\t]{0,4}:?[*_]{0,3}\\s{0,4}`
const LABEL_BEFORE = new RegExp(`${LABEL}$`, 'iu')
const LABEL_LENGTH = 28
const LABELLED_INTEGER = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?:${NUMBER_LABEL}(?=[^\\p{L}])|sag(?: (?:nr|nummer)\\.?)?(?=[^\\d]{1,12}\\d{4}))[*_]{0,3}[ \\u00a0\\t]{0,4}:?[*_]{0,3}\\s{0,4}(?<number>\\d{1,10})${AFTER}`,
  'giu',
)
const LABELLED_SHORT_ACADRE = new RegExp(`${LABEL}(?<number>(?:${YEAR}|\\d\\d)/\\d{1,2})${AFTER}`, 'giu')

/** Labels of the neighbours of a case number. They label what stands on their own line only. */
const OTHER_LABEL_BEFORE =
  /(?<!\p{L})(?:dok(?:ument)?\.?[ -]?(?:nr|nummer|id)|initialer|sagsbeh(?:andler)?|sagsansvarlig|(?:cvr|ean|cpr|konto|telefon|tlf)(?:[ .-]{0,2}(?:nr|nummer))?)\.?[*_]{0,3} ?:?[*_]{0,3}[ \t\u00a0]{0,3}$/iu
/** "2016/679" after these words is a legal act or an issue of something. */
const LEGAL_ACT_BEFORE =
  /(?<!\p{L})(?:\(?e[uf]\)|forordning(?:en)?|direktiv(?:et)?|\p{L}*lov(?:en)?|\p{L}*bekendtgørelse(?:n)?|vejledning(?:en)?|cirkulære|nr\.|nummer)(?: nr\.?)? ?$/iu
const YEARS_OR_MONTH = /^(?:(?:19|20)\d\d|0?[1-9]|1[0-2])\/(?:19|20)\d\d$/
const OTHER_LENGTH = 32

const DEFAULT_FORMATS: readonly SagsnummerFormat[] = SAGSNUMMER_FORMATS.filter((format) => format !== 'løbenummer')
const finders = new Map<string, RegExp>()

/**
 * Reads a text that is one case number and nothing else. A plain integer (`løbenummer`) and an Acadre number with
 * fewer than three digits need `labelled`: they mean nothing without a label such as "Sagsnr." before them.
 */
export function parseSagsnummer(
  text: string,
  formats: readonly SagsnummerFormat[] = DEFAULT_FORMATS,
  options: { readonly labelled?: boolean } = {},
): Sagsnummer | undefined {
  const written = text.trim()
  for (const format of SAGSNUMMER_FORMATS) {
    if (!formats.includes(format) || (format === 'løbenummer' && !options.labelled)) continue
    const match = written.match(WHOLE[format]) ?? (format === 'acadre' && options.labelled ? written.match(WHOLE_SHORT_ACADRE) : null)
    if (match) return sagsnummerOf(written, format, match.groups ?? {})
  }
  return undefined
}

/** Case numbers in running text, in order; the edges keep dates, sums, years and parts of longer numbers out. */
export function findSagsnumre(text: string, formats: readonly SagsnummerFormat[] = DEFAULT_FORMATS): FoundSagsnummer[] {
  const found: FoundSagsnummer[] = []
  for (const match of text.matchAll(finderOf(formats))) {
    const labelled = endsWithCaseLabel(text.slice(0, match.index))
    const sagsnummer = parseSagsnummer(match[0], formats)
    if (!sagsnummer || (!labelled && isAnotherNumber(text, match.index, sagsnummer))) continue
    found.push({ sagsnummer, start: match.index, end: match.index + match[0].length, labelled })
  }
  if (formats.includes('acadre')) addLabelled(found, text, LABELLED_SHORT_ACADRE, 'acadre')
  if (formats.includes('løbenummer')) addLabelled(found, text, LABELLED_INTEGER, 'løbenummer')
  return found.sort((a, b) => a.start - b.start)
}

/** True for a text that ends with a label such as "Sagsnr.": what stands right after it is the number of a case. */
export function endsWithCaseLabel(text: string): boolean {
  return LABEL_BEFORE.test(text.slice(-LABEL_LENGTH))
}

/** Every spelling that people search for a case by: whole, with and without the hyphen, its parts, and Ø as O and OE. */
export function sagsnummerForms(s: Sagsnummer): string[] {
  const forms = [s.written, s.key]
  if (s.kle && s.facet) {
    const tail = s.key.slice(s.kle.length)
    forms.push(`${s.kle}-${tail}`, tail, s.facet, s.kle)
    if (s.format === 'kle-år-nr') forms.push(s.key.replace('-', ' - '), s.key.slice(s.key.indexOf('-') + 1))
  }
  return [...new Set(forms.flatMap(spellings))]
}

/** True for a standing case (facet P35: meetings), which holds whatever comes up and must not swamp a timeline. */
export function isStandingFacet(s: Sagsnummer): boolean {
  return s.facet === 'P35'
}

function sagsnummerOf(written: string, format: SagsnummerFormat, groups: Readonly<Record<string, string | undefined>>): Sagsnummer {
  const facet = groups['facet']?.normalize('NFC')
  const kle = groups['kle']
  let key = written
    .normalize('NFC')
    .replace(/[\u2010\u2011–]/g, '-')
    .replace(/[\s\u00a0]/g, '')
    .toUpperCase()
  if (kle && key[kle.length] === '-') key = kle + key.slice(kle.length + 1)
  const year = yearOf(groups['year'] ?? groups['year2'])
  return {
    written,
    key,
    slug: foldLetters(key).replaceAll('/', '-'),
    format,
    ...(kle === undefined ? {} : { kle }),
    ...(facet === undefined ? {} : { facet }),
    ...(year === undefined ? {} : { year }),
  }
}

/** Two digits are read as 1970–2069: the case systems are no older. */
function yearOf(digits: string | undefined): number | undefined {
  if (!digits) return undefined
  const number = Number(digits)
  return digits.length === 4 ? number : number >= 70 ? 1900 + number : 2000 + number
}

function isAnotherNumber(text: string, start: number, sagsnummer: Sagsnummer): boolean {
  const before = text.slice(Math.max(0, start - OTHER_LENGTH), start)
  if (sagsnummer.format === 'acadre' && (YEARS_OR_MONTH.test(sagsnummer.key) || LEGAL_ACT_BEFORE.test(before))) return true
  return OTHER_LABEL_BEFORE.test(before)
}

function addLabelled(found: FoundSagsnummer[], text: string, pattern: RegExp, format: SagsnummerFormat): void {
  for (const match of text.matchAll(pattern)) {
    const number = match.groups?.['number'] ?? ''
    const end = match.index + match[0].length
    const start = end - number.length
    const sagsnummer = parseSagsnummer(number, [format], { labelled: true })
    if (sagsnummer && !found.some((other) => other.start < end && start < other.end)) {
      found.push({ sagsnummer, start, end, labelled: true })
    }
  }
}

function finderOf(formats: readonly SagsnummerFormat[]): RegExp {
  const id = formats.join()
  const known = finders.get(id)
  if (known) return known
  const shapes = SAGSNUMMER_FORMATS.filter((format) => format !== 'løbenummer' && formats.includes(format)).map((format) =>
    SHAPES[format].replace(/\(\?<\w+>/g, '(?:'),
  )
  // No format at all must find nothing, not the empty text everywhere.
  const finder = new RegExp(shapes.length > 0 ? `${BEFORE}(?:${shapes.join('|')})${AFTER}` : '(?!)', 'gu')
  finders.set(id, finder)
  return finder
}

function spellings(form: string): string[] {
  if (!/[ÆØÅ]/.test(form)) return [form]
  return [
    form,
    form.replaceAll('Ø', 'O').replaceAll('Å', 'A').replaceAll('Æ', 'AE'),
    form.replaceAll('Ø', 'OE').replaceAll('Å', 'AA').replaceAll('Æ', 'AE'),
  ]
}

function shapesAs<T>(build: (shape: string) => T): Readonly<Record<SagsnummerFormat, T>> {
  return Object.fromEntries(SAGSNUMMER_FORMATS.map((format) => [format, build(SHAPES[format])])) as Record<SagsnummerFormat, T>
}
