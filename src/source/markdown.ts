import MarkdownIt from 'markdown-it'
import { alignNumberColumns } from './number-columns.ts'
import { slugify } from './slug.ts'
import { fastSpaces } from './typography.ts'

/** What a page tells the renderer about where the text will stand. */
export interface MarkdownContext {
  /** Added to heading levels, so that a text's own headings come below the page's. */
  readonly headingShift?: number
  /** Put before every heading's id, so that ids stay unique on a page with many texts. */
  readonly idPrefix?: string
  /** The address of a link as the clerk wrote it; `undefined` where it leads nowhere (the words stay, the link goes). */
  readonly resolveLink?: (href: string) => string | undefined
  /** Words that become links where they stand in the text. */
  readonly phrases?: readonly { readonly words: string; readonly href: string }[]
}

interface RenderEnv extends MarkdownContext {
  readonly ids: Map<string, number>
  readonly [key: PropertyKey]: unknown
}

/**
 * The one markdown-it instance. Raw HTML is shown as text and `javascript:` links are refused, so that a clerk's
 * text can never reach a page as code; images from elsewhere become links, so that a page asks nobody else for anything.
 */
export const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })

const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** True for an address that leads out of the archive (has a scheme or a host). */
export function isExternal(href: string): boolean {
  return EXTERNAL.test(href)
}

/** HTML of a clerk's Markdown. */
export function renderMarkdown(text: string, context: MarkdownContext = {}): string {
  const env: RenderEnv = { ...context, ids: new Map() }
  return markdown.render(text, env)
}

/** The links of a text with their 0-based line within it: for the rules on broken links. */
export function linksOf(text: string): { readonly href: string; readonly line: number; readonly image: boolean }[] {
  const links: { href: string; line: number; image: boolean }[] = []
  for (const block of markdown.parse(text, {})) {
    for (const token of block.children ?? []) {
      if (token.type === 'link_open') links.push({ href: String(token.attrGet('href') ?? ''), line: block.map?.[0] ?? 0, image: false })
      if (token.type === 'image') links.push({ href: String(token.attrGet('src') ?? ''), line: block.map?.[0] ?? 0, image: true })
    }
  }
  return links
}

/** The words of a Markdown text without its marks, blocks parted by a space: for excerpts and descriptions. */
export function plainTextOf(text: string): string {
  const words: string[] = []
  for (const block of markdown.parse(text, {})) {
    if (block.type === 'fence' || block.type === 'code_block') words.push(block.content)
    if (block.type !== 'inline') continue
    words.push(
      (block.children ?? []).map((token) => (token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content)).join(''),
    )
  }
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

function headingId(content: string, env: RenderEnv): string {
  const slug = slugify(content).slice(0, 60) || 'afsnit'
  const id = env.idPrefix ? `${env.idPrefix}-${slug}` : slug
  const seen = env.ids.get(id) ?? 0
  env.ids.set(id, seen + 1)
  return seen === 0 ? id : `${id}-${seen + 1}`
}

markdown.core.ruler.push('headings', (state) => {
  const env = state.env as Partial<RenderEnv>
  if (!env.ids) return
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return
    const level = Math.min(6, Number(token.tag.slice(1)) + (env.headingShift ?? 0))
    token.tag = `h${level}`
    if (token.type === 'heading_open') token.attrSet('id', headingId(state.tokens[index + 1]?.content ?? '', env as RenderEnv))
  })
})

/** A heading cell without words is no heading: a screen reader would announce nothing. */
markdown.core.ruler.push('empty-table-headings', (state) => {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'th_open' || state.tokens[index + 1]?.content.trim()) return
    token.tag = 'td'
    const close = state.tokens[index + 2]
    if (close) close.tag = 'td'
  })
})

markdown.core.ruler.push('number-columns', (state) => alignNumberColumns(state.tokens))

/** Pages carry no inline style, so a column's alignment is a class; a heading cell says that it heads its column. */
markdown.core.ruler.push('cells', (state) => {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1]
    if (align) token.attrs = [['class', align === 'right' ? 'number' : `align-${align}`]]
    if (token.tag === 'th') token.attrSet('scope', 'col')
  }
})

markdown.core.ruler.push('links', (state) => {
  const env = state.env as Partial<RenderEnv>
  if (!env.ids) return
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.children) continue
    const dropped: boolean[] = []
    block.children = block.children.filter((token) => {
      if (token.type === 'link_open') {
        const href = String(token.attrGet('href') ?? '')
        const target = isExternal(href) ? href : env.resolveLink ? env.resolveLink(href) : href
        dropped.push(target === undefined)
        if (target === undefined) return false
        token.attrSet('href', target)
        if (isExternal(href)) token.attrSet('rel', 'noopener')
      } else if (token.type === 'link_close') return !dropped.pop()
      return true
    })
    if (env.phrases?.length) block.children = linkPhrases(block.children, env.phrases, state.Token)
  }
})

/** After the links, whose phrases are found as the clerk wrote them; only where a page is printed, never for search or excerpts. */
markdown.core.ruler.push('fast-spaces', (state) => {
  if (!(state.env as Partial<RenderEnv>).ids) return
  for (const block of state.tokens) {
    for (const token of block.children ?? []) if (token.type === 'text') token.content = fastSpaces(token.content)
  }
})

type Token = ReturnType<typeof markdown.parse>[number]
type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token

function linkPhrases(tokens: Token[], phrases: readonly { words: string; href: string }[], TokenType: TokenClass): Token[] {
  let insideLink = 0
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') insideLink += 1
    if (token.type === 'link_close') insideLink -= 1
    if (token.type !== 'text' || insideLink > 0) return [token]
    const hit = phrases.find((phrase) => token.content.includes(phrase.words))
    if (!hit) return [token]
    const at = token.content.indexOf(hit.words)
    const text = (content: string): Token => Object.assign(new TokenType('text', '', 0), { content })
    const open = new TokenType('link_open', 'a', 1)
    open.attrSet('href', hit.href)
    const after = text(token.content.slice(at + hit.words.length))
    return [
      text(token.content.slice(0, at)),
      open,
      text(hit.words),
      new TokenType('link_close', 'a', -1),
      ...linkPhrases([after], phrases, TokenType),
    ]
  })
}

markdown.renderer.rules.table_open = () => '<div class="table-scroll" role="group" aria-label="Tabel" tabindex="0"><table>\n'
markdown.renderer.rules.table_close = () => '</table></div>\n'

markdown.renderer.rules.image = (tokens, index, _options, given) => {
  const env = (given ?? {}) as Partial<RenderEnv>
  const token = tokens[index]
  const source = String(token?.attrGet('src') ?? '')
  const label = markdown.utils.escapeHtml(token?.content ?? '')
  const target = isExternal(source) ? undefined : env.resolveLink ? env.resolveLink(source) : source
  if (isExternal(source)) return `<a href="${markdown.utils.escapeHtml(source)}" rel="noopener">${label || 'Billede'}</a>`
  return target === undefined ? label : `<img src="${markdown.utils.escapeHtml(target)}" alt="${label}" loading="lazy">`
}
