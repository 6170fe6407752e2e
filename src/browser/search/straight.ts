import { readCaseAnchor } from '../../search/anchors.ts'
import type { FacetValue } from '../../search/facets.ts'
import { parseQuery } from '../../search/query.ts'
import type { SearchState } from '../../search/state.ts'
import { sagToken } from '../../search/tokens.ts'
import { readTyped } from '../../search/typed.ts'
import { element } from './dom.ts'
import { addressIn, meetingOf, type Result } from './results.ts'

/** Most pages that a search leads straight to. */
const MOST = 4

/**
 * Links straight to what was typed: a body by its name, a case by its number, the meetings of a day. Shown above the
 * results, where the query is that and nothing else.
 */
export function straightTo(state: SearchState, bodies: readonly FacetValue[], results: readonly Result[], root: string): HTMLElement[] {
  const { phrases, tokens, words } = parseQuery(readTyped(state.q).words)
  const [token] = tokens
  const alone = phrases.length === 0 && words.length === 0 && tokens.length === 1
  const found = new Map<string, string>()
  for (const { id, label } of bodies) found.set(`/${id}/`, label)
  for (const { data } of results) {
    const { url, meta, anchors } = data
    if (alone && token?.token === `dag${meta['dato']?.replaceAll('-', '')}`) {
      found.set(meetingOf(url), `${meta['udvalg']}, ${meta['dag']}`)
    }
    const [sag] = anchors.flatMap(({ id }) => readCaseAnchor(id) ?? [])
    if (alone && sag && token?.token === sagToken(meta['sagsnummer'] ?? '') && !found.has(sag)) {
      found.set(sag, `Sag ${meta['sagsnummer']}: alle behandlinger`)
    }
  }
  return [...found].slice(0, MOST).map(([url, label]) => element('p', {}, element('a', { href: addressIn(root, url) }, label)))
}
