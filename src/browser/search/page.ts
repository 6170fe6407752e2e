import { countFilters, isEmpty, readState, readWords, type SearchState, withoutFilters, writeState } from '../../search/state.ts'
import { ArchiveIndex, type Hit } from './archive-index.ts'
import { element, required } from './dom.ts'
import { Filters } from './filters.ts'
import { Finder, type Found } from './finder.ts'
import { listenToKeys } from './keys.ts'
import { markOnLanding } from './landing.ts'
import { type NoteAddresses, nothingFound, olderNote, outOfOrder, readingNote, searchingOlder, summaryOf, unmetNote } from './notes.ts'
import { type Result, resultItems } from './results.ts'
import { straightTo } from './straight.ts'

/** Results that are shown at first: each is fetched by itself, and few visitors look further. */
const FIRST = 10
/** Results that are added at a time. */
const MORE = 20
/** How long the visitor's typing rests before it is searched, in milliseconds. */
const SETTLED = 250

/** What a history entry remembers besides its address. */
interface Remembered {
  /** True while the visitor is still typing: further letters belong to the same entry. */
  readonly typing?: boolean
  /** Number of results that were shown. */
  readonly shown?: number
}

/** The search page: field, filters, results and address, kept in step. */
export class SearchPage {
  readonly #form = required('[data-search-form]', HTMLFormElement)
  readonly #field = required('input[type=search]', HTMLInputElement, this.#form)
  readonly #region = required('[data-search-status]', HTMLElement)
  readonly #message = required('[data-search-message]', HTMLElement)
  readonly #sorting = required('[data-search-sorting]', HTMLElement)
  readonly #sort = required('select', HTMLSelectElement, this.#sorting)
  readonly #decisions = required('[data-search-decisions]', HTMLInputElement)
  readonly #grouping = required('[data-search-grouping]', HTMLInputElement)
  readonly #straight = required('[data-search-straight]', HTMLElement)
  readonly #list = required('[data-search-list]', HTMLElement)
  readonly #older = required('[data-search-older]', HTMLElement)
  readonly #note = required('[data-search-note]', HTMLElement)
  readonly #more = required('[data-search-more]', HTMLButtonElement)
  readonly #help = required('[data-search-help]', HTMLElement)
  readonly #root = this.#form.dataset['root'] ?? '../'
  readonly #title = document.title
  readonly #filters: Filters
  #state = readState(location.search)
  #finder: Promise<Finder> | undefined
  /** Number of the newest search: an older one that comes in late is dropped. */
  #newest = 0
  /** Number of the search that is shown for good. */
  #settled = 0
  #failed = false
  #hits: readonly Hit[] = []
  #shown: readonly Result[] = []
  #severalAuthorities = false
  #outcomes: ReadonlyMap<string, string> = new Map()
  #pause: ReturnType<typeof setTimeout> | undefined

  static start(): void {
    const page = new SearchPage()
    page.#listen()
    page.#showState()
    void page.#run()
  }

  private constructor() {
    const panel = required('[data-search-filters]', HTMLDetailsElement)
    this.#filters = new Filters(panel, required('summary', HTMLElement, panel), (state) => this.#go(state, false))
    panel.open = matchMedia('(min-width: 60em)').matches
  }

  #listen(): void {
    this.#field.addEventListener('focus', () => this.#prepare(), { once: true })
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#pause)
      this.#pause = setTimeout(() => this.#goToWords(true), SETTLED)
    })
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#goToWords(false)
    })
    this.#sort.addEventListener('change', () =>
      this.#go({ ...this.#state, sort: this.#sort.value === 'nyeste' ? 'nyeste' : 'bedst' }, false),
    )
    this.#decisions.addEventListener('change', () => this.#go({ ...this.#state, decisions: this.#decisions.checked }, false))
    this.#grouping.addEventListener('change', () => this.#go({ ...this.#state, grouped: this.#grouping.checked }, false))
    markOnLanding(this.#list)
    this.#more.addEventListener('click', () => void this.#showMore())
    addEventListener('popstate', () => {
      clearTimeout(this.#pause)
      this.#state = readState(location.search)
      this.#showState()
      void this.#run()
    })
    listenToKeys({
      field: this.#field,
      links: () => [...this.#straight.querySelectorAll('a'), ...this.#list.querySelectorAll('a')],
      clear: () => {
        this.#field.value = ''
        this.#goToWords(true)
      },
    })
  }

  #goToWords(typing: boolean): void {
    clearTimeout(this.#pause)
    const q = readWords(this.#field.value)
    this.#go({ ...this.#state, q, exact: this.#state.exact && q === this.#state.q }, typing)
  }

  /** Takes the page to another search, and the address with it. */
  #go(state: SearchState, typing: boolean): void {
    const address = writeState(state)
    const remembered = (history.state ?? {}) as Remembered
    if (address === writeState(this.#state)) {
      if (!typing) history.replaceState({ ...remembered, typing }, '')
      if (this.#region.dataset['searchStatus'] === 'done' && !this.#failed) return
    } else {
      const next: Remembered = { typing }
      if (typing && remembered.typing) history.replaceState(next, '', address || location.pathname)
      else history.pushState(next, '', address || location.pathname)
    }
    this.#state = state
    void this.#run()
  }

  #showState(): void {
    this.#field.value = this.#state.q
    this.#sort.value = this.#state.sort
    this.#decisions.checked = this.#state.decisions
    this.#grouping.checked = this.#state.grouped
  }

  /** Searches anew; where `all`, in old meetings too, however much the newest have. */
  async #run(all = false): Promise<void> {
    const run = ++this.#newest
    const state = this.#state
    document.title = state.q ? `${state.q} – ${this.#title}` : this.#title
    if (isEmpty(state)) {
      this.#idle()
      return
    }
    this.#region.dataset['searchStatus'] = 'searching'
    this.#region.setAttribute('aria-busy', 'true')
    try {
      const finder = await this.#open()
      const onPartly = (found: Found): void => void this.#show(run, finder, found, true).catch(() => {})
      await this.#show(run, finder, await finder.find(state, { all, onPartly }), false)
    } catch (error) {
      if (run !== this.#newest) return
      console.error(error)
      this.#close()
      this.#failed = true
      this.#hits = []
      this.#shown = []
      this.#list.replaceChildren()
      this.#straight.replaceChildren()
      this.#older.replaceChildren()
      this.#filters.hide()
      this.#settle('Søgningen virker ikke lige nu.', [outOfOrder(() => void this.#run(all))])
    }
  }

  /** Shows what is found: for good, or while older meetings are still being searched. */
  async #show(run: number, finder: Finder, found: Found, partly: boolean): Promise<void> {
    const { hits, facets, reading, older } = found
    if (run !== this.#newest || (partly && hits.length === 0)) return
    // Pagefind passes over parts of the index that it cannot fetch, so without a connection nothing found means nothing.
    if (hits.length === 0 && !navigator.onLine) throw new Error('There is no connection.')
    const state = this.#state
    const shown = ((history.state ?? {}) as Remembered).shown ?? FIRST
    const results = await resultsOf(hits.slice(0, shown))
    if (run !== this.#newest || (partly && this.#settled === run)) return
    this.#failed = false
    this.#hits = hits
    this.#severalAuthorities = facets.myndighed.length > 1
    this.#outcomes = new Map(facets.beslutning.map(({ id, label }) => [id, label]))
    this.#list.replaceChildren()
    this.#shown = []
    this.#append(results)
    this.#straight.replaceChildren(...straightTo(state, found.bodies, results, this.#root))
    this.#filters.show(state, facets, finder.months)
    this.#older.replaceChildren(...(older ? [partly ? searchingOlder(older) : olderNote(older, () => void this.#run(true))] : []))
    if (partly) return
    this.#settled = run
    this.#settle(summaryOf(hits.length, reading?.instead ?? state.q, countFilters(state), older?.since), this.#notes(state, found))
  }

  #notes(state: SearchState, { hits, reading, unmet }: Found): HTMLElement[] {
    const addresses: NoteAddresses = {
      of: (q) => writeState({ ...state, q, exact: false }),
      asTyped: writeState({ ...state, exact: true }),
    }
    return [
      ...(unmet.length > 0 ? [unmetNote(unmet)] : []),
      ...(reading ? [readingNote(reading, addresses)] : []),
      ...(hits.length === 0 ? [nothingFound(countFilters(state), () => this.#go(withoutFilters(this.#state), false))] : []),
    ]
  }

  /** Adds results to the end of the list, and gives what it added. */
  #append(results: readonly Result[]): HTMLElement[] {
    this.#shown = [...this.#shown, ...results]
    const items = resultItems(results, {
      root: this.#root,
      severalAuthorities: this.#severalAuthorities,
      outcomes: this.#outcomes,
      grouped: this.#state.grouped,
    })
    this.#list.append(...items)
    return items
  }

  #settle(message: string, notes: readonly HTMLElement[] = []): void {
    this.#note.replaceChildren(...notes)
    this.#help.hidden = this.#hits.length > 0
    this.#sorting.hidden = this.#hits.length < 2 || this.#state.q === ''
    this.#offerMore()
    this.#message.textContent = message
    this.#region.removeAttribute('aria-busy')
    this.#region.dataset['searchStatus'] = 'done'
  }

  #idle(): void {
    this.#hits = []
    this.#shown = []
    this.#list.replaceChildren()
    this.#straight.replaceChildren()
    this.#older.replaceChildren()
    this.#filters.hide()
    this.#settle('')
    this.#region.dataset['searchStatus'] = 'idle'
  }

  async #showMore(): Promise<void> {
    const run = this.#newest
    const from = this.#shown.length
    try {
      const results = await resultsOf(this.#hits.slice(from, from + MORE))
      if (run !== this.#newest) return
      const items = this.#append(results)
      items
        .find((item) => item.hasAttribute('data-search-result'))
        ?.querySelector('a')
        ?.focus()
      history.replaceState({ ...(history.state as Remembered | null), shown: from + results.length }, '')
      this.#offerMore()
    } catch (error) {
      console.error(error)
      this.#note.replaceChildren(element('p', {}, 'De næste resultater kunne ikke hentes. Prøv igen.'))
    }
  }

  #offerMore(): void {
    const left = this.#hits.length - this.#shown.length
    this.#more.hidden = left <= 0
    this.#more.textContent = `Vis ${Math.min(MORE, left)} flere af ${left.toLocaleString('da')}`
  }

  #prepare(): void {
    this.#open()
      .then((finder) => finder.prepare())
      .catch(() => {})
  }

  /** Gives the engine up: what could not be fetched is asked for anew. */
  #close(): void {
    this.#finder?.then((finder) => finder.close()).catch(() => {})
    this.#finder = undefined
  }

  /** Loads the engine on the first need; after a failure, the next need tries again. */
  #open(): Promise<Finder> {
    if (!this.#finder) {
      const root = new URL(this.#root, document.baseURI)
      const engine = new URL(this.#form.dataset['engine'] ?? '', document.baseURI)
      const opening = ArchiveIndex.open(root, engine).then((index) => new Finder(index))
      opening.catch(() => {
        if (this.#finder === opening) this.#finder = undefined
      })
      this.#finder = opening
    }
    return this.#finder
  }
}

function resultsOf(hits: readonly Hit[]): Promise<Result[]> {
  return Promise.all(hits.map(async ({ row, data }) => ({ row, data: await data() })))
}
