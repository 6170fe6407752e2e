import { findSagsnumre } from '../referat/sagsnummer.ts'
import { plainDashes } from './text.ts'
import { type FoundToken, findDateTokens, sagToken } from './tokens.ts'

/** What a visitor's words ask for. Every part must be met. */
export interface Query {
  /** Words in quotes, to be found as they stand. */
  readonly phrases: readonly string[]
  /** Days, months and case numbers. */
  readonly tokens: readonly FoundToken[]
  /** The rest, as typed, in lower case; without words that stand everywhere, where others are left. */
  readonly words: readonly string[]
  /** Words and phrases (in quotes) with a minus before them: what must not be there. */
  readonly not: readonly string[]
}

/** Words of a question that say nothing about what is asked for. */
const STOP_WORDS = new Set(
  'ad af alle at blev blive bliver da de dem den denne der deres det dette dig din du efter eller en end er et for fra få får ham han hans har havde have hende her hos hun hvad hvem hver hvilke hvilken hvis hvor hvordan hvorfor hvornår i ikke ind ja jeg jer kan kun kunne man mange med meget men mig min mod mon ned nej noget nogle nogen nu når og også om op os over på samt se selv sig sin skal skulle som så sådan til ud under var ved vi vil ville vor være været'.split(
    ' ',
  ),
)

const PHRASE = /["“”„](?<straight>[^"“”„]+)["“”„]|»(?<danish>[^«]+)«/gu
const NOT = /(?<![^\s])-(?:["“”„](?<phrase>[^"“”„]+)["“”„]|(?<word>\p{L}[\p{L}\p{N}-]*))/gu
const LABEL = '(?:(?:sags?[ -]?(?:nr|nummer|id)?|j(?:ournal)?\\.?[ -]?nr)\\.?(?::\\s*|\\s+))?'
const FACET = '(?:OE|[A-ZÆØÅ])\\d\\d'
const TAIL = '(?:-\\d{1,6}(?:-\\d{1,4})?)?'
/** Case numbers as people type them: whole or cut short, with or without marks, a space where the hyphen may stand. */
const SAG = new RegExp(
  `(?<![\\p{L}\\p{N}./-])${LABEL}(?<number>\\d\\d\\.\\d\\d\\.\\d\\d(?:\\s?-?\\s?${FACET}${TAIL})?|\\d{6}${FACET}\\d*|${FACET}(?:-\\d{1,6})(?:-\\d{1,4})?|[A-ZÆØÅ]{3}[ -]?\\d{4}[ -]?\\d{4,7})(?![\\p{L}\\p{N}/]|[.-]\\p{N})`,
  'giu',
)
const LABELLED = /(?<![\p{L}\p{N}])(?:sags?[ -]?(?:nr|nummer|id)?|j(?:ournal)?\.?[ -]?nr)\.?:?\s+(?<number>\d{4,10})(?![\p{L}\p{N}./-])/giu

/** Reads a visitor's words. Pure, and the same in the browser and in tests. */
export function parseQuery(text: string): Query {
  const phrases: string[] = []
  const not: string[] = []
  const wanted = plainDashes(text).replace(NOT, (...match) => {
    const { phrase, word } = match.at(-1) as { phrase?: string; word?: string }
    not.push(phrase ? `"${phrase.trim()}"` : (word ?? '').toLowerCase())
    return ' '
  })
  const rest = wanted.replace(PHRASE, (...match) => {
    const groups = match.at(-1) as { straight?: string; danish?: string }
    const phrase = (groups.straight ?? groups.danish ?? '').replace(/\s+/g, ' ').trim()
    if (phrase) phrases.push(phrase)
    return ' '
  })
  const dates = findDateTokens(rest)
  const afterDates = blank(rest, dates)
  const sager = findSagTokens(afterDates)
  const words = blank(afterDates, sager)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const telling = words.filter((word) => !STOP_WORDS.has(word))
  const alone = phrases.length === 0 && dates.length === 0 && sager.length === 0
  return { phrases, tokens: [...dates, ...sager], words: telling.length > 0 || !alone ? telling : words, not }
}

/** Case numbers in a query, in order. */
export function findSagTokens(text: string): FoundToken[] {
  const found: FoundToken[] = []
  const add = (written: string, start: number, end: number): void => {
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ token: sagToken(written), text: written, start, end })
  }
  for (const pattern of [SAG, LABELLED]) {
    for (const match of text.matchAll(pattern)) add(match.groups?.['number'] ?? match[0], match.index, match.index + match[0].length)
  }
  // Letter by letter, so that places stay the same where a capital is longer than its small letter.
  const capitals = text.replace(/./gsu, (letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter))
  for (const { sagsnummer, start, end } of findSagsnumre(capitals)) add(sagsnummer.written, start, end)
  return found.sort((a, b) => a.start - b.start)
}

function blank(text: string, found: readonly FoundToken[]): string {
  return found.reduce((left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`, text)
}
