import { readAttachmentAnchor } from '../../search/anchors.ts'
import type { Row } from '../../search/facts.ts'
import { element, excerptNodes } from './dom.ts'
import type { HitData, Part } from './excerpts.ts'

/** A result: what Pagefind has of the punkt, and its facts. */
export interface Result {
  readonly data: HitData
  readonly row: Row
}

/** How results are shown. */
export interface Showing {
  /** Leads from the search page to the site's root. */
  readonly root: string
  readonly severalAuthorities: boolean
  /** What outcomes are called, by id. */
  readonly outcomes: ReadonlyMap<string, string>
  /** True where the punkter of a meeting stand together, below its name. */
  readonly grouped: boolean
}

/** Results as they stand in the list: each followed by the attachments in which the words were found. */
export function resultItems(results: readonly Result[], showing: Showing): HTMLLIElement[] {
  if (!showing.grouped) return results.flatMap((result) => itemsOf(result, showing, 'h3'))
  const meetings = new Map<string, Result[]>()
  for (const result of results) {
    const meeting = meetingOf(result.data.url)
    meetings.set(meeting, [...(meetings.get(meeting) ?? []), result])
  }
  return [...meetings].flatMap(([meeting, inMeeting]) => [
    element(
      'li',
      { class: 'search-meeting' },
      element(
        'h3',
        {},
        element(
          'a',
          { href: addressIn(showing.root, meeting) },
          `${bodyOf(inMeeting[0]?.data, showing)}, ${inMeeting[0]?.data.meta['dag'] ?? ''}`,
        ),
      ),
    ),
    ...inMeeting.flatMap((result) => itemsOf(result, showing, 'h4')),
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

function itemsOf(result: Result, showing: Showing, level: 'h3' | 'h4'): HTMLLIElement[] {
  const inAttachments = result.data.parts.filter(isAttachment)
  return [resultItem(result, showing, level), ...(inAttachments.length > 0 ? [attachmentsItem(inAttachments, showing)] : [])]
}

function resultItem({ data, row }: Result, showing: Showing, level: 'h3' | 'h4'): HTMLLIElement {
  const { url, meta, parts } = data
  const facts = [
    ...(showing.grouped
      ? []
      : [element('span', {}, bodyOf(data, showing)), element('time', { datetime: meta['dato'] }, meta['dag'] ?? '')]),
    element('span', {}, `Punkt ${meta['nummer']}`),
    meta['sagsnummer'] ? element('span', {}, `Sag\u00a0${meta['sagsnummer']}`) : undefined,
  ]
  const outcomes = row.outcomes.map((id) => ({ id, label: showing.outcomes.get(id) ?? '' }))
  const words = meta['ord'] ?? ''
  // "Godkendt" as a tag says all that "Godkendt." would say again.
  const repeats = outcomes.some(({ label }) => label === words.replace(/\.$/, ''))
  const excerpt = parts.some(isAttachment) ? bestOf(parts.filter((part) => !isAttachment(part))) : data.excerpt
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
