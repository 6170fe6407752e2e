import { parseQuery } from '../../search/query.ts'
import { findDateTokens, sagToken } from '../../search/tokens.ts'
import { bareForm, wordsOf } from '../../search/vocabulary.ts'
import type { Near, WordList } from '../../search/word-list.ts'

/** The archive's words, as far as a plan needs them. */
export interface Vocabulary {
  /** The words among which a word or token would stand, and those that begin like it. */
  near(word: string): Promise<WordList>
  /** True where a word stands in the archive, in any inflection. */
  has(word: string): Promise<boolean>
  /** Words that end as a word does, and differ in their first letters. */
  elsewhere(word: string): Promise<WordList>
}

/** One thing that Pagefind is asked; with `pair`, the two words of it must stand close together. */
export interface Clause {
  readonly query: string
  readonly pair?: readonly [head: string, tail: string]
}

/** What Pagefind is asked for a visitor's query. */
export interface Plan {
  /** Phrases, days and case numbers: every one must be met. */
  readonly must: readonly Clause[]
  /** The loose words, one by one: all must be met, or in part where no punkt has all. */
  readonly words: readonly Clause[]
  /** What must not be there. */
  readonly not: readonly string[]
  /** What no punkt has, as typed. */
  readonly unknown: readonly string[]
  /** The query that is searched in place of the one typed. */
  readonly instead?: string
  /** The query that the visitor may have meant, where the one typed is searched. */
  readonly meant?: string
}

export interface PlanOptions {
  /** Whether any punkt has two words close together. */
  readonly together: (head: string, tail: string) => Promise<boolean>
  /** True where the words are to be taken as typed. */
  readonly exact?: boolean
}

/** Least length of the words that an unknown compound is split into. */
const SHORTEST_HALF = 4
/** A short word that the archive has is not the beginning of others: `hal` asks for no `halvdel`. */
const SHORT = 4
/** A word that stands in one punkt alone may be a slip of one that stands in as many as this. */
const COMMON = 10

/**
 * Reads a query by the archive's own words. Days, months and case numbers become exact tokens; a word that the archive
 * spells otherwise is spelled its way; a slip of the pen is set right; what no punkt has is left out, since Pagefind
 * would take its longest known beginning instead and find what nobody asked for.
 */
export async function planSearch(query: string, archive: Vocabulary, options: PlanOptions): Promise<Plan> {
  const { phrases, tokens, words, not } = parseQuery(query)
  const unknown: string[] = []
  const must: Clause[] = phrases.map((phrase) => ({ query: `"${phrase}"` }))
  for (const { token, text } of tokens) {
    const clause = await readToken(token, text, archive)
    if (clause) must.push(clause)
    else unknown.push(text.trim())
  }
  const read = await Promise.all(words.map((word) => readWord(word, archive, options)))
  const found: Clause[] = []
  read.forEach(({ clauses, exact }, index) => {
    if (clauses.length === 0) unknown.push(words[index] ?? '')
    else if (exact) must.push(...clauses)
    else found.push(...clauses)
  })
  const spokenAs = (texts: readonly string[]): string =>
    [
      ...phrases.map((phrase) => `"${phrase}"`),
      ...tokens.map(({ text }) => text.trim()),
      ...texts.filter(Boolean),
      ...not.map((word) => `-${word}`),
    ].join(' ')
  return {
    must,
    words: found,
    not,
    unknown,
    ...(read.some(({ corrected }) => corrected) && { instead: spokenAs(read.map(({ spoken }) => spoken)) }),
    ...(read.some(({ meant }) => meant) && {
      meant: spokenAs(read.map(({ meant, spoken }, index) => meant ?? (spoken || (words[index] ?? '')))),
    }),
  }
}

async function readToken(token: string, text: string, archive: Vocabulary): Promise<Clause | undefined> {
  const list = await archive.near(token)
  if (list.has(token, true)) return { query: `"${token}"` }
  if (token.startsWith('sag') && list.has(token)) return { query: token }
  // "28.08.25" is a day unless some case has it for its number.
  const [day] = findDateTokens(text.trim().replace(/^(\d\d?)\.(\d\d?)\.(\d\d)$/, '$1/$2-$3'))
  return day && (await archive.near(day.token)).has(day.token, true) ? { query: `"${day.token}"` } : undefined
}

interface ReadWord {
  /** What is searched for the word: nothing where the archive has nothing like it. */
  readonly clauses: readonly Clause[]
  /** The word as it is searched, for the visitor. */
  readonly spoken: string
  /** True for a number that must be met. */
  readonly exact?: boolean
  readonly corrected?: boolean
  readonly meant?: string
}

const NOTHING: ReadWord = { clauses: [], spoken: '' }

async function readWord(word: string, archive: Vocabulary, options: PlanOptions): Promise<ReadWord> {
  const numbered = await readNumber(word, archive)
  if (numbered) return numbered
  let as = word
  let corrected = false
  let meant: string | undefined
  const pairs: Clause[] = []
  for (const part of wordsOf(word)) {
    const list = await archive.near(part)
    const found = list.lookUp(part)
    if (found.kind === 'known') {
      const better = list.countOf(part) === 1 && part.length > 5 ? list.nearest(part, part) : undefined
      if (better && better.distance === 1 && better.count >= COMMON) meant = as.replace(part, better.word)
      continue
    }
    if (found.kind === 'variant') {
      as = as.replace(part, found.word)
      continue
    }
    const { pair, isParted } = await splitByArchive(part, archive, options)
    const near = pair ? undefined : await nearest(part, archive, !isParted)
    if (pair) pairs.push({ query: pair.join(' '), pair })
    else if (!near) return NOTHING
    else if (options.exact || !near.sure) return { ...NOTHING, meant: as.replace(part, near.word) }
    if (near) as = as.replace(part, near.word)
    corrected ||= near !== undefined
  }
  const whole = as.length <= SHORT && (await archive.near(as)).hasWord(as)
  const clauses = pairs.length > 0 && pairs.length === wordsOf(word).length ? pairs : [{ query: whole ? `"${as}"` : as }, ...pairs]
  return { clauses, spoken: as, corrected, ...(meant && { meant }) }
}

/** A word with many digits may be a case number without its marks, or a day. */
async function readNumber(word: string, archive: Vocabulary): Promise<ReadWord | undefined> {
  if ((word.match(/\d/g) ?? []).length < 4) return undefined
  const clause = await readToken(sagToken(word), word, archive)
  return clause?.query.startsWith('"') ? { clauses: [clause], spoken: word, exact: true } : undefined
}

/**
 * A compound that the archive does not have, as two words of it that stand close together: `printhåndtering` → `håndtering
 * af print`. `isParted` where the archive has two such words, close together or not.
 */
async function splitByArchive(word: string, archive: Vocabulary, { together }: PlanOptions): Promise<Split> {
  let isParted = false
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at += 1) {
    // Heads first: they all begin as the word does, so that few blocks of words have them; every tail is in another.
    const heads = await knownOf([word.slice(0, at), ...(/[se]$/.test(word.slice(0, at)) ? [word.slice(0, at - 1)] : [])], archive)
    const [tail] = heads.length > 0 ? await knownOf([word.slice(at)], archive) : []
    isParted ||= tail !== undefined
    for (const head of tail ? heads : []) if (tail && (await together(head, tail))) return { pair: [head, tail], isParted }
  }
  return { isParted }
}

interface Split {
  readonly pair?: readonly [head: string, tail: string]
  readonly isParted: boolean
}

/** The words that the archive has and that may be half a compound. */
async function knownOf(words: readonly string[], archive: Vocabulary): Promise<string[]> {
  const known = await Promise.all(words.map(async (word) => word.length >= SHORTEST_HALF && (await archive.has(word))))
  return words.filter((_, at) => known[at])
}

/**
 * The word nearest to one that the archive does not have; of those that begin otherwise too, if `anywhere`. A slip in the
 * first letter counts only where it is the only one.
 */
async function nearest(word: string, archive: Vocabulary, anywhere: boolean): Promise<Near | undefined> {
  const own = (await archive.near(word)).nearest(word)
  if (own?.distance === 1 || !anywhere) return own
  const other = (await archive.elsewhere(word)).nearest(word)
  if (!other || (own && own.distance <= other.distance)) return own
  return other.distance === 1 || bareForm(other.word)[0] === bareForm(word)[0] ? other : own
}
