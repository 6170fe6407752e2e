import { plainTextOf } from '../source/markdown.ts'

/** The words of a Markdown text without marks, cut between two words so that it is at most `limit` characters with its ellipsis. */
export function excerpt(markdown: string, limit: number): string {
  // A page needs the first words only: a text of many pages is not read to its end for them.
  const plain = plainTextOf(markdown.length > limit * 8 ? markdown.slice(0, limit * 8) : markdown)
  return shorten(plain, limit)
}

/** A plain text cut between two words so that it is at most `limit` characters with its ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const space = text.slice(0, limit).search(/\s\S*$/)
  return `${text.slice(0, space > limit / 2 ? space : limit - 1).replace(/[\s,;:–-]+$/, '')}…`
}
