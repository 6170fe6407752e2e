/** The attributes that the last look at a page asks about; undefined where a tag has none of them. */
export interface TagAttributes {
  id?: string
  href?: string
  src?: string
  rel?: string
  'data-outcome'?: string
  'data-section'?: string
}

/** Is told of the tags of a page, in their order. */
export interface TagListener {
  /** `empty` where the tag closes itself (`<path/>`). */
  opened(name: string, attributes: TagAttributes, empty: boolean): void
  closed(name: string): void
}

const QUOTE = 0x22
const APOSTROPHE = 0x27
const SLASH = 0x2f
const EQUALS = 0x3d
const GREATER = 0x3e

const NONE: TagAttributes = Object.freeze({})
const LOOKED_AT = ['id', 'src', 'rel', 'href', 'data-outcome', 'data-section'] as const
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/**
 * Tells the tags of a printed page. A scan of our own, for our own pages: every page is looked at, and an HTML parser takes a
 * third of the printing. A comment, a doctype and an escaped `<` are no tags; of an attribute that stands twice the first
 * counts; a quote that never ends ends the page.
 */
export function readTags(html: string, listener: TagListener): void {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const closing = html.charCodeAt(at + 1) === SLASH
    const from = closing ? at + 2 : at + 1
    const to = nameEnd(html, from)
    if (to === from) at = from
    else if (closing) {
      listener.closed(html.slice(from, to))
      at = to
    } else at = readOpened(html, from, to, listener)
  }
}

/** Reads an opening tag and tells it; gives where it ends. */
function readOpened(html: string, from: number, to: number, listener: TagListener): number {
  let attributes = NONE
  let at = to
  while (at < html.length) {
    const code = html.charCodeAt(at)
    if (code === GREATER) {
      listener.opened(html.slice(from, to), attributes, html.charCodeAt(at - 1) === SLASH)
      return at + 1
    }
    if (isSpace(code) || code === SLASH) {
      at += 1
      continue
    }
    const start = at
    while (at < html.length && !endsAttributeName(html.charCodeAt(at))) at += 1
    if (html.charCodeAt(at) !== EQUALS) {
      if (at === start) at += 1
      continue
    }
    const quote = html.charCodeAt(at + 1)
    if (quote !== QUOTE && quote !== APOSTROPHE) {
      at += 1
      continue
    }
    const end = html.indexOf(quote === QUOTE ? '"' : "'", at + 2)
    if (end === -1) return html.length
    const name = lookedAt(html, start, at)
    if (name !== undefined) {
      if (attributes === NONE) attributes = {}
      attributes[name] ??= unescaped(html.slice(at + 2, end))
    }
    at = end + 1
  }
  return html.length
}

function lookedAt(html: string, from: number, to: number): keyof TagAttributes | undefined {
  const length = to - from
  for (const name of LOOKED_AT) if (name.length === length && html.startsWith(name, from)) return name
  return undefined
}

/** Where a tag's name ends: letters first, then letters, digits and hyphens; `from` where there is none. */
function nameEnd(html: string, from: number): number {
  let at = from
  while (at < html.length) {
    const code = html.charCodeAt(at)
    const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
    if (!letter && (at === from || !((code >= 0x30 && code <= 0x39) || code === 0x2d))) return at
    at += 1
  }
  return at
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}

function endsAttributeName(code: number): boolean {
  return code === EQUALS || code === GREATER || code === SLASH || code === QUOTE || code === APOSTROPHE || isSpace(code)
}

function unescaped(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
}
