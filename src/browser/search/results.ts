import { readFacetValue } from '../../search/facets.ts'
import { element, excerptNodes } from './dom.ts'
import type { HitData, Reading } from './pagefind.ts'

/** One result as it stands in the list. `root` leads from the search page to the site's root. */
export function resultItem({ url, meta, filters, excerpt }: HitData, root: string, severalAuthorities: boolean): HTMLLIElement {
  const body = severalAuthorities ? `${meta['udvalg']}, ${meta['myndighed']}` : meta['udvalg']
  const facts = [
    element('span', {}, body ?? ''),
    element('time', { datetime: meta['dato'] }, meta['dag'] ?? ''),
    element('span', {}, `Punkt ${meta['nummer']}`),
    meta['sagsnummer'] ? element('span', {}, `Sag\u00a0${meta['sagsnummer']}`) : undefined,
  ]
  const outcomes = (filters['beslutning'] ?? []).map(readFacetValue)
  const words = meta['ord'] ?? ''
  // "Godkendt" as a tag says all that "Godkendt." would say again.
  const repeats = outcomes.some(({ label }) => label === words.replace(/\.$/, ''))
  return element(
    'li',
    { class: 'search-result', 'data-search-result': '' },
    element('h3', { class: 'search-result__title' }, element('a', { href: root + url.replace(/^\//, '') }, meta['title'] ?? '')),
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

/** What a visitor is told about words that were not searched as they stand. `addressOf` gives the address of a search for other words. */
export function readingNote({ unknown, instead, relaxed }: Reading, addressOf: (query: string) => string): HTMLElement {
  const list = new Intl.ListFormat('da', { type: 'conjunction' }).format(unknown.map((word) => `»${word}«`))
  return element(
    'div',
    { class: 'search-reading' },
    instead
      ? element(
          'p',
          {},
          'Det står ikke i arkivet, som du skrev det. Viser resultater for ',
          element('a', { href: addressOf(instead), 'data-search-suggestion': instead }, instead),
          ' i stedet.',
        )
      : undefined,
    unknown.length > 0 ? element('p', {}, `${list} findes ikke i arkivet.`) : undefined,
    relaxed ? element('p', {}, 'Intet punkt har det hele. Her er de punkter, der har mest af det.') : undefined,
  )
}

/** What a visitor is told who found nothing. */
export function nothingFound(filters: number, onClear: () => void): HTMLElement {
  const clear = element('button', { type: 'button', class: 'search-button' }, 'Søg uden filtre')
  clear.addEventListener('click', onClear)
  return element(
    'div',
    { class: 'search-nothing' },
    element('h3', {}, 'Prøv noget andet'),
    element(
      'ul',
      {},
      filters > 0 ? element('li', {}, 'Fjern et eller flere filtre: ordet kan stå i et andet udvalg eller et andet år.') : undefined,
      element('li', {}, 'Se efter, om ordene er stavet rigtigt.'),
      element('li', {}, 'Prøv et andet ord for det samme, for eksempel »affald« i stedet for »skrald«.'),
      element('li', {}, 'Søg på sagsnummeret eller mødets dato, hvis du kender dem.'),
    ),
    filters > 0 ? clear : undefined,
  )
}

/** What a visitor is told when the index cannot be had. */
export function outOfOrder(onRetry: () => void): HTMLElement {
  const retry = element('button', { type: 'button', class: 'search-button' }, 'Prøv igen')
  retry.addEventListener('click', onRetry)
  return element(
    'div',
    { class: 'search-nothing' },
    element('h3', {}, 'Søgningen virker ikke lige nu'),
    element('p', {}, 'Søgeregisteret kunne ikke hentes. Det kan skyldes din internetforbindelse. Listerne nedenfor virker uden.'),
    retry,
  )
}

/** "37 resultater for »cykelsti« med 2 filtre": what is announced once a search has settled. */
export function summaryOf(count: number, query: string, filters: number): string {
  const results = count === 0 ? 'Ingen resultater' : count === 1 ? '1 resultat' : `${count.toLocaleString('da')} resultater`
  return `${results}${query && ` for »${query}«`}${filters > 0 ? ` med ${filters} ${filters === 1 ? 'filter' : 'filtre'}` : ''}`
}
