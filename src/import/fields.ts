import { foldLabel } from '../referat/collation.ts'
import { findDates, parseTimes } from '../referat/dato.ts'
import { once } from '../source/once.ts'
import type { Line } from './line.ts'
import { parsePeople } from './people.ts'

/** What a field in the head of a document tells. */
export type FieldKind = 'date' | 'end' | 'place' | 'present' | 'apologies' | 'absent' | 'clerk' | 'leader' | 'body' | 'authority'

/** A label of the head. A `bare` one may stand without a colon before its value. */
interface FieldLabel {
  readonly kind: FieldKind
  readonly labels: readonly string[]
  readonly bare: boolean
}

/** Labels of the head as met in real minutes, matched folded. */
const FIELDS: readonly FieldLabel[] = [
  {
    kind: 'date',
    labels: [
      'mødedato',
      'mødetidspunkt',
      'dato og tid',
      'dato og tidspunkt',
      'tid og sted',
      'starttidspunkt',
      'mødestart',
      'mødet startede',
      'mødet begyndte',
      'mødet begynder',
      'mødetid',
      'start kl',
      'mødestart kl',
      'dato og klokkeslæt',
      'tid/sted',
      'sted og tid',
      'starttidspunkt for mødet',
      'mødets start',
      'mødets begyndelse',
      'dato for mødet',
    ],
    bare: true,
  },
  { kind: 'date', labels: ['dato', 'tidspunkt', 'tid'], bare: true },
  { kind: 'date', labels: ['start', 'hvornår', 'mødet', 'møde', 'kl', 'klokken'], bare: false },
  {
    kind: 'end',
    labels: [
      'sluttidspunkt',
      'møde slut',
      'mødet slut',
      'mødet sluttede',
      'mødet sluttet',
      'mødet hævet',
      'mødet blev hævet',
      'mødets afslutning',
      'møde hævet',
      'slut kl',
      'mødet slutter',
      'mødeafslutning',
      'sluttidspunkt for mødet',
      'mødets slut',
    ],
    bare: true,
  },
  { kind: 'end', labels: ['slut'], bare: false },
  { kind: 'place', labels: ['mødested', 'mødelokale', 'mødeafholdelse', 'mødesal', 'lokation'], bare: true },
  { kind: 'place', labels: ['sted', 'lokale', 'hvor', 'adresse'], bare: false },
  {
    kind: 'present',
    labels: [
      'mødedeltagere',
      'deltagere',
      'medlemmer',
      'til stede',
      'tilstede',
      'til stede var',
      'tilstede var',
      'mødt',
      'mødte',
      'deltog',
      'mødt var',
      'følgende deltog',
      'fremmødte medlemmer',
      'mødte medlemmer',
      'fremmødte',
      'fremmødt',
      'tilstedeværende',
      'deltagere i mødet',
      'øvrige deltagere',
      'embedsmænd',
      'fra administrationen',
      'fra forvaltningen',
      'administrationen',
      'medarbejderrepræsentanter',
      'ledelsesrepræsentanter',
      'gæster',
      'stedfortrædere',
      'stedfortræder',
      'suppleant',
      'suppleanter',
      'observatører',
    ],
    bare: true,
  },
  {
    kind: 'apologies',
    labels: ['afbud fra', 'afbud', 'fraværende med afbud', 'meldt afbud', 'der var afbud fra', 'afbud modtaget fra'],
    bare: true,
  },
  {
    kind: 'absent',
    labels: [
      'fraværende uden afbud',
      'uden afbud',
      'fraværende',
      'fraværende medlemmer',
      'fravær',
      'ikke til stede',
      'ikke tilstede',
      'deltog ikke',
      'udeblevet',
      'ikke mødt',
    ],
    bare: true,
  },
  { kind: 'clerk', labels: ['referent', 'ref', 'referat ved', 'referat v', 'sekretær', 'protokolfører'], bare: true },
  { kind: 'leader', labels: ['mødeleder', 'ordstyrer', 'dirigent', 'formand', 'næstformand', 'borgmester'], bare: false },
  { kind: 'body', labels: ['udvalg', 'organ', 'mødeforum', 'forum', 'råd', 'mødefora'], bare: false },
  { kind: 'authority', labels: ['kommune', 'myndighed', 'region'], bare: false },
]

const LABELS: ReadonlyMap<string, { readonly folded: string; readonly kind: FieldKind; readonly bare: boolean }> = new Map(
  FIELDS.flatMap(({ kind, labels, bare }) => labels.map((label) => [foldLabel(label), { folded: foldLabel(label), kind, bare }] as const)),
)

/** True for the words of a label of the head alone. */
export function isFieldLabel(text: string): boolean {
  return LABELS.has(foldLabel(text.replace(/[.:\s]+$/, '')))
}

/** A field of the head: its label as written, and its value ('' where it stands on the lines below). */
export interface Field {
  readonly kind: FieldKind
  readonly label: string
  readonly value: string
}

/** The field that a line of the head is; undefined for any other line. */
export const fieldOf = once((line: Line): Field | undefined => {
  if (line.marker) return undefined
  const words = line.text.split(' ')
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const label = words.slice(0, count).join(' ')
    const known = LABELS.get(foldLabel(label.replace(/[.,]$/, '').replace(/[:.]+$/, '')))
    if (!known) continue
    const value = words
      .slice(count)
      .join(' ')
      .replace(/^[:–-]\s*/, '')
    const plain = /:$/.test(label) || /^[:–-]/.test(words[count] ?? '') || line.cells !== undefined || value === ''
    if (!plain && known.kind === 'place' && (/^\d/.test(value) || known.folded === 'moedelokale'))
      return { kind: 'place', label: '', value: line.text }
    if (plain ? value !== '' || known.bare || label.endsWith(':') || line.bold || line.level > 0 : known.bare && fits(known.kind, value))
      return { kind: known.kind, label, value }
  }
  return undefined
})

/** Whether a value without a colon before it is one of the kind that the label announces, and no sentence. */
function fits(kind: FieldKind, value: string): boolean {
  if (kind === 'date') return findDates(value).length > 0 || parseTimes(value).start !== undefined
  if (kind === 'end') return parseTimes(timeText(value)).start !== undefined
  if (kind === 'place') return value.length <= 120 && !/\.$/.test(value)
  const { people, unread } = parsePeople(value, 'til stede')
  return people.length > 0 && unread.length <= people.length
}

/** A time as it stands after a label, such as `18.15`, with what `parseTimes` wants before it. */
export function timeText(value: string): string {
  return /^\d{1,2}[.:]\d{2}/.test(value) ? `kl. ${value}` : value
}

const DATE_WORDS =
  /^(?:d|den|kl|klokken|fra|til|dato|mødedato|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|ca|starttidspunkt|og|tid)$/iu

/** A date whose year has two digits ("28.08.25"), which is a date only where a date is told. */
function shortDate(value: string): { iso: string | undefined; weekday?: string | undefined; start: number; end: number } | undefined {
  const short = /(?<![\d.])(\d{1,2}[./-]\d{1,2}[./-])(\d\d)(?![\d.]*\d)/.exec(value)
  const found = short ? findDates(value.replace(short[0], `${short[1]}20${short[2]}`))[0] : undefined
  return short && found ? { iso: found.iso, weekday: found.weekday, start: found.start, end: found.end - 2 } : undefined
}

/** Date, times and what else stands in a value such as "Torsdag d. 28. august 2025 kl. 14:00 i kantinen". */
export function readWhen(value: string): { date?: string; weekday?: string; start?: string; end?: string; consumed: string; rest: string } {
  const found = findDates(value)[0] ?? shortDate(value)
  const withoutDate = found ? `${value.slice(0, found.start)} ${value.slice(found.end)}` : value
  const times = parseTimes(timeText(withoutDate.trim()))
  const withoutTimes = times.start
    ? withoutDate.replace(
        /(?:\d{1,2}[.:]\d{2}(?:[.:]\d{2})?|(?<=kl\.?\s*|klokken\s*)\d{1,2})(?:\s*(?:-|–|til)\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d{2})?)?/iu,
        ' ',
      )
    : withoutDate
  const rest = withoutTimes
    .split(/\s+/)
    .filter((word) => word !== '' && !DATE_WORDS.test(word.replace(/[.,:;]+$/, '')) && /[\p{L}\p{N}]/u.test(word))
    .join(' ')
    .replace(/^[,;–-]\s*|\s*[,;–-]$/g, '')
  return {
    ...(found?.iso && { date: found.iso }),
    ...(found?.weekday && { weekday: found.weekday }),
    ...times,
    consumed: without(value, rest),
    rest,
  }
}

/** The words of a text that are not in its rest. */
function without(text: string, rest: string): string {
  const left = rest.split(/\s+/)
  return text
    .split(/\s+/)
    .filter((word) => {
      const at = left.indexOf(word)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    .join(' ')
}
