import type { Attendance } from '../referat/deltager.ts'

/** Someone named in a list of people. */
export interface Person {
  readonly navn: string
  readonly parti?: string
  readonly rolle?: string
  readonly fremmøde: Attendance
  readonly stedfortræderFor?: string
  /** True where the list names whom they stand in for only once, as someone who is away. */
  readonly followsAbsent?: boolean
}

/** A list of people, read. */
export interface PeopleList {
  readonly people: readonly Person[]
  /** Words that became `fremmøde` or `stedfortræder for`. */
  readonly consumed: readonly string[]
  /** Parts of the list that are no names. */
  readonly unread: readonly string[]
}

const STATUS: readonly (readonly [RegExp, Attendance])[] = [
  [/^(?:(?:fraværende )?med afbud|afbud|meldt afbud|fraværende \(?afbud\)?|afbud fra)$/iu, 'afbud'],
  [/^(?:fraværende(?: uden afbud)?|fravær|uden afbud|ikke til ?stede|ej til ?stede|udeblevet|udeblev|deltog ikke)$/iu, 'fravær'],
  [/^(?:til ?stede|mødt|fremmødt|deltog)$/iu, 'til stede'],
]
const SUBSTITUTE = /^(stedfortræder for|suppleant for|substitut for|i stedet for|for)\s+(\p{Lu}.*)$/iu
const PARTY_LETTERS = /^\p{Lu}{1,2}$/u
const PARTY_WORDS =
  /^(?:løsgænger(?:e|en)?|ud(?:en )?for parti(?:erne)?|uafhængig|liste \p{Lu}|\p{L}+listen|socialdemokrat(?:iet|erne)?|venstre|(?:det )?konservative(?: folkeparti)?|(?:det )?radikale(?: venstre)?|socialistisk folkeparti|dansk folkeparti|liberal alliance|alternativet|nye borgerlige|danmarksdemokraterne|moderaterne|kristendemokraterne|slesvigsk parti|borgernes parti)$/iu
const TITLE_BEFORE =
  /^((?:(?:\d\.\s*)?(?:vice)?borgmester|(?:første |anden )?(?:næst)?formand|(?:kommunal|vice|børne|social|teknik|kultur|økonomi|centre?)?-?(?:direktør|chef)|rektor|sekretær|referent|regionsrådsformand)\s+)(?=\p{Lu})/iu
/** An office in lower case before a name: "havnefoged Kim Bro". */
const OFFICE_BEFORE = /^(\p{Ll}[\p{L}-]{3,}(?: (?:og |for )?\p{Ll}[\p{L}-]{2,}){0,2}) (?=\p{Lu})/u
const PARTICLE = '(?:af|de|den|der|di|von|van|la|le|el|al|bin|ten|til)'
const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`
const NAME = new RegExp(`^${NAME_WORD}(?: (?:${NAME_WORD}|${PARTICLE}))*$`, 'u')
const PARENTHESIS = /^(.*?)\s*\(([^()]*)\)$/u
const NO_ONE = /^(?:ingen|-|–|\.)?$/i

/** True for a party's letters or its name. */
export function isParty(text: string): boolean {
  return PARTY_LETTERS.test(text) || PARTY_WORDS.test(text)
}

/** True for one to seven words that are written as a person's name. */
export function isName(text: string): boolean {
  return NAME.test(text) && text.split(' ').length <= 7
}

/**
 * Reads a list of people. Trailing parentheses are taken from right to left as attendance, role and party;
 * a part without a name is the role of the one before it.
 * @param whole attendance where the list says nothing of its own
 */
export function parsePeople(text: string, whole: Attendance): PeopleList {
  const people: Person[] = []
  const consumed: string[] = []
  const unread: string[] = []
  for (const part of splitList(text, consumed)) {
    if (NO_ONE.test(part)) {
      if (part) consumed.push(part)
      continue
    }
    const before = people.at(-1)
    if (before && !before.rolle && isRole(part) && !namesSomeone(part) && !statusOf(part)) {
      people[people.length - 1] = { ...before, rolle: part }
      continue
    }
    const status = statusOf(part)
    if (before && status) {
      people[people.length - 1] = { ...before, fremmøde: status }
      consumed.push(part)
      continue
    }
    const substitute = /^(?:stedfortræder|suppleant):?\s+(?=\p{Lu})/iu.exec(part)?.[0]
    if (before && substitute) {
      const person = parsePerson(part.slice(substitute.length), 'til stede', consumed)
      if (person) {
        people.push({ ...person, stedfortræderFor: before.navn, followsAbsent: true })
        consumed.push(substitute)
        continue
      }
    }
    const person = parsePerson(part, whole, consumed)
    if (person) people.push(person)
    else unread.push(part)
  }
  return { people, consumed, unread }
}

function parsePerson(part: string, whole: Attendance, consumed: string[]): Person | undefined {
  let name = part.replace(/\.$/, '').trim()
  const found: { parti?: string; rolle?: string; fremmøde?: Attendance; stedfortræderFor?: string } = {}
  const taken: string[] = []
  for (let match = PARENTHESIS.exec(name); match; match = PARENTHESIS.exec(name)) {
    name = (match[1] ?? '').trim()
    if (!note((match[2] ?? '').trim(), found, taken)) return undefined
  }
  const tail = /^(.+?)\s+[-–]\s+(.+)$/u.exec(name)
  if (tail && note((tail[2] ?? '').trim(), found, taken)) name = (tail[1] ?? '').trim()
  for (let match = PARENTHESIS.exec(name); match; match = PARENTHESIS.exec(name)) {
    name = (match[1] ?? '').trim()
    if (!note((match[2] ?? '').trim(), found, taken)) return undefined
  }
  const title = TITLE_BEFORE.exec(name)?.[1]
  if (title && !found.rolle) {
    found.rolle = title.trim()
    name = name.slice(title.length).trim()
  }
  const office = OFFICE_BEFORE.exec(name)?.[1]
  if (office && !found.rolle) {
    found.rolle = office
    name = name.slice(office.length).trim()
  }
  if (!isName(name)) return undefined
  consumed.push(...taken)
  const { fremmøde = whole, ...rest } = found
  return { navn: name, ...rest, fremmøde }
}

/** Reads what stands in one pair of parentheses; false where its place is taken already. */
function note(
  text: string,
  found: { parti?: string; rolle?: string; fremmøde?: Attendance; stedfortræderFor?: string },
  taken: string[],
): boolean {
  if (text === '') return true
  const status = statusOf(text)
  if (status && !found.fremmøde) {
    found.fremmøde = status
    taken.push(text)
    return true
  }
  const substitute = SUBSTITUTE.exec(text)
  if (substitute && !found.stedfortræderFor && isName((substitute[2] ?? '').trim())) {
    found.stedfortræderFor = (substitute[2] ?? '').trim()
    taken.push(substitute[1] ?? '')
    return true
  }
  if (isParty(text) && !found.parti) {
    found.parti = text
    return true
  }
  found.rolle = found.rolle === undefined ? text : `${text}, ${found.rolle}`
  return true
}

/** True for an office with a whole name after it. */
function namesSomeone(text: string): boolean {
  const office = OFFICE_BEFORE.exec(text)?.[0]
  const name = office === undefined ? '' : text.slice(office.length)
  return name.includes(' ') && isName(name)
}

/** True for the words after a name that tell an office: few, in lower case, no clause. */
function isRole(text: string): boolean {
  return (
    /^\p{Ll}[\p{L} .&-]+$/u.test(text) &&
    text.split(' ').length <= 6 &&
    !/^(?:der|som|dog|men|og|samt|deltog|forlod|ankom|fra|til|under|kl)(?!\p{L})/u.test(text)
  )
}

function statusOf(text: string): Attendance | undefined {
  return STATUS.find(([pattern]) => pattern.test(text))?.[1]
}

/** The parts of a list at its commas, semicolons and line breaks, and at an "og" between two names; parentheses hold together. */
function splitList(text: string, connectives: string[]): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const char of text) {
    if (char === '(') depth += 1
    else if (char === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && /[,;\n•·]/.test(char)) {
      parts.push(part)
      part = ''
    } else part += char
  }
  parts.push(part)
  return parts.flatMap((piece) => splitAnd(piece.replace(/\s+/g, ' ').trim(), connectives)).filter((piece) => piece !== '')
}

function splitAnd(part: string, connectives: string[]): string[] {
  const opening = /^(og|samt)\s+(?=\p{Lu})/u.exec(part)
  if (opening) {
    connectives.push(opening[1] ?? '')
    return splitAnd(part.slice(opening[0].length), connectives)
  }
  const pieces = part.split(/\s+(?:og|samt)\s+/u)
  const bare = (piece: string): string =>
    piece
      .replace(/\s*\([^()]*\)/g, '')
      .replace(/\.$/, '')
      .replace(OFFICE_BEFORE, '')
      .trim()
  if (pieces.length < 2 || !pieces.every((piece) => isName(bare(piece)))) return [part]
  connectives.push(...[...part.matchAll(/\s(og|samt)\s+/gu)].map((match) => match[1] ?? ''))
  return pieces
}
