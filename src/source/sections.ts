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
  const lines = body.split('\n')
  const sections: TextSection[] = []
  let open = { heading: '', start: 0, textStart: 0 }
  const close = (end: number): void => {
    const text = lines.slice(open.textStart, end).join('\n')
    if (open.heading === '' && text.trim() === '') return
    const blank = open.heading === '' ? lines.slice(open.textStart, end).findIndex((line) => line.trim() !== '') : 0
    sections.push({
      heading: open.heading,
      line: firstLine + open.start + blank,
      text: text.replace(/^(?:[ \t]*\n)+/, '').trimEnd(),
      textLine: firstLine + open.textStart + leadingBlankLines(text),
    })
  }
  for (const heading of topHeadings(body)) {
    close(heading.start)
    open = { heading: heading.text, start: heading.start, textStart: heading.end }
  }
  close(lines.length)
  return sections
}

/** Where a `##` may be no heading, or something else one: code, headings that are set in, lines drawn under headings. */
const MAY_NEST = /```|~~~|^ {1,3}##?[ \t]|^ {0,3}(?:=+|-+)[ \t]*$|^(?: {4}|\t)|\0/m

/** The headings of a body in which every line that begins with one or two `#` is one. */
function plainHeadings(body: string): Heading[] {
  return body.split('\n').flatMap((line, start): Heading[] => {
    const [, text = ''] = /^##?(?:[ \t]+(.*))?$/.exec(line) ?? [undefined, undefined]
    return /^##?(?:[ \t]|$)/.test(line) ? [{ text: plainText(text.replace(/(?:^|[ \t]+)#+[ \t]*$/, '')), start, end: start + 1 }] : []
  })
}

interface Heading {
  readonly text: string
  readonly start: number
  readonly end: number
}

function topHeadings(body: string): Heading[] {
  if (!/^ {0,3}##?[ \t]|^ {0,3}(?:=+|-+)[ \t]*$/m.test(body)) return []
  if (!MAY_NEST.test(body)) return plainHeadings(body)
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

function plainText(inline: string): string {
  return inline.replace(/(\*\*|__|[*_`])/g, '').trim()
}

function leadingBlankLines(text: string): number {
  return (/^(?:[ \t]*\n)*/.exec(text)?.[0].match(/\n/g) ?? []).length
}
