import type { Place } from '../findings/finding.ts'
import { linksOf } from '../source/markdown.ts'
import type { TextPiece } from './context.ts'

/** A link of a text with its place. */
export interface PlacedLink {
  readonly href: string
  readonly place: Place
}

const MAY_HOLD_LINK = /\]\(|\]\[|^\s*\[[^\]\n]+\]:/m

/** Several rules ask for the links of one text. */
const known = new WeakMap<TextPiece, readonly PlacedLink[]>()

/** The links and images of a text with their places: of texts with links in brackets, since bare addresses lead out anyway. */
export function linksIn(piece: TextPiece): readonly PlacedLink[] {
  const links = known.get(piece) ?? findLinks(piece)
  known.set(piece, links)
  return links
}

function findLinks(piece: TextPiece): PlacedLink[] {
  const { text, field } = piece
  if (field || !MAY_HOLD_LINK.test(text)) return []
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  let cursor = 0
  return linksOf(text).map(({ href, line }) => {
    const blockStart = lineStarts[line] ?? 0
    const from = Math.max(blockStart, cursor)
    // The parser hands back an encoded address; the clerk may have written it with Danish letters or spaces.
    const found = [href, decoded(href)]
      .flatMap((spelling) => [`](${spelling}`, `](<${spelling}`, spelling])
      .map((spelling) => ({ spelling, at: text.indexOf(spelling, from) }))
    const hit = found.find(({ at }) => at !== -1)
    if (!hit) return { href, place: piece.place(blockStart, blockStart + 1) }
    cursor = hit.at + hit.spelling.length
    const start = hit.at + (/^\]\(<?/.exec(hit.spelling)?.[0].length ?? 0)
    return { href, place: piece.place(start, cursor) }
  })
}

/** An address without percent signs; as it is where it cannot be decoded. */
export function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
