import { wordsOf, wordsWithLines } from './words.ts'

/** Words that stand elsewhere in the draft than in the source. */
export interface MovedRun {
  /** Line of the source on which they begin. */
  readonly line: number
  readonly words: readonly string[]
}

/** So many words in a row tell a place, where the source has them once. */
const GRAM = 4
/** A shorter run is a field or a line about absence, which the grammar puts where it belongs. */
const LEAST = 10

/**
 * Finds runs of words that have left their place: the words of the draft, file after file, must come in the order of the
 * source. Counting words cannot see that a paragraph has come into another punkt.
 * @param bodies the text of each punkt's file, without its frontmatter, in the order of the agenda
 */
export function movedRuns(source: string, bodies: readonly string[]): MovedRun[] {
  const words = wordsWithLines(source)
  const places = new Map<string, number>()
  for (let at = 0; at + GRAM <= words.length; at += 1) {
    const gram = gramAt(words, at, ({ word }) => word)
    places.set(gram, places.has(gram) ? -1 : at)
  }
  const written = bodies.flatMap(wordsOf)
  const met: { readonly at: number; readonly place: number }[] = []
  for (let at = 0; at + GRAM <= written.length; at += 1) {
    const place = places.get(gramAt(written, at, (word) => word)) ?? -1
    if (place >= 0) met.push({ at, place })
  }
  const inOrder = longestRising(met.map(({ place }) => place))
  const runs: { first: number; last: number; place: number }[] = []
  met.forEach(({ at, place }, index) => {
    if (inOrder.has(index)) return
    const run = runs.at(-1)
    if (run && at - run.last <= GRAM) run.last = at
    else runs.push({ first: at, last: at, place })
  })
  return runs
    .map(({ first, last, place }) => ({ line: words[place]?.line ?? 1, words: written.slice(first, last + GRAM) }))
    .filter((run) => run.words.length >= LEAST)
}

function gramAt<T>(list: readonly T[], at: number, word: (item: T) => string): string {
  let gram = ''
  for (let index = at; index < at + GRAM; index += 1) gram += ` ${word(list[index] as T)}`
  return gram
}

/** Indexes of the longest part of a list that rises (patience sorting). */
function longestRising(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    before[index] = tails[low - 1] ?? -1
    tails[low] = index
  })
  const rising = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rising.add(at)
  return rising
}
