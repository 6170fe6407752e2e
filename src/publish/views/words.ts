import type { Archive } from '../../archive/archive.ts'
import type { Authority } from '../../referat/authority.ts'
import { initialOf } from '../../referat/collation.ts'
import { type ListPage, type Paging, paginateSteadily } from '../paging.ts'
import type { TitleWord } from '../title-words.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

/** How many punkter a page of the register shows, half as many or half as many again. */
const PER_PAGE = 200

/** A word on a page of the register, with the punkter in whose titles it stands. */
export interface WordItem {
  readonly word: string
  readonly punkter: readonly { readonly url: string; readonly title: string; readonly bodyName: string; readonly date: string }[]
}

/** A letter in the register with its pages, each named by its first and last word. */
export interface LetterItem {
  readonly initial: string
  readonly pages: readonly { readonly url: string; readonly from: string; readonly to: string }[]
}

interface Register extends View {
  readonly authority: { readonly name: string; readonly url: string }
}

/** The front of the register: every page of it is one click away, however many there are. */
export interface WordsView extends Register {
  readonly letters: readonly LetterItem[]
  readonly total: number
}

/** A page of the words of one letter. */
export interface WordsPageView extends Register {
  readonly initial: string
  readonly words: readonly WordItem[]
  readonly paging: Paging
}

/** A word at one punkt. */
interface Entry {
  readonly word: string
  readonly punkt: string
}

/** What the pages of one letter are made from. */
export interface LetterPages {
  readonly initial: string
  readonly pages: readonly ListPage<Entry>[]
}

/** Parts the words of an authority's titles by letter and page. */
export function letterPages(authority: Authority, words: readonly TitleWord[]): LetterPages[] {
  const letters = new Map<string, Entry[]>()
  for (const { word, punkter } of words) {
    const initial = initialOf(word)
    const entries = letters.get(initial) ?? []
    letters.set(initial, entries)
    for (const punkt of punkter) entries.push({ word, punkt })
  }
  return [...letters].map(([initial, entries]) => ({
    initial,
    pages: paginateSteadily(entries, PER_PAGE, urls.wordsOf(authority.id, initial), textOf),
  }))
}

/** Entries as one text, which tells whether they are the same sooner than they do one by one. */
export function textOfEntries(entries: readonly Entry[]): string {
  return entries.map(textOf).join('\n')
}

function textOf({ word, punkt }: Entry): string {
  return `${word} ${punkt}`
}

/** The front of the register of words. */
export function wordsView(authority: Authority, letters: readonly LetterPages[], total: number): WordsView {
  return {
    template: 'views/words.njk',
    page: { url: urls.words(authority.id) },
    title: `Ord fra A til Å i ${authority.name}`,
    description: `Navneord og navne fra punkternes titler i ${authority.name}: vejen til ethvert punkt uden at søge.`,
    breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Ord' }),
    authority: { name: authority.name, url: urls.of(authority.id) },
    letters: letters.map(({ initial, pages }) => ({
      initial,
      pages: pages.map(({ items, paging }) => ({ url: paging.url, from: items[0]?.word ?? '', to: items.at(-1)?.word ?? '' })),
    })),
    total,
  }
}

/** A page of one letter of the register. */
export function wordsPageView(
  archive: Archive,
  authority: Authority,
  initial: string,
  { items, paging }: LetterPages['pages'][number],
): WordsPageView {
  const name = paging.number > 1 ? `${initial}, side ${paging.number}` : initial
  const words = new Map<string, WordItem['punkter'][number][]>()
  for (const { word, punkt: id } of items) {
    const punkt = archive.punkt(id)
    const meeting = archive.meeting(punkt.meeting)
    const item = { url: urls.of(id), title: punkt.title, bodyName: archive.body(meeting.udvalg).name, date: meeting.date }
    const listed = words.get(word)
    if (listed) listed.push(item)
    else words.set(word, [item])
  }
  return {
    template: 'views/words-page.njk',
    page: { url: paging.url },
    title: `Ord på ${name} i ${authority.name}`,
    description: `Punkter i ${authority.name} efter ord i titlen: ${items[0]?.word ?? ''} til ${items.at(-1)?.word ?? ''}.`,
    breadcrumbs: trail(
      { label: authority.name, url: urls.of(authority.id) },
      { label: 'Ord', url: urls.words(authority.id) },
      { label: name },
    ),
    authority: { name: authority.name, url: urls.of(authority.id) },
    initial,
    words: [...words].map(([word, punkter]) => ({ word, punkter })),
    paging,
  }
}
