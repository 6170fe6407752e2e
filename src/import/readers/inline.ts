import type { HtmlElement, HtmlNode } from '../../documents/html.ts'
import { escapeInline, escapeLineStart } from '../escape.ts'

/** A stretch of words of one paragraph. */
export interface Run {
  readonly text: string
  readonly bold: boolean
  /** Address that the words lead to. */
  readonly href?: string
}

/** A paragraph's words between two breaks. */
export interface InlineLine {
  readonly text: string
  /** Present where the words carry links; else they are written as they are. */
  readonly markdown?: string
  readonly bold: boolean
  readonly hidden?: string
  readonly files?: readonly string[]
  /** True where an empty line stands before. */
  readonly apart?: boolean
}

const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|msg|zip|jpe?g|png)(?:[?#].*)?$/i

/** True for an address of a file that lies with the document. */
export function isLocalFile(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/|\\|#)/i.test(address) && DOCUMENT.test(address)
}

/** The runs of an inline element or text; `\n` is a break that was meant. */
export function runsOf(node: HtmlNode, style: { readonly bold: boolean; readonly href?: string }, onFootnote: (id: string) => void): Run[] {
  if (typeof node === 'string') return [{ text: node.replace(/\s+/g, ' '), ...style }]
  if (node.name === 'br') return [{ text: '\n', ...style }]
  if (node.name === 'img') return []
  return node.children.flatMap((child) => runsOf(child, styleOf(node, style, onFootnote), onFootnote))
}

function styleOf(
  { name, attributes }: HtmlElement,
  style: { readonly bold: boolean; readonly href?: string },
  onFootnote: (id: string) => void,
): { bold: boolean; href?: string } {
  const isBold = name === 'b' || name === 'strong' || /font-weight:\s*(?:bold|[6-9]00)/i.test(attributes['style'] ?? '')
  const href = name === 'a' ? (attributes['href'] ?? '') : ''
  if (/^#(?:foot|end)note-\d/.test(href)) onFootnote(href.slice(1))
  return { bold: style.bold || isBold, ...(href !== '' ? { href } : style.href !== undefined && { href: style.href }) }
}

/** The lines of a paragraph. */
export function inlineLines(runs: readonly Run[]): InlineLine[] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      lines.at(-1)?.push({ ...run, text })
    })
  }
  const written = lines.map(lineOf)
  return written.flatMap((line, index) =>
    line.text === '' ? [] : [{ ...line, ...(index > 0 && written[index - 1]?.text === '' && { apart: true }) }],
  )
}

function lineOf(runs: readonly Run[]): InlineLine {
  const text = collapse(runs.map((run) => run.text).join(''))
  const bold = text !== '' && runs.every((run) => run.bold || !/[\p{L}\p{N}]/u.test(run.text))
  const links = linksOf(runs)
  const files = links.filter(isLocalFile)
  const kept = links.filter((address) => /^https?:/i.test(address))
  if (kept.length === 0) return { text, bold, ...(files.length > 0 && { files }) }
  const markdown = collapse(joinLinks(runs).map(linkOf).join(''))
  return { text, bold, markdown: escapeLineStart(markdown), hidden: kept.join(' '), ...(files.length > 0 && { files }) }
}

function linksOf(runs: readonly Run[]): string[] {
  return joinLinks(runs).flatMap(({ href, text }) => (href && text.trim() !== '' ? [addressOf(href)] : []))
}

/** Words that lead to one address are one link, however many elements they are set in. */
function joinLinks(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.href === run.href) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

function linkOf({ text, href }: Run): string {
  const address = href === undefined ? '' : addressOf(href)
  const words = escapeInline(text)
  if (!/^https?:/i.test(address) || text.trim() === '') return words
  const [, before = '', label = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? []
  return `${before}[${label.replace(/[[\]]/g, '\\$&')}](${address})${after}`
}

function addressOf(href: string): string {
  return href
    .trim()
    .replace(/\s/g, '%20')
    .replace(/[()<>]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
