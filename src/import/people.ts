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
  /^((?:(?:\d\.\s*)?(?:vice)?borgmester|(?:\d\.\s*|første |anden )?(?:næst)?formand|(?:kommunal|vice|børne|social|teknik|kultur|økonomi|centre?)?-?(?:direktør|chef)|rektor|sekretær|referent|regionsrådsformand|suppleant|stedfortræder|medlem)\s+)(?=\p{Lu})/iu
/** An office in lower case before a name: "havnefoged Kim Bro". */
const OFFICE_BEFORE = /^(\p{Ll}[\p{L}-]{3,}(?: (?:og |for )?\p{Ll}[\p{L}-]{2,}){0,2}) (?=\p{Lu})/u
/** An office after the parentheses: "Karen Lund (A) formand". */
const OFFICE_AFTER =
  /^(.*\))\s*,?\s+((?:(?:\d\.\s*|første |anden )?(?:vice)?borgmester|(?:\d\.\s*|første |anden )?(?:næst)?formand|[\p{L}-]*(?:direktør|chef|leder)|sekretær|referent|tilforordnet))$/iu
/** An office and what stands in parentheses after it, where commas part it from the name: "Karen Lund, formand (A)". */
const OFFICE_WITH_MORE = /^(\p{Ll}[^()]*?|\d\. ?\p{Ll}[^()]*?)\s*((?:\([^()]*\)\s*)+)$/u
/** Whom a substitute stands in for is the one before: "Erik Gran (F) - stedfortræder: Fie Holm (F)". */
const STANDS_IN =
  /^(?:(?:som\s+)?(?:stedfortræder|suppleant|afløser)(?:\s+(?:deltog|deltager|mødte|er))?(?:\s+i stedet)?|i stedet\s+(?:deltog|deltager|mødte))\s*:?\s+(?=\p{Lu})/iu
const STANDS_IN_WITHIN =
  /(?<=[\p{Ll})])(?<![Ss]om)(?:\.\s+|\s*[-–]\s+|\s+\(?)(?=(?:(?:som\s+)?(?:stedfortræder|suppleant|afløser)(?:\s+(?:deltog|deltager|mødte|er))?(?:\s+i stedet)?|i stedet\s+(?:deltog|deltager|mødte))\s*:?\s+(?!for(?!\p{L}))\p{Lu})/iu
/** Where one person ends and the next begins, with spaces alone between them: "Karen Lund (A)  Jens Åby (V)". */
const NEXT_PERSON = /(?<=\))\s+(?=\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’ -]* \()/u
const STANDS_FOR =
  /^(?<here>\p{Lu}.*?)\s+(?<how>(?:(?:som\s+)?(?:stedfortræder|suppleant|afløser)\s+|i stedet\s+)?for)\s+(?<away>\p{Lu}.*)$/u
/** Words of minutes that are written with a capital and are no part of a name. */
const NO_NAME =
  /(?:^|\s)(?:pkt\.?|punkt(?:er)?|side|tekst|dagsorden(?:spunkt(?:er)?)?|referat|beslutning(?:er)?|indhold|emne|nr\.?|titel|sag(?:snr\.?)?|mødet?|mødedato|mødested|sted|dato|tid|bilag|indstilling|godkendelse|orientering|eventuelt|navn|parti|fremmøde)(?:\s|$)/iu
const PARTICLE = '(?:af|de|den|der|di|von|van|la|le|el|al|bin|ten|til)'
const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`
const NAME = new RegExp(`^${NAME_WORD}(?: (?:${NAME_WORD}|${PARTICLE}))*$`, 'u')
const PARENTHESIS = /^(.*?)\s*\(([^()]*)\)$/u
const NO_ONE =
  /^(?:ingen|-|–|\.|alle(?: medlemmer)?|samtlige(?: medlemmer)?|hele (?:udvalget|rådet|bestyrelsen)|alle (?:var )?(?:mødt|til ?stede))?\.?$/i

/** True for a party's letters or its name. */
export function isParty(text: string): boolean {
  return PARTY_LETTERS.test(text) || PARTY_WORDS.test(text)
}

/** True for one to seven words that are written as a person's name. */
export function isName(text: string): boolean {
  return NAME.test(text) && text.split(' ').length <= 7 && !NO_NAME.test(text)
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
    if (before && before.parti === undefined && PARTY_LETTERS.test(part) && before.navn.includes(' ')) {
      people[people.length - 1] = { ...before, parti: part }
      continue
    }
    const status = statusOf(part)
    if (before && status) {
      people[people.length - 1] = { ...before, fremmøde: status }
      consumed.push(part)
      continue
    }
    const office = before && OFFICE_WITH_MORE.exec(part)
    if (before && office && !before.rolle && isRole(office[1] ?? '')) {
      const added = withNotes(before, office[1] ?? '', office[2] ?? '', consumed)
      if (added) {
        people[people.length - 1] = added
        continue
      }
    }
    const substitute = STANDS_IN.exec(part)?.[0]
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

/** A person with an office and the parentheses that follow it. */
function withNotes(person: Person, office: string, parentheses: string, consumed: string[]): Person | undefined {
  const found: Found = { ...(person.parti !== undefined && { parti: person.parti }) }
  const taken: string[] = []
  for (const [, text = ''] of parentheses.matchAll(/\(([^()]*)\)/g)) if (!note(text.trim(), found, taken)) return undefined
  if (found.rolle !== undefined) return undefined
  consumed.push(...taken)
  return { ...person, ...found, rolle: office }
}

interface Found {
  parti?: string
  rolle?: string
  fremmøde?: Attendance
  stedfortræderFor?: string
}

function parsePerson(part: string, whole: Attendance, consumed: string[]): Person | undefined {
  let name = part.replace(/\.$/, '').trim()
  const standsFor = STANDS_FOR.exec(name)?.groups
  const away = standsFor?.['away']?.replace(/\s*\([^()]*\)/g, '').trim() ?? ''
  if (standsFor && isName(away)) {
    const here: Person | undefined = parsePerson(standsFor['here'] ?? '', 'til stede', consumed)
    if (!here) return undefined
    consumed.push(standsFor['how'] ?? '', ...[...(standsFor['away'] ?? '').matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? ''))
    return { ...here, stedfortræderFor: away }
  }
  const found: Found = {}
  const taken: string[] = []
  const after = OFFICE_AFTER.exec(name)
  if (after) {
    found.rolle = after[2] ?? ''
    name = after[1] ?? ''
  }
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
function note(text: string, found: Found, taken: string[]): boolean {
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
    /^(?:\d\. ?)?\p{Ll}[\p{L} .&-]+$/u.test(text) &&
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
  return parts
    .flatMap((piece) => piece.split(NEXT_PERSON))
    .flatMap((piece) => piece.split(NEXT_PERSON))
    .flatMap(splitSubstitute)
    .flatMap((piece) => splitAnd(piece.replace(/\s+/g, ' ').trim(), connectives))
    .filter((piece) => piece !== '')
}

function splitSubstitute(part: string): string[] {
  const [before = '', ...after] = part.split(STANDS_IN_WITHIN)
  return after.length === 0 ? [part] : [before, ...after.map((piece) => (before.includes('(') ? piece : piece.replace(/\)$/, '')))]
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
