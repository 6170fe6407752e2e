import { type HtmlElement, type HtmlNode, wordsIn } from '../../documents/html.ts'

/** Elements that a web page has around what it is about. */
const BY_NAME: Readonly<Record<string, string>> = {
  nav: 'sidens navigation',
  aside: 'sidens sidespalte',
  footer: 'sidens fod',
  dialog: 'dialogboks på siden',
  button: 'knap på siden',
  select: 'knap på siden',
  iframe: 'indlejret side',
}
const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'sidens navigation',
  banner: 'sidens hoved',
  contentinfo: 'sidens fod',
  search: 'søgefelt på siden',
  dialog: 'dialogboks på siden',
  alertdialog: 'dialogboks på siden',
  complementary: 'sidens sidespalte',
  button: 'knap på siden',
}
const BY_CLASS: readonly (readonly [RegExp, string])[] = [
  [/cookie|consent|gdpr|coi-|cybot/i, 'cookiebanner'],
  [/breadcrumb|br(?:ø|oe)dkrumme/i, 'sidens navigation'],
  [
    /(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidemenu|topmenu|skip-?link|skip|pager|pagination|toplink|til-toppen)(?:[\s_-]|$)/i,
    'sidens navigation',
  ],
  [/(?:^|[\s_-])(?:footer|sidefod|bund)(?:[\s_-]|$)/i, 'sidens fod'],
  [/(?:^|[\s_-])(?:contact|kontakt)(?:[\s_-]?(?:box|boks|info|card|us|os))?(?:[\s_-]|$)/i, 'sidens sidespalte'],
  [/(?:^|[\s_-])(?:site-?header|page-?header|topbar|sidehoved)(?:[\s_-]|$)/i, 'sidens hoved'],
  [/(?:^|[\s_-])(?:share|social|some|del-siden|print|toolbar|feedback|newsletter|nyhedsbrev|sidebar)(?:[\s_-]|$)/i, 'knap på siden'],
]
const NEVER = new Set(['html', 'body', 'main', 'article', 'h1', 'h2', 'h3', 'table', 'tbody', 'tr', 'td'])

/** Why an element of a page is no part of the minutes; undefined where it is one, or may be one. */
export function furnitureReason(element: HtmlElement, place: { readonly inMain: boolean; readonly pageWords: number }): string | undefined {
  const { name, attributes } = element
  if (NEVER.has(name)) return undefined
  const reason = byMark(element, place.inMain)
  if (!reason) return undefined
  const holdsMinutes = find(element, isMain) !== undefined || wordsIn(element).split(/\s+/).length * 2 > place.pageWords
  return holdsMinutes && attributes['role'] !== 'dialog' ? undefined : reason
}

function byMark({ name, attributes }: HtmlElement, inMain: boolean): string | undefined {
  const marks = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`
  const marked = BY_CLASS.find(([pattern]) => pattern.test(marks))?.[1]
  if (marked) return marked
  if (name === 'header' && !inMain) return 'sidens hoved'
  return BY_ROLE[attributes['role'] ?? ''] ?? BY_NAME[name]
}

/** The part of a page that says of itself that it is the page's content. */
export function isMain({ name, attributes }: HtmlElement): boolean {
  return name === 'main' || attributes['role'] === 'main'
}

/** The first element below `from` that fits. */
export function find(from: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement | undefined {
  for (const child of from.children) {
    if (isText(child)) continue
    if (fits(child)) return child
    const deeper = find(child, fits)
    if (deeper) return deeper
  }
  return undefined
}

function isText(node: HtmlNode): node is string {
  return typeof node === 'string'
}
