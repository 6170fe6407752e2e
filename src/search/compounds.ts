import { MARK } from './marks.ts'
import { stem } from './stem.ts'

/** Words that begin others without being a part of their meaning: `udvalg`, `godkendt`, `undersøgelse`. */
const NO_HEADS = new Set(
  'efter over under mellem frem hjem bort imod sammen tilbage igennem forbi gennem omkring igen videre neden ovenfor udenfor indenfor ellers hver alle inde uden inden fore ende rede forud hoved anden betyde egent ligeså deres vores hvor andre samme gods'.split(
    ' ',
  ),
)
/** Ends of words that are words too, but here only bend or derive. */
const NO_TAILS = new Set(
  [
    'lige',
    'ligt',
    'lighed',
    'mæssige',
    'følge',
    'følgende',
    'dene',
    'dets',
    'ration',
    'rationer',
    'skab',
    'løse',
    'løst',
    'bare',
    'bart',
    'some',
    'heder',
    'hede',
    'dommen',
    'domme',
    'ende',
    'enden',
    'ener',
    'eren',
    'erne',
    'ning',
    'inger',
    'ring',
    'ringen',
    'ringer',
    'else',
    'agtig',
    'mæssig',
    'kendt',
    'kendte',
    'kende',
    'tage',
    'taget',
    'tagen',
    'tages',
    'stand',
    'standen',
    'form',
    'vise',
    'vist',
    'vides',
  ].map(stem),
)
/** Three letters are too few to be sure of a head, but these are. */
const SHORT_HEADS = new Set('års bil bus byg fag fly hav hus jul lov løn lån mad skov syn tog træ tyv vej'.split(' '))
/** Beginnings of verbs and their nouns: they belong to what follows (`kontrakt|forhandling`). */
const PREFIX = /(?:for|be|af|an|til|ud|ind|op|med|mod|under|over|gen|efter|sam|mis|fra|om|på|u)$/
/** How a part that stands nowhere alone must begin: as a Danish word does, and not as an ending that bends or derives. */
const START = /^(?:[bcdfghjklmnprstv]|[bfgkp][lr]|[dtv]r|[bfmp]j|hj|gn|kn|kv|sk|skr|sl|sm|sn|sp|spr|spl|st|str|sv|tv)[aeiouyæøå]/
const ENDING = /^s?(?:lig|løs|mæssig|som|bar|hed|skab|dom|ning|ring|tion|sion|ment|tet|t?isk|ker|ske|ne|re|te|de|le|se|ke|ge|ve|me)/
/** What no Danish word ends in. */
const NO_END = /[bdfgkptv][lrnjm]$/
/** A noun made from a verb or an adjective, joined with -s-: what follows is a word of its own even if it stands nowhere alone. */
const JOINED = /(?:ing|else|hed|ion|skab|tet|ment)s$/
const SHORTEST = 8
const SHORTEST_PART = 4
/** Least length of a part that is inferred from the other. */
const LONG_PART = 5
const VOWEL = /[aeiouyæøå]/

/** Splits compounds by the words that an archive itself has. */
export class CompoundSplitter {
  readonly #words: ReadonlySet<string>
  readonly #stems: ReadonlySet<string>
  #bound: ReadonlySet<string> = new Set()
  readonly #ofKnown = new Map<string, readonly string[] | undefined>()
  readonly #known = new Map<string, readonly string[]>()

  constructor(words: Iterable<string>) {
    this.#words = new Set(words)
    this.#stems = new Set([...this.#words].filter((word) => word.length >= SHORTEST_PART).map(stem))
    this.#bound = this.#learnBound()
    this.#known.clear()
    this.#ofKnown.clear()
  }

  /** Heads that stand before two or more of the archive's words and never alone: `arbejds-`, `velfærds-`. */
  #learnBound(): ReadonlySet<string> {
    const tails = new Map<string, Set<string>>()
    for (const word of this.#words) {
      const [head = '', tail, ...more] = this.split(word)
      if (tail === undefined || more.length > 0 || this.#isHead(head)) continue
      tails.set(head, (tails.get(head) ?? new Set()).add(stem(tail)))
    }
    return new Set([...tails].filter(([, known]) => known.size > 1).map(([head]) => head))
  }

  /** The parts of a word in lower case, in order; the word alone where it is not seen to be a compound. */
  split(word: string): readonly string[] {
    if (word.length < SHORTEST) return [word]
    const known = this.#known.get(word)
    if (known) return known
    const parts = this.#parts(word)
    this.#known.set(word, parts)
    return parts
  }

  #parts(word: string): readonly string[] {
    return this.#ofKnownParts(word) ?? this.#withUnknownTail(word) ?? this.#withUnknownHead(word) ?? [word]
  }

  /** Known heads and a known tail; the longest tail first: what the compound is a kind of. */
  #ofKnownParts(word: string): readonly string[] | undefined {
    if (!this.#ofKnown.has(word)) this.#ofKnown.set(word, this.#findKnownParts(word))
    return this.#ofKnown.get(word)
  }

  #findKnownParts(word: string): readonly string[] | undefined {
    for (let at = SHORTEST_PART - 1; at <= word.length - SHORTEST_PART; at += 1) {
      const head = word.slice(0, at)
      if (this.#isTail(word.slice(at)) && this.#isHead(head)) return this.#join(head, word.slice(at))
    }
    return undefined
  }

  /** A known head, and a tail that stands nowhere alone. */
  #withUnknownTail(word: string): readonly string[] | undefined {
    for (let at = word.length - LONG_PART; at >= SHORTEST_PART; at -= 1) {
      const head = word.slice(0, at)
      const tail = word.slice(at)
      if (!VOWEL.test(tail) || !this.#isHead(head)) continue
      if (JOINED.test(head)) return this.#join(head, tail)
      const whole = this.#words.has(head) || this.#bound.has(head)
      const long = head.length >= LONG_PART ? tail.length > LONG_PART : !head.endsWith('e') && tail.length > LONG_PART + 1
      if (!whole || !long || !START.test(tail) || ENDING.test(tail) || tail[0] === head.at(-1)) continue
      const joint = /^s[^aeiouyæøå]/.test(tail) && START.test(tail.slice(1))
      if (joint && head.length < LONG_PART) continue
      // "adgangskoder": an s before a consonant joins more often than it begins a word.
      return joint ? this.#join(`${head}s`, tail.slice(1)) : this.#join(head, tail)
    }
    return undefined
  }

  /** A known tail, and a head that stands nowhere alone. */
  #withUnknownHead(word: string): readonly string[] | undefined {
    for (let at = SHORTEST_PART; at <= word.length - LONG_PART; at += 1) {
      if (stem(word.slice(at)).length < LONG_PART || !this.#isTail(word.slice(at))) continue
      const prefix = PREFIX.exec(word.slice(0, at))?.[0] ?? ''
      const head = word.slice(0, at - prefix.length)
      if (head.length >= SHORTEST_PART && VOWEL.test(head) && !NO_END.test(head) && !NO_HEADS.has(head)) {
        return this.#join(head, word.slice(head.length))
      }
    }
    return undefined
  }

  #join(head: string, tail: string): readonly string[] {
    return [...this.split(head), ...this.split(tail)]
  }

  #isTail(tail: string): boolean {
    const root = stem(tail)
    return root.length > 2 && this.#stems.has(root) && !NO_TAILS.has(root)
  }

  /** A word, with or without the -s- or -e- that joins it to the next, or a compound of such. */
  #isHead(head: string): boolean {
    if (NO_HEADS.has(head)) return false
    if (head.length < SHORTEST_PART) return SHORT_HEADS.has(head)
    if (this.#words.has(head) || this.#bound.has(head)) return true
    const joined = /[se]$/.test(head) ? head.slice(0, -1) : ''
    if (joined.length >= 3 && !NO_HEADS.has(joined) && this.#words.has(joined)) return true
    return head.length >= SHORTEST && this.#ofKnownParts(head) !== undefined
  }
}

const WORD = /\p{L}{8,}/gu

/** A text with marks in its compounds; the letters stay as they are, and a mark of its own becomes a slash. */
export function markCompounds(text: string, splitter: CompoundSplitter): string {
  return text.replaceAll(MARK, '/').replace(WORD, (word) => {
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

/** The same for HTML: tags are left alone. */
export function markCompoundsInHtml(html: string, splitter: CompoundSplitter): string {
  return html.replace(
    /(<[^>]*>|&\w+;)|([^<&]+)/g,
    (_, tag: string | undefined, text: string | undefined) => tag ?? markCompounds(text ?? '', splitter),
  )
}
