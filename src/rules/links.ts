import type { Place } from '../findings/finding.ts'
import { linksOf } from '../source/markdown.ts'
import { once } from '../source/once.ts'
import { stretchesOf } from '../source/plain-paragraphs.ts'
import type { TextPiece } from './context.ts'

/** A link of a text with its place. */
export interface PlacedLink {
  readonly href: string
  readonly place: Place
}

const HOLDS_LINK = /\](?:\(|\[|:)/

/** The links and images of a text with their places: of texts with links in brackets, since bare addresses lead out anyway. */
export const linksIn = once((piece: TextPiece): readonly PlacedLink[] => {
  if (piece.field || !HOLDS_LINK.test(piece.text)) return []
  let end = 0
  return stretchesOf(piece.text).flatMap(({ text, plain }) => {
    const start = piece.text.indexOf(text, end)
    end = start + text.length
    return plain || !HOLDS_LINK.test(text) ? [] : linksInStretch(piece, start, text)
  })
})

/** The links of a stretch that begins at an offset of a text. */
function linksInStretch({ place }: TextPiece, offset: number, text: string): PlacedLink[] {
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
    if (!hit) return { href, place: place(offset + blockStart, offset + blockStart + 1) }
    cursor = hit.at + hit.spelling.length
    const start = hit.at + (/^\]\(<?/.exec(hit.spelling)?.[0].length ?? 0)
    return { href, place: place(offset + start, offset + cursor) }
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
