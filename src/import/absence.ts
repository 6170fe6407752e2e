import type { PunktAbsence } from '../referat/deltager.ts'
import { fieldOf } from './fields.ts'
import type { Line } from './line.ts'
import { type Person, parsePeople } from './people.ts'
import type { PunktDraft } from './punkt-draft.ts'

const NUMBER_LIST = String.raw`(?<list>\d{1,4}[a-z]?(?:\s*(?:-|–|til|og|samt|,)\s*\d{1,4}[a-z]?)*)`
const PUNKT = String.raw`(?:punkt(?:erne|er)?|pkt\.?|sag(?:erne)?|dagsordenspunkt(?:erne)?)(?:\s+nr\.?)?`
const NOT_UNDER = new RegExp(
  String.raw`(?:deltog|deltager|medvirkede) ikke (?:under|i|ved|på)(?: behandlingen af)?\s+${PUNKT}\s+${NUMBER_LIST}`,
  'iu',
)
const NOT_UNDER_AWAY = new RegExp(
  String.raw`(?:var |er )?(?:fraværende|inhabile?|ikke til ?stede) (?:under|i|ved|på)(?: behandlingen af)?\s+${PUNKT}\s+${NUMBER_LIST}`,
  'iu',
)
const CAME = new RegExp(
  String.raw`(?:ankom|mødte|kom til ?stede)(?:[^.]|\.(?=\s?\d))*?(?<edge>under|før|inden|efter|ved)(?: behandlingen af)?\s+${PUNKT}\s+${NUMBER_LIST}`,
  'iu',
)
const LEFT = new RegExp(
  String.raw`(?:forlod|gik)(?:[^.]|\.(?=\s?\d))*?(?<edge>under|før|inden|efter|ved)(?: behandlingen af)?\s+${PUNKT}\s+${NUMBER_LIST}`,
  'iu',
)

/**
 * Who took no part in single punkter, by what the head says of several at once: "deltog ikke under punkterne 12-15",
 * "ankom under punkt 3", "forlod mødet efter punkt 5".
 * @returns absences by index of the punkt
 */
export function absencesToldOf(
  lines: readonly Line[],
  people: readonly Person[],
  numbers: readonly (string | undefined)[],
): Map<number, PunktAbsence[]> {
  const found = new Map<number, PunktAbsence[]>()
  const sentences = lines.flatMap(({ text }) => text.split(/(?<=[^\d]\.)\s+(?=\p{Lu})/u))
  for (const sentence of sentences) {
    const told = toldIn(sentence, numbers)
    if (!told) continue
    for (const { navn } of people.filter(({ navn: name }) => sentence.includes(name)))
      for (const index of told.indexes) {
        const list = found.get(index) ?? []
        if (!list.some(({ name }) => name === navn)) found.set(index, [...list, { name: navn, reason: told.reason }])
      }
  }
  return found
}

function toldIn(
  sentence: string,
  numbers: readonly (string | undefined)[],
): { indexes: number[]; reason: PunktAbsence['reason'] } | undefined {
  const indexes = numbers.map((_number, index) => index)
  const away = NOT_UNDER.exec(sentence) ?? NOT_UNDER_AWAY.exec(sentence)
  if (away) {
    const wanted = numbersOf(away.groups?.['list'] ?? '')
    return { indexes: indexes.filter((index) => wanted.has(numbers[index] ?? '')), reason: /inhabil/i.test(sentence) ? 'inhabil' : 'afbud' }
  }
  const moved = CAME.exec(sentence) ?? LEFT.exec(sentence)
  const at = numbers.findIndex((number) => numbersOf(moved?.groups?.['list'] ?? '').has(number ?? ''))
  if (!moved || at < 0) return undefined
  const edge = moved.groups?.['edge']?.toLowerCase()
  if (CAME.test(sentence))
    return { indexes: indexes.filter((index) => (edge === 'efter' ? index <= at : index < at)), reason: 'ankom senere' }
  const isBefore = edge === 'før' || edge === 'inden'
  return { indexes: indexes.filter((index) => (isBefore ? index >= at : index > at)), reason: 'gik' }
}

/** The numbers of "12-15, 17 og 19". */
function numbersOf(list: string): Set<string> {
  const numbers = new Set<string>()
  for (const part of list.split(/\s*(?:,|og|samt)\s*/u)) {
    const range = /^(\d+)\s*(?:-|–|til)\s*(\d+)$/u.exec(part)
    if (!range) numbers.add(part.trim())
    else for (let at = Number(range[1]); at <= Math.min(Number(range[2]), Number(range[1]) + 200); at += 1) numbers.add(String(at))
  }
  return numbers
}

/**
 * People whom every punkt that tells of absence names, and whom the head does not: they were away from the whole
 * meeting. Fewer than two such punkter prove nothing.
 */
export function awayThroughout(punkter: readonly PunktDraft[], people: readonly Person[]): Person[] {
  const lists = punkter
    .map(({ sections }) =>
      sections
        .flatMap(({ lines }) => lines)
        .filter(isAbsenceLine)
        .flatMap(peopleOf),
    )
    .filter((list) => list.length > 0)
  const open = punkter.filter(({ closed, sections }) => !closed && sections.some(({ key }) => key === 'decision'))
  const [first = []] = lists
  if (lists.length < 2 || lists.length < open.length) return []
  return first.filter(
    ({ navn }) =>
      navn.includes(' ') &&
      lists.every((list) => list.some((person) => person.navn === navn)) &&
      !people.some((person) => person.navn === navn),
  )
}

/** True for "Afbud: X" and "Fraværende: X" as they stand by a decision. */
export function isAbsenceLine(line: Line): boolean {
  const field = fieldOf(line)
  return (field?.kind === 'apologies' || field?.kind === 'absent') && field.value !== ''
}

function peopleOf(line: Line): readonly Person[] {
  const field = fieldOf(line)
  return parsePeople(field?.value ?? '', field?.kind === 'apologies' ? 'afbud' : 'fravær').people
}
