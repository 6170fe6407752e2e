import { markdown } from '../source/markdown.ts'

/** A stretch of a Markdown text that a pattern matched. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Where a global pattern matches a Markdown text outside of code, which is shown as it is written. */
export function marksOutsideCode(text: string, pattern: RegExp): Mark[] {
  const marks = [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
  if (marks.length === 0) return marks
  const ranges = codeRanges(text)
  return marks.filter(({ start }) => !ranges.some(([from, to]) => from <= start && start < to))
}

function codeRanges(text: string): [number, number][] {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const ranges: [number, number][] = []
  for (const token of markdown.parse(text, {})) {
    const from = lineStarts[token.map?.[0] ?? 0] ?? 0
    const to = lineStarts[token.map?.[1] ?? lineStarts.length] ?? text.length
    if (token.type === 'fence' || token.type === 'code_block') ranges.push([from, to])
    let search = from
    for (const child of token.children ?? []) {
      if (child.type !== 'code_inline') continue
      const at = text.indexOf(child.content, search)
      if (at === -1) continue
      search = at + child.content.length
      ranges.push([at, search])
    }
  }
  return ranges
}
