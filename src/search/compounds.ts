import { once } from '../source/once.ts'
import type { Dictionary } from './dictionary.ts'
import { MARK } from './marks.ts'

/**
 * Words and syllables that begin others without being a part of their meaning: particles (`udvalg`, `forslag`,
 * `undersøgelse`), and what only looks like a word (`rap|port`, `kap|ital`).
 */
const NO_HEADS = new Set(
  (
    'af an ant be bi bort der efter en end ens er et for fore forbi forud fra frem ge gen gennem hen her hid hin hjem hver i igen igennem ikke imod ind inde ' +
    'inden indenfor kap ko kol kom kon kor la lige ligeså ma mar mas mat med mis mod modsat ne ned neden nu næst næste når og om omkring op over ovenfor ' +
    'pa par pas pen per pol por pro på rap re rede ro sam samme sammen sek sel sen ser sin som sup så sær te tel ter tes til tilbage tran trans u ud uden ' +
    'udenfor under van val ved vel ver vi videre vor å alle anden andre betyde deres egent ellers ende ene gods hvor vores'
  ).split(' '),
)
/** Nouns that at the end of a word mostly bend or derive it: `venskab`, `sygdom`, `arbejdsløshed`. */
const NO_TAILS = new Set(
  'skab dom hed endelse løshed lighed fuldhed ing else ende enden ion ner ler ring ning ling ting tion agtig mæssig kendt stand lag lægning ration art tet sam rede følge'.split(
    ' ',
  ),
)
/** Compounds whose parts no longer say what they mean: a search for `mål` must not find every `spørgsmål`. */
const GROWN_TOGETHER = new Set(
  'spørgsmål husholdning dagsorden værksted platform formål landskab personale kontor entreprise frivillighed planlægning'.split(' '),
)
/** Beginnings of verbs and their nouns: they belong to what follows (`kontrakt|forhandling`). */
const PREFIX = /(?:for|be|af|an|til|ud|ind|op|med|mod|under|over|gen|efter|sam|mis|fra|om|på|u)$/
/** Beginnings of verbs: a word with one of them is derived rather than joined. */
const PARTICLE = /^(?:for|be|af|an|til|ud|ind|op|under|over|gen|efter|mis|frem|ned|sam)/
/** A noun made from a verb or an adjective, joined with -s-: what follows is a word of its own even if no dictionary has it. */
const JOINED = /(?:ing|else|hed|ion|skab|tet|ment)s$/
/** Ends that make adjectives of nouns and are no words of their own. */
const MADE_TAIL = /^(?:mæssig|agtig|vis|lig|løs|dygtig|ansvarlig|værdig|fuld)/
/** How participles and other adjectives end that may end a compound: `databaseret`, `fællesoffentlig`. */
const ADJECTIVE = /(?:ede|et|ende|ale?|ske?|lige?|ive?|bare?)$/
const VOWEL = /[aeiouyæøå]/
/** What no Danish word ends in, and how none begins. */
const NO_END = /[bdfgkptv][lrnjm]$/
const NO_START = /^(?:[^aeiouyæøå]{4}|[lmnr][^aeiouyæøåj]|[bdfgkpt][^aeiouyæøålrnjvh]|s[bdfghrz]|v[^aeiouyæøåren])/

/** A word of fewer letters is taken as it is. */
const SHORTEST = 6
/** Least share of the dictionary's words in which a short part is a part: `hal` ends compounds, `ion` merely ends words. */
const TRUSTED = 0.4
/** The same where the rest is a sure part of five letters or more. */
const TRUSTED_BESIDE_SURE = 0.15
/** The same for heads of four letters. */
const SEEN = 0.05
/** The same for heads that by the rules join nothing as they stand: `landvej`, `udeliv`. */
const SEEN_JOINING = 0.25
/** Least length of a part that is a word of another class than nouns, or stands beside an unknown one. */
const LONG = 6
/** What a part costs, by how sure it is; the cheapest parts win, so the fewest and surest. */
const KNOWN = 10
const SHORT = 3
const OTHER_CLASS = 12
const LEARNED = 14
const FROM_ARCHIVE = 14
const UNKNOWN = 25

interface Reading {
  readonly cost: number
  readonly parts: readonly string[]
}

/** What was found out of a word, and what was asked of the archive's words for it. */
interface Found<T> {
  readonly answer: T
  readonly asked: readonly string[]
  /** Those of the asked ones that the archive has. */
  readonly had: readonly string[]
}

interface Answers {
  readonly words: Map<string, Found<readonly string[]>>
  readonly heads: Map<string, Found<Reading | undefined>>
}

const NOTHING: readonly string[] = []

/**
 * What was last found out by a dictionary. Most words stand in many shards, each of which has other words to tell
 * compounds by, and these seldom make a difference.
 */
const foundBy = once((_: Dictionary): Answers => ({ words: new Map(), heads: new Map() }))
/** How many words are kept of them, some 500 bytes each. */
const MOST_KEPT = 100_000

/** Splits compounds by a Danish dictionary, and where that has no answer by the words that an archive itself has. */
export class CompoundSplitter {
  readonly #dictionary: Dictionary
  readonly #archive: ReadonlySet<string>
  readonly #known: Answers = { words: new Map(), heads: new Map() }
  readonly #before: Answers
  /** What has been asked for the word that is being looked at. */
  #asking: string[] | undefined

  constructor(dictionary: Dictionary, words: Iterable<string> = []) {
    this.#dictionary = dictionary
    this.#archive = new Set(words)
    this.#before = foundBy(dictionary)
  }

  /** The parts of a word in lower case, in order; the word alone where it is not seen to be a compound. */
  split(word: string): readonly string[] {
    if (word.length < SHORTEST) return [word]
    return this.#find(this.#known.words, this.#before.words, word, () => this.#parts(word))
  }

  /** The words that a word which has been split would be split otherwise for, were they words of the archive, or no longer. */
  askedOf(word: string): readonly string[] {
    return this.#known.words.get(word)?.asked ?? []
  }

  #inArchive(word: string): boolean {
    this.#asking?.push(word)
    return this.#archive.has(word)
  }

  #find<T>(known: Map<string, Found<T>>, before: Map<string, Found<T>>, word: string, find: () => T): T {
    let found = known.get(word)
    if (!found) {
      found = before.get(word)
      if (!found || !this.#holds(found)) {
        found = this.#findOut(find)
        if (before.size >= MOST_KEPT) before.clear()
        before.set(word, found)
      }
      known.set(word, found)
    }
    // Whoever asks for a word that is known asks what was asked for it.
    if (this.#asking) for (const asked of found.asked) this.#asking.push(asked)
    return found.answer
  }

  #holds({ asked, had }: Found<unknown>): boolean {
    return asked.every((word) => this.#archive.has(word) === had.includes(word))
  }

  #findOut<T>(find: () => T): Found<T> {
    const outer = this.#asking
    this.#asking = []
    const answer = find()
    const asked = this.#asking.length > 0 ? [...new Set(this.#asking)] : NOTHING
    this.#asking = outer
    const had = asked.filter((word) => this.#archive.has(word))
    return { answer, asked, had: had.length > 0 ? had : NOTHING }
  }

  #parts(word: string): readonly string[] {
    const noun = this.#dictionary.nounOf(word)
    // An inflected noun has the parts of its base form; any other word of the dictionary is no compound of nouns.
    if (noun !== undefined) return GROWN_TOGETHER.has(noun) ? [word] : this.#inflected(word, noun)
    if (this.#dictionary.isForm(word)) return [word]
    return (this.#cheapest(word) ?? this.#withShortPart(word) ?? this.#withUnknownPart(word))?.parts ?? [word]
  }

  /** The parts of a base form with the last of them as it stands in the inflected word. */
  #inflected(word: string, base: string): readonly string[] {
    const parts = base === word ? (this.#cheapest(word)?.parts ?? [word]) : this.split(base)
    const before = parts.slice(0, -1)
    const at = before.join('').length
    return base.slice(0, at) === word.slice(0, at) ? [...before, word.slice(at)] : [word]
  }

  /** The surest way of taking a word for a head and a tail. */
  #cheapest(word: string): Reading | undefined {
    let best: Reading | undefined
    for (let at = 2; at <= word.length - 2; at += 1) {
      const tail = this.#tail(word.slice(at), word.slice(0, at))
      const head = tail && this.#head(word.slice(0, at))
      if (!head) continue
      const cost = head.cost + tail.cost
      if (!best || cost < best.cost) best = { cost, parts: [...head.parts, ...tail.parts] }
    }
    return best
  }

  /** A word as the last part of a compound, after what comes before it. */
  #tail(tail: string, before: string): Reading | undefined {
    const noun = this.#dictionary.nounOf(tail)
    if (noun !== undefined) {
      if (!this.#endsCompounds(noun, before)) return undefined
      return { cost: KNOWN + (noun.length < 4 ? SHORT : 0), parts: this.split(tail) }
    }
    if (this.#dictionary.isForm(tail)) {
      const adjective = tail.length >= LONG && before.length >= 4 && ADJECTIVE.test(tail) && !MADE_TAIL.test(tail)
      return adjective ? { cost: OTHER_CLASS, parts: [tail] } : undefined
    }
    return tail.length >= 5 && this.#inArchive(tail) ? { cost: FROM_ARCHIVE, parts: [tail] } : undefined
  }

  #endsCompounds(noun: string, before: string): boolean {
    if (NO_TAILS.has(noun)) return false
    if (noun.length > 4) return true
    const trust = this.#dictionary.trustOfTail(noun)
    if (noun.length < 3) return trust >= SEEN_JOINING && before.length >= 4
    return JOINED.test(before) || trust >= (before.length >= 5 ? TRUSTED_BESIDE_SURE : TRUSTED)
  }

  /** A word as a part before another, with what joins them. */
  #head(head: string): Reading | undefined {
    return this.#find(this.#known.heads, this.#before.heads, head, () => this.#readHead(head))
  }

  #readHead(head: string): Reading | undefined {
    if (NO_HEADS.has(head)) return undefined
    const base = this.#dictionary.firstOf(head)
    if (head.length < 4) {
      // A word of three letters joins as it is (`dagpleje`), whatever else the rules have for it.
      const trust = this.#dictionary.trustOfHead(head)
      return trust >= (base === undefined ? SEEN_JOINING : TRUSTED_BESIDE_SURE) ? { cost: KNOWN + SHORT, parts: [head] } : undefined
    }
    if (base !== undefined && (head.length > 4 || this.#dictionary.trustOfHead(head) >= SEEN))
      return { cost: KNOWN, parts: base.length < SHORTEST ? [head] : this.#inflected(head, base) }
    if (head.length === 4 && this.#dictionary.trustOfHead(head) >= SEEN_JOINING) return { cost: KNOWN + SHORT, parts: [head] }
    if (this.#isLearned(head)) return { cost: LEARNED, parts: [head] }
    const named = head.length >= 5 && !this.#dictionary.isForm(head) && [head, head.replace(/s$/, '')].some((word) => this.#inArchive(word))
    if (named) return { cost: FROM_ARCHIVE, parts: [head] }
    let best: Reading | undefined
    for (let at = 2; at <= head.length - 3; at += 1) {
      const last = head.slice(at)
      const noun = this.#dictionary.firstOf(last)
      if (noun === undefined || NO_HEADS.has(last) || !this.#endsCompounds(noun, head.slice(0, at))) continue
      const before = this.#head(head.slice(0, at))
      const cost = before && before.cost + KNOWN + (noun.length < 4 ? SHORT : 0)
      if (before && cost !== undefined && (!best || cost < best.cost)) best = { cost, parts: [...before.parts, ...this.split(last)] }
    }
    return best
  }

  /** A head that joins nothing by the rules, but begins many of the dictionary's compounds: `kommunal`, `fælles`, `cyber`. */
  #isLearned(head: string): boolean {
    if (head.length < 4) return false
    const { all, nouns } = this.#dictionary.followers(head)
    return nouns >= 4 && nouns >= all * 0.5
  }

  /** A short head before a noun. A word of the dictionary might only look like that (`bal|last`); one that it does not have hardly. */
  #withShortPart(word: string): Reading | undefined {
    for (const at of [3, 4]) {
      const head = word.slice(0, at)
      const noun = this.#dictionary.nounOf(word.slice(at))
      if (noun === undefined || noun.length < 4 || NO_TAILS.has(noun) || NO_HEADS.has(head)) continue
      if (this.#dictionary.firstOf(head) === undefined && !this.#dictionary.isLast(head)) continue
      return { cost: UNKNOWN, parts: [head, ...this.split(word.slice(at))] }
    }
    return undefined
  }

  /** One part that the dictionary has, and one that nothing has: names and new words. */
  #withUnknownPart(word: string): Reading | undefined {
    for (let at = 4; at <= word.length - 5; at += 1) {
      const tail = this.#tail(word.slice(at), word.slice(0, at))
      if (!tail || (this.#dictionary.nounOf(word.slice(at)) ?? '').length < LONG) continue
      const head = word.slice(0, at).replace(PREFIX, '')
      if (head.length < 4 || !VOWEL.test(head) || NO_END.test(head) || NO_HEADS.has(head) || PARTICLE.test(head)) continue
      return { cost: UNKNOWN, parts: head.length === at ? [head, ...tail.parts] : [head, word.slice(head.length)] }
    }
    for (let at = word.length - 4; at >= 5; at -= 1) {
      const head = word.slice(0, at)
      const tail = word.slice(at)
      if (!JOINED.test(head) || !VOWEL.test(tail) || NO_START.test(tail) || MADE_TAIL.test(tail)) continue
      const read = this.#head(head)
      if (read) return { cost: UNKNOWN, parts: [...read.parts, tail] }
    }
    return undefined
  }
}

const WORD = /\p{L}{6,}/gu
/** A name with digits before a word: `OS2rollekatalog`. */
const AFTER_DIGIT = /(?<=\p{L}\d+)(?=\p{L}{4})/gu

/** Tells the parts of a word. */
export type Splitter = Pick<CompoundSplitter, 'split'>

/** A text with marks in its compounds; the letters stay as they are, and a mark of its own becomes a slash. */
export function markCompounds(text: string, splitter: Splitter): string {
  return text
    .replaceAll(MARK, '/')
    .replace(AFTER_DIGIT, MARK)
    .replace(WORD, (word) => {
      const lower = word.toLowerCase()
      if (lower.length !== word.length) return word
      let at = 0
      const parts = splitter.split(lower).map((part) => {
        at += part.length
        return word.slice(at - part.length, at)
      })
      return parts.join(MARK)
    })
}

/** The same for HTML: tags are left alone, and so are the headings of sections, which are the same everywhere. */
export function markCompoundsInHtml(html: string, splitter: Splitter): string {
  return html.replace(
    /(<p class="label"[^>]*>[^<]*<\/p>|<[^>]*>|&\w+;)|([^<&]+)/g,
    (_, tag: string | undefined, text: string | undefined) => tag ?? markCompounds(text ?? '', splitter),
  )
}

/**
 * Compounds inside longer ones (`rådgiver` in `databeskyttelsesrådgiver`). Marks show Pagefind a whole word and its
 * smallest parts only; what begins the word is found as its beginning.
 */
export function innerCompounds(marked: string): string[] {
  const inner = new Set<string>()
  for (const [, before = '', chain = ''] of marked.matchAll(/([\p{N}-]?\|?)(\p{L}+(?:\|\p{L}+)+)/gu)) {
    const parts = chain.toLowerCase().split(MARK)
    // `it-arbejdspladser` does not begin with what stands after its hyphen.
    for (let from = before ? 0 : 1; from < parts.length - 1; from += 1) inner.add(parts.slice(from).join(''))
  }
  return [...inner]
}
