import MarkdownIt from 'markdown-it'
import { AtHand } from './at-hand.ts'
import { escapeHtml } from './escape-html.ts'
import { alignNumberColumns } from './number-columns.ts'
import { type Stretch, stretchesOf } from './plain-paragraphs.ts'
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

/** The place that a text is printed for, and what is printed of it so far. */
interface Place extends MarkdownContext {
  readonly ids: Map<string, number>
  /** For each link that is open: false where it leads nowhere and its words alone are printed. */
  readonly openLinks: boolean[]
  readonly [key: PropertyKey]: unknown
}

/**
 * The one markdown-it instance. Raw HTML is shown as text and `javascript:` links are refused, so that a clerk's
 * text can never reach a page as code; images from elsewhere become links, so that a page asks nobody else for anything.
 */
export const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })

type Token = ReturnType<typeof markdown.parse>[number]

const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** True for an address that leads out of the archive (has a scheme or a host). */
export function isExternal(href: string): boolean {
  return EXTERNAL.test(href)
}

/** HTML of a clerk's Markdown. */
export function renderMarkdown(text: string, context: MarkdownContext = {}): string {
  const pieces = takenApart.of(text, piecesOf)
  const place: Place = { ...context, ids: new Map(), openLinks: [] }
  return pieces.map((piece) => printPiece(piece, place)).join('')
}

/** A stretch of a text with what was made of it. */
interface Piece extends Stretch {
  /** None of a plain one. */
  readonly tokens: readonly Token[]
  /** Its HTML; absent where that hangs on the place. */
  readonly html?: string
}

/** A punkt's texts are printed for its own page and for its meeting's, soon after each other (characters of Markdown). */
const takenApart = new AtHand<readonly Piece[]>(500_000)

function piecesOf(text: string): readonly Piece[] {
  return stretchesOf(text).map((stretch): Piece => {
    if (stretch.plain) return { ...stretch, tokens: [], html: paragraph(escapeHtml(fastSpaces(stretch.text))) }
    const tokens = markdown.parse(stretch.text, {})
    return { ...stretch, tokens, ...(!tokens.some(hangsOnPlace) && { html: print(tokens, { ids: new Map(), openLinks: [] }) }) }
  })
}

function printPiece({ text, plain, tokens, html }: Piece, place: Place): string {
  const phrases = place.phrases?.filter(({ words }) => mayHold(text, words)) ?? []
  if (html !== undefined && phrases.length === 0) return html
  if (!plain) return print(tokens, place)
  const lines = text.split('\n').map((line) => linkPhrases(line, phrases))
  return paragraph(lines.join('\n'))
}

/** True where words may stand in what is shown of a text: as they are, or with characters that are written in another way. */
function mayHold(text: string, words: string): boolean {
  return text.includes(words) || /[&\\]/.test(text)
}

function paragraph(html: string): string {
  return `<p>${html}</p>\n`
}

function hangsOnPlace({ type, children }: Token): boolean {
  return type === 'heading_open' || (children?.some((child) => child.type === 'link_open' || child.type === 'image') ?? false)
}

function print(tokens: readonly Token[], place: Place): string {
  return markdown.renderer.render(tokens as Token[], markdown.options, place)
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
  const words = stretchesOf(text).flatMap((stretch) => (stretch.plain ? [stretch.text] : wordsOf(markdown.parse(stretch.text, {}))))
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ type, content, children }) => {
    if (type === 'fence' || type === 'code_block') return [content]
    if (type !== 'inline') return []
    return [(children ?? []).map((token) => (token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content)).join('')]
  })
}

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

const { rules } = markdown.renderer

rules.table_open = () => '<div class="table-scroll" role="group" aria-label="Tabel" tabindex="0"><table>\n'
rules.table_close = () => '</table></div>\n'

/** The place that is printed for; undefined where the instance is used for other texts than clerks'. */
function placeOf(env: unknown): Place | undefined {
  const place = env as Partial<Place> | undefined
  return place?.ids && (place as Place)
}

rules.heading_open = (tokens, index, options, env, renderer) => {
  const place = placeOf(env)
  const printed = renderer.renderToken(tokens, index, options)
  if (!place) return printed
  const id = headingId(tokens[index + 1]?.content ?? '', place)
  return printed.replace(/h(\d)/, (_tag, level) => `${shifted(level, place)} id="${escapeHtml(id)}"`)
}

rules.heading_close = (tokens, index, options, env, renderer) => {
  const place = placeOf(env)
  const printed = renderer.renderToken(tokens, index, options)
  return place ? printed.replace(/h(\d)/, (_tag, level) => shifted(level, place)) : printed
}

function shifted(level: string, { headingShift = 0 }: Place): string {
  return `h${Math.min(6, Number(level) + headingShift)}`
}

function headingId(content: string, { idPrefix, ids }: Place): string {
  const slug = slugify(content).slice(0, 60) || 'afsnit'
  const id = idPrefix ? `${idPrefix}-${slug}` : slug
  const seen = ids.get(id) ?? 0
  ids.set(id, seen + 1)
  return seen === 0 ? id : `${id}-${seen + 1}`
}

rules.link_open = (tokens, index, options, env, renderer) => {
  const place = placeOf(env)
  if (!place) return renderer.renderToken(tokens, index, options)
  const attributes = tokens[index]?.attrs ?? []
  const href = String(attributes.find(([name]) => name === 'href')?.[1] ?? '')
  const target = isExternal(href) ? href : place.resolveLink ? place.resolveLink(href) : href
  place.openLinks.push(target !== undefined)
  if (target === undefined) return ''
  const shown = attributes.map(([name, value]) => ` ${name}="${escapeHtml(name === 'href' ? target : String(value))}"`)
  return `<a${shown.join('')}${isExternal(href) ? ' rel="noopener"' : ''}>`
}

rules.link_close = (_tokens, _index, _options, env) => (placeOf(env)?.openLinks.pop() === false ? '' : '</a>')

/** Only where a page is printed are spaces made fast, and after the phrases are found as the clerk wrote them. */
rules.text = (tokens, index, _options, env) => {
  const place = placeOf(env)
  const words = tokens[index]?.content ?? ''
  if (!place) return escapeHtml(words)
  return place.phrases && !place.openLinks.includes(true) ? linkPhrases(words, place.phrases) : escapeHtml(fastSpaces(words))
}

function linkPhrases(text: string, phrases: NonNullable<MarkdownContext['phrases']>): string {
  const hit = phrases.find(({ words }) => text.includes(words))
  if (!hit) return escapeHtml(fastSpaces(text))
  const at = text.indexOf(hit.words)
  const [before, linked] = [text.slice(0, at), hit.words].map((part) => escapeHtml(fastSpaces(part)))
  return `${before}<a href="${escapeHtml(hit.href)}">${linked}</a>${linkPhrases(text.slice(at + hit.words.length), phrases)}`
}

rules.image = (tokens, index, _options, given) => {
  const env = (given ?? {}) as Partial<Place>
  const token = tokens[index]
  const source = String(token?.attrGet('src') ?? '')
  const label = escapeHtml(token?.content ?? '')
  const target = isExternal(source) ? undefined : env.resolveLink ? env.resolveLink(source) : source
  if (isExternal(source)) return `<a href="${escapeHtml(source)}" rel="noopener">${label || 'Billede'}</a>`
  return target === undefined ? label : `<img src="${escapeHtml(target)}" alt="${label}" loading="lazy">`
}
