import type { Authority } from '../referat/authority.ts'
import { urls } from './urls.ts'

/** An authority as the head of its pages shows it. */
export interface AuthorityFace {
  readonly id: string
  readonly name: string
  readonly url: string
  /** Address of its logo from the site's root. */
  readonly logo?: string
  /** Colour of the browser's own frame, where the authority has one. */
  readonly themeColour?: string
}

/** The authority that a page belongs to: the one in its address, or the only one of the archive. */
export function authorityFace(authorities: readonly Authority[], pageUrl: string): AuthorityFace | undefined {
  const [, first] = pageUrl.split('/')
  const authority = authorities.find(({ id }) => id === first) ?? (authorities.length === 1 ? authorities[0] : undefined)
  if (!authority) return undefined
  const { id, name, logo, colours } = authority
  return { id, name, url: urls.of(id), ...(logo && { logo: urls.logo(id, logo) }), ...(colours && { themeColour: colours.primary }) }
}

/**
 * Style rules that give each authority its own colours, and its name at the head of every printed page but the first. They
 * stand in the one file that every page asks for: no style in the pages, and no second request. Ids are slugs, colours
 * `#rrggbb` and names quoted, so nothing else can come in.
 */
export function authorityStyles(authorities: readonly Authority[]): string {
  return authorities.map((authority) => coloursOf(authority) + runningHeadOf(authority)).join('')
}

function coloursOf({ id, colours }: Authority): string {
  return colours ? `[data-authority="${id}"]{--brand:${colours.primary};--brand-mark:${colours.accent ?? '#fff'}}` : ''
}

function runningHeadOf({ id, name }: Authority): string {
  const page = `p-${id}`
  const head = `@page ${page}{@top-left{content:${quoted(name)};font:9pt system-ui,sans-serif}}@page ${page}:first{@top-left{content:none}}`
  return `[data-authority="${id}"] body{page:${page}}${head}`
}

/** A string of CSS: whatever could end it, or the sheet, is written by its number. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<>\p{Cc}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}
