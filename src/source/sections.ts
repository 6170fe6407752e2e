import { markdown } from './markdown.ts'

/** A piece of Markdown below one level-1 or level-2 heading, with its place in the body. Lines are 1-based. */
export interface TextSection {
  /** The heading's words; '' for what stands before the first heading. */
  readonly heading: string
  readonly line: number
  readonly text: string
  readonly textLine: number
}

/** Cuts a body at its level-2 headings (a level-1 heading counts as one). `firstLine` is the body's first line in the file. */
export function splitSections(body: string, firstLine: number): TextSection[] {
  const starts = lineStarts(body)
  const sections: TextSection[] = []
  let open = { heading: '', start: 0, textStart: 0 }
  const close = (end: number): void => {
    const text = body.slice(starts[open.textStart] ?? body.length, end < starts.length ? Math.max(0, (starts[end] ?? 0) - 1) : body.length)
    if (open.heading === '' && text.trim() === '') return
    const blank = open.heading === '' ? text.split('\n').findIndex((line) => line.trim() !== '') : 0
    sections.push({
      heading: open.heading,
      line: firstLine + open.start + blank,
      text: text.replace(/^(?:[ \t]*\n)+/, '').trimEnd(),
      textLine: firstLine + open.textStart + leadingBlankLines(text),
    })
  }
  for (const heading of topHeadings(body, starts)) {
    close(heading.start)
    open = { heading: heading.text, start: heading.start, textStart: heading.end }
  }
  close(starts.length)
  return sections
}

interface Heading {
  readonly text: string
  readonly start: number
  readonly end: number
}

const CODE_OR_NUL = /```|~~~|\0/
/** Where a line makes a `##` no heading, or is something else than text: set in, or drawn under a heading. */
const NESTS = /(?: {1,3}##?[ \t]| {0,3}(?:=+|-+)[ \t]*(?:\n|$)| {4}|\t)/y
/** What a line that nests begins with: a space, a tab, `=` or `-`. */
const NESTING = new Set([0x20, 0x09, 0x3d, 0x2d])
const MAY_HAVE_HEADING = /^ {0,3}##?(?:[ \t]|$)|^ {0,3}(?:=+|-+)[ \t]*$/m
/** A line with a pipe above a row of hyphens heads a table, though it begins with `#`. */
const MAY_HEAD_TABLE = /^##?[ \t][^\n]*\|/m
const HASH = 0x23

function topHeadings(body: string, starts: readonly number[]): Heading[] {
  if (!mayNest(body, starts)) return plainHeadings(body, starts)
  if (!MAY_HAVE_HEADING.test(body)) return []
  // Blocks alone: where the headings stand does not hang on what is in their lines.
  const tokens: ReturnType<typeof markdown.parse> = []
  markdown.block.parse(body, markdown, {}, tokens)
  const headings: Heading[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || token.level !== 0 || !token.map || (token.tag !== 'h1' && token.tag !== 'h2')) return
    headings.push({ text: plainText(tokens[index + 1]?.content ?? ''), start: token.map[0], end: token.map[1] })
  })
  return headings
}

function mayNest(body: string, starts: readonly number[]): boolean {
  if (CODE_OR_NUL.test(body) || (body.includes('|') && MAY_HEAD_TABLE.test(body))) return true
  return starts.some((start) => NESTING.has(body.charCodeAt(start)) && matchesAt(NESTS, body, start))
}

/** The headings of a body in which every line that begins with one or two `#` is one. */
function plainHeadings(body: string, starts: readonly number[]): Heading[] {
  const headings: Heading[] = []
  starts.forEach((from, start) => {
    if (body.charCodeAt(from) !== HASH) return
    const line = body.slice(from, (starts[start + 1] ?? body.length + 1) - 1)
    if (!/^##?(?:[ \t]|$)/.test(line)) return
    const [, text = ''] = /^##?(?:[ \t]+(.*))?$/s.exec(line) ?? []
    headings.push({ text: plainText(text.replace(/(?:^|[ \t]+)#+[ \t]*$/, '')), start, end: start + 1 })
  })
  return headings
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function plainText(inline: string): string {
  return inline.replace(/(\*\*|__|[*_`])/g, '').trim()
}

function leadingBlankLines(text: string): number {
  return (/^(?:[ \t]*\n)*/.exec(text)?.[0].match(/\n/g) ?? []).length
}
