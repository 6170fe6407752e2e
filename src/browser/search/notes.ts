import { monthName } from '../../search/months.ts'
import type { Reading } from './danish.ts'
import { element } from './dom.ts'
import type { Found } from './finder.ts'

/** Addresses of searches that a note leads to. */
export interface NoteAddresses {
  /** Of a search for other words. */
  readonly of: (query: string) => string
  /** Of the same search with the words just as they were typed. */
  readonly asTyped: string
}

/** What a visitor is told about words that were not searched as they stand. */
export function readingNote({ unknown, instead, meant, relaxed }: Reading, addresses: NoteAddresses): HTMLElement {
  const suggestion = (query: string): HTMLElement => element('a', { href: addresses.of(query), 'data-search-suggestion': query }, query)
  return element(
    'div',
    { class: 'search-reading' },
    instead
      ? element(
          'p',
          {},
          'Viser resultater for ',
          suggestion(instead),
          '. ',
          element('a', { href: addresses.asTyped }, 'Søg på det, du skrev'),
        )
      : undefined,
    meant ? element('p', {}, 'Mente du ', suggestion(meant), '?') : undefined,
    unknown.length > 0 ? element('p', {}, `${listOf(unknown)} findes ikke i arkivet.`) : undefined,
    relaxed ? element('p', {}, 'Intet punkt har det hele. Her er de punkter, der har mest af det.') : undefined,
  )
}

/** What a visitor is told about typed filters that nothing in the archive has. */
export function unmetNote(unmet: readonly string[]): HTMLElement {
  return element('p', { class: 'search-reading' }, `Intet udvalg og intet år i arkivet svarer til ${listOf(unmet)}.`)
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat('da', { type: 'conjunction' }).format(words.map((word) => `»${word}«`))
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

/** What a visitor is told where older meetings may have more; `onAll` searches them too. */
export function olderNote({ from, to }: NonNullable<Found['older']>, onAll: () => void): HTMLElement {
  const more = element('button', { type: 'button', class: 'search-button' }, `Søg også i ældre møder (${spanOf(from, to)})`)
  more.addEventListener('click', onAll)
  return more
}

/** The same while older meetings are being searched. */
export function searchingOlder({ from, to }: NonNullable<Found['older']>): HTMLElement {
  return element('p', {}, `Søger også i ældre møder (${spanOf(from, to)}) …`)
}

function spanOf(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : `${first}–${last}`
}

/** "37 resultater for »cykelsti« med 2 filtre": what is announced once a search has settled. `since` is where not all is searched. */
export function summaryOf(count: number, query: string, filters: number, since?: string): string {
  const results = count === 0 ? 'Ingen resultater' : count === 1 ? '1 resultat' : `${count.toLocaleString('da')} resultater`
  const narrowed = filters > 0 ? ` med ${filters} ${filters === 1 ? 'filter' : 'filtre'}` : ''
  const inTime = since ? ` siden ${since.endsWith('-01') ? since.slice(0, 4) : monthName(since)}` : ''
  return `${results}${query && ` for »${query}«`}${narrowed}${inTime}`
}
