import type { Match } from './pagefind-wasm.ts'

/** What is stored of a punkt for its result. */
export interface Fragment {
  readonly url: string
  readonly content: string
  readonly meta: Readonly<Record<string, string>>
  /** Every element with an id; where a part begins, its heading. */
  readonly anchors: readonly { readonly id: string; readonly location: number; readonly text: string }[]
}

/** What a result shows of a punkt. */
export interface HitData {
  readonly url: string
  /** Plain text but for `<mark>` around matches and `&lt;`, `&gt;`. */
  readonly excerpt: string
  readonly meta: Readonly<Record<string, string>>
  /** Every element with an id. */
  readonly anchors: readonly { readonly id: string }[]
  /** The matches by the part of the punkt that they stand in. */
  readonly parts: readonly Part[]
}

/** A part of a punkt with matches: its own text, or with an anchor a page of an attachment. */
export interface Part {
  readonly title: string
  readonly excerpt: string
  readonly anchor?: { readonly id: string }
}

/** Words in an excerpt. */
const LENGTH = 28
const ELLIPSIS = '…'

type FoundWord = Match['words'][number]

/** A word with the marks before and after it; the text is escaped already. */
const WORD = /^((?:&\w+;|[^\p{L}\p{N}&])*)(.*?)((?:&\w+;|[^\p{L}\p{N};])*)$/u

/**
 * What a result shows of a punkt where some of its words were found: excerpts of where most of them stand. `within` is
 * where they are looked for first, in pairs of first place and after the last.
 */
export function showMatches({ url, content, meta, anchors }: Fragment, all: readonly FoundWord[], within?: readonly number[]): HitData {
  const inside = within ? all.filter(({ place }) => isWithin(place, within)) : []
  const found = inside.length > 0 ? inside : all
  // Pagefind counts words between spaces.
  const words = content
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .split(/[^\S\uFEFF]+/)
  for (const { place } of found) {
    const word = words[place]
    if (word !== undefined && !word.includes('<mark>')) words[place] = word.replace(WORD, '$1<mark>$2</mark>$3')
  }
  const excerptOf = (from: number, to: number): string =>
    excerpt(
      words,
      found.filter(({ place }) => place >= from && place < to),
      from,
      to,
    )
  const headings = anchors.filter(({ text }) => /\S/.test(text)).sort((a, b) => a.location - b.location)
  const parts = [undefined, ...headings].flatMap((heading, at): Part[] => {
    const from = heading?.location ?? 0
    const to = headings[at]?.location ?? words.length
    if (!found.some(({ place }) => place >= from && place < to)) return []
    const shown = excerptOf(from, to)
    return [heading ? { title: heading.text, excerpt: shown, anchor: heading } : { title: meta['title'] ?? '', excerpt: shown }]
  })
  return { url, meta, anchors, parts, excerpt: excerptOf(0, words.length) }
}

/** True for a place in one of some ranges, which are pairs of first place and after the last. */
export function isWithin(place: number, ranges: readonly number[]): boolean {
  return ranges.some((from, at) => at % 2 === 0 && place >= from && place < (ranges[at + 1] ?? 0))
}

/** Some words of a part of a text, those around most of what was found. */
function excerpt(words: readonly string[], found: readonly FoundWord[], from: number, to: number): string {
  const length = Math.min(LENGTH, to - from)
  const start = Math.max(from, Math.min(from + densest(found, from), to - length))
  const text = words
    .slice(start, start + length)
    .join(' ')
    .trim()
  return `${start > from ? `${ELLIPSIS} ` : ''}${text}${start + length < to ? ` ${ELLIPSIS}` : ''}`
}

/**
 * Where in a part the excerpt begins that holds most of what was found, as Pagefind's own script has it: one word before
 * the first of them; in the middle, where several hold as much.
 */
function densest(found: readonly FoundWord[], from: number): number {
  const end = Math.max(0, ...found.map(({ place }) => place - from + 1))
  if (end <= LENGTH) return 0
  const scores = new Float64Array(end + LENGTH)
  for (const { place, score } of found) scores[place - from] = (scores[place - from] ?? 0) + score
  let sum = scores.subarray(0, LENGTH).reduce((all, score) => all + score, 0)
  let most = sum
  let first = 0
  let last = 0
  for (let at = 0; at < end; at += 1) {
    sum += (scores[at + LENGTH] ?? 0) - (scores[at] ?? 0)
    if (sum > most) {
      most = sum
      first = at
      last = at
    } else if (sum === most && last === at - 1) {
      last = at
    }
  }
  return first + Math.floor((last - first + 1) / 2)
}
