import { foldLetters } from '../source/slug.ts'
import { stem } from './stem.ts'
import { bareForm, type Entry } from './vocabulary.ts'

/** How the archive knows a word that a visitor typed. */
export type Lookup =
  | { readonly kind: 'known' }
  /** The same word, spelled with other letters: `oekonomi` for `økonomi`. */
  | { readonly kind: 'variant'; readonly word: string }
  /** The nearest word: what the visitor may have meant. */
  | { readonly kind: 'near'; readonly word: string }
  | { readonly kind: 'unknown' }

/** A word with the number of slips that lie between it and what was typed. */
export interface Near extends Entry {
  readonly distance: number
  /** False where a short word has a letter more and another ending than a rare one: it may well be a word of its own. */
  readonly sure: boolean
}

/** How many slips a word may have and still be told from others. */
function slipsIn(word: string): number {
  return word.length < 5 ? 0 : word.length < 8 ? 1 : 2
}

/** A word of so many letters is hardly another word than the one that is nearest to it. */
const LONG = 11
/** What stands in so many punkter is likelier meant than a word that stands in none. */
const SEVERAL = 3

interface Keyed extends Entry {
  readonly spelled: string
  readonly bare: string
  readonly bareStem: string
}

/** Looks words up among some of the archive's words. */
export class WordList {
  readonly #entries: readonly Entry[]
  #forms: readonly Keyed[] | undefined

  constructor(entries: readonly Entry[]) {
    this.#entries = entries
  }

  /** True where a word stands in the archive, or words that begin with it. */
  has(word: string, whole = false): boolean {
    return this.#entries.some((entry) => (whole ? entry.word === word : entry.word.startsWith(word)))
  }

  /** The parts of the archive in which Pagefind may find something for a word: forms of it, and words that begin as it does. */
  shardsOf(word: string): bigint {
    return this.#formsOf(word).reduce((all, { shards }) => all | shards, 0n)
  }

  /** In how many punkter it may, at most. */
  countOfForms(word: string): number {
    return this.#formsOf(word).reduce((sum, { count }) => sum + count, 0)
  }

  #formsOf(word: string): Entry[] {
    const root = bareForm(stem(word))
    return this.#entries.filter((entry) => bareForm(entry.word).startsWith(root))
  }

  /** Number of punkter that a word stands in just so. */
  countOf(word: string): number {
    return this.#entries.find((entry) => entry.word === word)?.count ?? 0
  }

  /** True where a word stands in the archive, in any inflection. */
  hasWord(word: string): boolean {
    const root = stem(word)
    // A stem keeps the first three letters, so that few words need to be stemmed.
    const start = word.slice(0, 3)
    return this.#entries.some((entry) => entry.word.startsWith(start) && stem(entry.word) === root)
  }

  /** Looks up a word in lower case: by itself and its inflections, then by other spellings, then by what is nearest. */
  lookUp(word: string): Lookup {
    if (this.has(word, true)) return { kind: 'known' }
    // "modet" is sooner "mødet", which the archive has, than a form of "mod".
    const same = this.#spelledLike(word)
    if (same) return { kind: 'variant', word: same.word }
    if (this.has(word) || this.hasWord(word)) return { kind: 'known' }
    const root = stem(word)
    const spelled = foldLetters(word)
    const bare = bareForm(word)
    const bareRoot = bareForm(root)
    const variant =
      this.#best((entry) => entry.spelled.startsWith(spelled)) ??
      this.#best((entry) => entry.bareStem === bareRoot) ??
      this.#best((entry) => entry.bare.startsWith(bare))
    if (variant) return { kind: 'variant', word: variant.bareStem === bareRoot ? variant.word : startLike(variant.word, bare) }
    const near = this.nearest(word)
    return near ? { kind: 'near', word: near.word } : { kind: 'unknown' }
  }

  /** The word that is fewest slips of the pen away, of such the one that stands in most punkter. */
  nearest(word: string, except = ''): Near | undefined {
    const bare = bareForm(word)
    const root = bareForm(stem(word))
    if (bare.length < 4 || /\d/.test(bare)) return undefined
    const limit = slipsIn(bare)
    let best: Near | undefined
    for (const entry of this.#keyed()) {
      if (entry.word === except || Math.abs(entry.bare.length - bare.length) > limit + 4 || /\d/.test(entry.bare)) continue
      const whole = editDistance(entry.bare, bare, limit)
      // An inflected form that the archive does not have: its stem must be as near, and long enough to tell.
      const slips = Math.min(slipsIn(root), slipsIn(entry.bareStem))
      const ofStem = slips > 0 ? editDistance(entry.bareStem, root, slips) : slips + 1
      const distance = ofStem <= slips ? Math.min(whole, ofStem) : whole
      if (distance > limit) continue
      if (!best || distance < best.distance || (distance === best.distance && entry.count > best.count))
        best = {
          ...entry,
          distance,
          sure:
            whole === distance || bare.length >= LONG || root === bare || root.length <= entry.bareStem.length || entry.count >= SEVERAL,
        }
    }
    return best
  }

  /** The words with their other forms: made when a word is not found as it stands. */
  #keyed(): readonly Keyed[] {
    this.#forms ??= this.#entries.map((entry) => ({
      ...entry,
      spelled: foldLetters(entry.word),
      bare: bareForm(entry.word),
      bareStem: bareForm(stem(entry.word)),
    }))
    return this.#forms
  }

  /** The word that is the same but for the spelling of its letters; in most punkter, where there are several. */
  #spelledLike(word: string): Entry | undefined {
    const spelled = foldLetters(word)
    const bare = bareForm(word)
    let best: Entry | undefined
    let exact = false
    for (const entry of this.#entries) {
      if (Math.abs(entry.word.length - word.length) > 3 || bareForm(entry.word) !== bare) continue
      const same = foldLetters(entry.word) === spelled
      if (!best || (same && !exact) || (same === exact && entry.count > best.count)) best = entry
      exact ||= same
    }
    return best
  }

  #best(fits: (entry: Keyed) => boolean): Keyed | undefined {
    let best: Keyed | undefined
    for (const entry of this.#keyed()) if (fits(entry) && entry.count > (best?.count ?? 0)) best = entry
    return best
  }
}

/** The beginning of a word that reads as `bare` once its letters are folded. */
function startLike(word: string, bare: string): string {
  for (let length = 1; length <= word.length; length += 1) {
    if (bareForm(word.slice(0, length)) === bare) return word.slice(0, length)
  }
  return word
}

/** Letters added, left out, changed or swapped between two words (optimal string alignment); `limit + 1` where there are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = previous
    previous = current
  }
  return Math.min(previous[b.length] ?? 0, limit + 1)
}
