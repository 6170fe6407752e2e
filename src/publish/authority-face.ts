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
 * Style rules that give each authority its own colours. They stand in the one file that every page asks for: no style in
 * the pages, and no second request. Ids are slugs and colours `#rrggbb`, so nothing else can come in.
 */
export function authorityStyles(authorities: readonly Authority[]): string {
  return authorities
    .flatMap(({ id, colours }) =>
      colours ? [`[data-authority="${id}"]{--brand:${colours.primary};--brand-mark:${colours.accent ?? '#fff'}}`] : [],
    )
    .join('')
}
