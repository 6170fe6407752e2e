import { ElementType, parseDocument } from 'htmlparser2'

/** A piece of a page: text, or an element with what it holds. Comments, scripts and styles are gone. */
export type HtmlNode = string | HtmlElement

export interface HtmlElement {
  /** In lower case (as written where the source is XML). */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}

const WITHOUT_WORDS = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head'])
/** Nesting deeper than this is no document but an attack on the stack. */
const DEEPEST = 400

/** Reads a page, however broken. */
export function readHtml(text: string): HtmlElement {
  return { name: '', attributes: {}, children: nodesOf(parseDocument(text).children as unknown as DomNode[], 0, false) }
}

/** Reads XML, however broken; names as written, a namespace's prefix left off. */
export function readXml(text: string): HtmlElement {
  const document = parseDocument(text, { xmlMode: true })
  return { name: '', attributes: {}, children: nodesOf(document.children as unknown as DomNode[], 0, true) }
}

/** The title that a page gives itself in its head; undefined where it gives none. */
export function titleOfPage(text: string): string | undefined {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]
  return title === undefined ? undefined : wordsIn(readHtml(title)).trim() || undefined
}

/** All text of an element. */
export function wordsIn(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(wordsIn).join('')
}

interface DomNode {
  readonly type: string
  readonly data?: string
  readonly name?: string
  readonly attribs?: Record<string, string>
  readonly children?: DomNode[]
}

function nodesOf(nodes: readonly DomNode[], depth: number, isXml: boolean): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === ElementType.Text) return [node.data ?? '']
    if (node.type === ElementType.CDATA) return nodesOf(node.children ?? [], depth + 1, isXml)
    if (node.name === undefined || node.children === undefined || depth > DEEPEST) return []
    const name = isXml ? node.name.replace(/^.*:/, '') : node.name.toLowerCase()
    if (!isXml && WITHOUT_WORDS.has(name)) return []
    return [{ name, attributes: node.attribs ?? {}, children: nodesOf(node.children, depth + 1, isXml) }]
  })
}
