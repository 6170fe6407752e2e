import { DECISION_END, DECISION_START } from './anchors.ts'
import type { WrittenWord } from './joined-words.ts'
import { withoutMarks } from './marks.ts'

/** A search fetches whole chunks: of Pagefind's own, three times as large, most is of words that nobody asked for. */
const CHUNK = 12_000
/** Words that share so many first letters stand together. */
const ALIKE = 4
/** What is searched but never shown. */
const UNSHOWN = new Set(['tegn', 'naevnt', 'led', 'sagsnumre', 'udfald'])
const HEADING = /^h\d$/i

/** What Pagefind stores of a page besides the index. */
interface Fragment {
  readonly url: string
  readonly content: string
  readonly meta: Readonly<Record<string, string>>
  readonly anchors: readonly { readonly id: string; readonly location: number; readonly text: string; readonly element: string }[]
}

/** What is stored of a page, with only what a result shows, and as people read it. The places of its words stay the same. */
export function shownOf({ url, content, meta, anchors }: Fragment): Buffer {
  const shown = Object.entries(meta).flatMap(([key, value]) => (UNSHOWN.has(key) ? [] : [[key, withoutMarks(value)] as const]))
  const kept = anchors
    .filter(({ id }) => id !== DECISION_START && id !== DECISION_END)
    .map(({ id, location, text, element }) => ({ id, location, text: HEADING.test(element) ? withoutMarks(text) : '' }))
  return Buffer.from(JSON.stringify({ url, content: withoutMarks(content), meta: Object.fromEntries(shown), anchors: kept }))
}

/** Words of an index that a search fetches together. */
export interface CutWords {
  /** How the first of them begins. */
  readonly first: string
  readonly last: string
  readonly words: readonly Buffer[]
}

/**
 * Cuts the words of an index, in order, into parts: a search fetches little that it does not need, and as Pagefind looks
 * for a word and what begins with it in one part only, words that begin alike stand in one.
 */
export function cutWords(words: Iterable<WrittenWord>): CutWords[] {
  const cuts: { first: string; last: string; words: Buffer[]; size: number }[] = []
  for (const { text, bytes } of words) {
    const before = cuts.at(-1)
    if (before && (before.size < CHUNK || text.slice(0, ALIKE) === before.last.slice(0, ALIKE))) {
      before.words.push(bytes)
      before.size += bytes.length
      before.last = text
    } else {
      cuts.push({ first: text.slice(0, ALIKE), last: text, words: [bytes], size: bytes.length })
    }
  }
  return cuts
}
