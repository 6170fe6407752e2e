import { readAttachmentAnchor } from '../../search/anchors.ts'
import { readFacetValue } from '../../search/facets.ts'
import { element, excerptNodes } from './dom.ts'
import type { HitData, Part } from './pagefind.ts'

/** How results are shown. */
export interface Showing {
  /** Leads from the search page to the site's root. */
  readonly root: string
  readonly severalAuthorities: boolean
  /** True where the punkter of a meeting stand together, below its name. */
  readonly grouped: boolean
}

/** Results as they stand in the list: each followed by the attachments in which the words were found. */
export function resultItems(data: readonly HitData[], showing: Showing): HTMLLIElement[] {
  if (!showing.grouped) return data.flatMap((hit) => itemsOf(hit, showing, 'h3'))
  const meetings = new Map<string, HitData[]>()
  for (const hit of data) meetings.set(meetingOf(hit.url), [...(meetings.get(meetingOf(hit.url)) ?? []), hit])
  return [...meetings].flatMap(([meeting, hits]) => [
    element(
      'li',
      { class: 'search-meeting' },
      element(
        'h3',
        {},
        element('a', { href: addressIn(showing.root, meeting) }, `${bodyOf(hits[0], showing)}, ${hits[0]?.meta['dag'] ?? ''}`),
      ),
    ),
    ...hits.flatMap((hit) => itemsOf(hit, showing, 'h4')),
  ])
}

/** Address of the meeting of a punkt, from the site's root. */
export function meetingOf(url: string): string {
  return url.replace(/[^/]+\/$/, '')
}

/** An address from the site's root as the search page links to it. */
export function addressIn(root: string, url: string): string {
  return root + url.replace(/^\//, '')
}

function bodyOf(hit: HitData | undefined, { severalAuthorities }: Showing): string {
  const { udvalg = '', myndighed = '' } = hit?.meta ?? {}
  return severalAuthorities ? `${udvalg}, ${myndighed}` : udvalg
}

function itemsOf(hit: HitData, showing: Showing, level: 'h3' | 'h4'): HTMLLIElement[] {
  const inAttachments = hit.sub_results.filter(isAttachment)
  return [resultItem(hit, showing, level), ...(inAttachments.length > 0 ? [attachmentsItem(inAttachments, showing)] : [])]
}

function resultItem(hit: HitData, showing: Showing, level: 'h3' | 'h4'): HTMLLIElement {
  const { url, meta, filters, sub_results: parts } = hit
  const facts = [
    ...(showing.grouped ? [] : [element('span', {}, bodyOf(hit, showing)), element('time', { datetime: meta['dato'] }, meta['dag'] ?? '')]),
    element('span', {}, `Punkt ${meta['nummer']}`),
    meta['sagsnummer'] ? element('span', {}, `Sag\u00a0${meta['sagsnummer']}`) : undefined,
  ]
  const outcomes = (filters['beslutning'] ?? []).map(readFacetValue)
  const words = meta['ord'] ?? ''
  // "Godkendt" as a tag says all that "Godkendt." would say again.
  const repeats = outcomes.some(({ label }) => label === words.replace(/\.$/, ''))
  const excerpt = parts.some(isAttachment) ? bestOf(parts.filter((part) => !isAttachment(part))) : hit.excerpt
  return element(
    'li',
    { class: 'search-result', 'data-search-result': '' },
    element(level, { class: 'search-result__title' }, element('a', { href: addressIn(showing.root, url) }, meta['title'] ?? '')),
    element('p', { class: 'search-result__facts' }, ...facts.flatMap((fact, index) => (fact && index > 0 ? [' ', fact] : [fact]))),
    element(
      'p',
      { class: 'search-result__decision' },
      ...outcomes.flatMap(({ id, label }) => [element('span', { class: `outcome outcome-${id}` }, label), ' ']),
      repeats ? '' : words,
    ),
    excerpt ? element('p', { class: 'search-result__excerpt' }, ...excerptNodes(excerpt)) : undefined,
  )
}

/** Attachments shown below a result at most. */
const MOST_ATTACHMENTS = 3

function attachmentsItem(parts: readonly Part[], { root }: Showing): HTMLLIElement {
  const shown = parts.slice(0, MOST_ATTACHMENTS).map(({ title, excerpt, anchor }) => {
    const { url = '', page } = readAttachmentAnchor(anchor?.id ?? '') ?? {}
    const address = addressIn(root, url) + (page === undefined ? '' : `#page=${page}`)
    return element(
      'div',
      { class: 'search-attachment' },
      element('p', {}, 'Bilag: ', element('a', { href: address }, title)),
      element('p', { class: 'search-result__excerpt' }, ...excerptNodes(excerpt)),
    )
  })
  const more = parts.length - shown.length
  return element(
    'li',
    { class: 'search-attachments' },
    ...shown,
    more > 0
      ? element('p', { class: 'search-result__excerpt' }, `Ordene står på ${more} ${more === 1 ? 'side' : 'sider'} mere i bilagene.`)
      : undefined,
  )
}

/** The excerpt with most matches. */
function bestOf(parts: readonly Part[]): string {
  const marks = (text: string): number => text.split('<mark>').length
  return parts.reduce((best, { excerpt }) => (marks(excerpt) > marks(best) ? excerpt : best), '')
}

function isAttachment({ anchor }: Part): boolean {
  return anchor !== undefined && readAttachmentAnchor(anchor.id) !== undefined
}
