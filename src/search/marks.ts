/** Stands between the parts of a compound in the copy that is indexed: Pagefind then knows the whole word and its parts at one place. */
export const MARK = '|'

/** Takes the marks out again, for people to read. */
export function withoutMarks(text: string): string {
  return text.replace(/(\p{L})\|(?=\p{L})/gu, '$1')
}
