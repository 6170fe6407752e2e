import { INDEX_FOLDERS } from '../../search/folders.ts'
import { countFilters, isEmpty, readState, readWords, type SearchState, withoutFilters, writeState } from '../../search/state.ts'
import { DanishPagefind } from './danish.ts'
import { element, required } from './dom.ts'
import { Filters } from './filters.ts'
import { Finder, type Found } from './finder.ts'
import { listenToKeys } from './keys.ts'
import { markOnLanding } from './landing.ts'
import { type NoteAddresses, nothingFound, outOfOrder, readingNote, summaryOf, unmetNote } from './notes.ts'
import { type HitData, loadPagefind, type Pagefind, type SearchHit } from './pagefind.ts'
import { resultItems } from './results.ts'
import { straightTo } from './straight.ts'
import { ArchiveWords } from './words.ts'

/** Results that are shown at a time. */
const PAGE = 20
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
  readonly #note = required('[data-search-note]', HTMLElement)
  readonly #more = required('[data-search-more]', HTMLButtonElement)
  readonly #help = required('[data-search-help]', HTMLElement)
  readonly #root = this.#form.dataset['root'] ?? '../'
  readonly #title = document.title
  readonly #filters: Filters
  #state = readState(location.search)
  #finder: Promise<Finder> | undefined
  #attempts = 0
  /** Number of the newest search: an older one that comes in late is dropped. */
  #newest = 0
  #failed = false
  #hits: readonly SearchHit[] = []
  #shown: readonly HitData[] = []
  #severalAuthorities = false
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
    this.#field.addEventListener('focus', () => this.#open().catch(() => {}), { once: true })
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

  async #run(): Promise<void> {
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
      const found = await finder.find(state)
      const { hits, facets, reading } = found
      // Pagefind passes over parts of the index that it cannot fetch, so without a connection nothing found means nothing.
      if (hits.length === 0 && !navigator.onLine) throw new Error('There is no connection.')
      const shown = ((history.state ?? {}) as Remembered).shown ?? PAGE
      const data = await Promise.all(hits.slice(0, shown).map((hit) => hit.data()))
      if (run !== this.#newest) return
      this.#failed = false
      this.#hits = hits
      this.#severalAuthorities = facets.myndighed.length > 1
      this.#list.replaceChildren()
      this.#shown = []
      this.#append(data)
      this.#straight.replaceChildren(...straightTo(state, found.bodies, data, this.#root))
      this.#filters.show(state, facets, finder.months)
      const filters = countFilters(state)
      this.#settle(summaryOf(hits.length, reading?.instead ?? state.q, filters), this.#notes(state, found))
    } catch (error) {
      if (run !== this.#newest) return
      console.error(error)
      this.#finder = undefined
      this.#failed = true
      this.#hits = []
      this.#shown = []
      this.#list.replaceChildren()
      this.#straight.replaceChildren()
      this.#filters.hide()
      this.#settle('Søgningen virker ikke lige nu.', [outOfOrder(() => void this.#run())])
    }
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
  #append(data: readonly HitData[]): HTMLElement[] {
    this.#shown = [...this.#shown, ...data]
    const items = resultItems(data, { root: this.#root, severalAuthorities: this.#severalAuthorities, grouped: this.#state.grouped })
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
    this.#filters.hide()
    this.#settle('')
    this.#region.dataset['searchStatus'] = 'idle'
  }

  async #showMore(): Promise<void> {
    const run = this.#newest
    const from = this.#shown.length
    try {
      const data = await Promise.all(this.#hits.slice(from, from + PAGE).map((hit) => hit.data()))
      if (run !== this.#newest) return
      const items = this.#append(data)
      items
        .find((item) => item.hasAttribute('data-search-result'))
        ?.querySelector('a')
        ?.focus()
      history.replaceState({ ...(history.state as Remembered | null), shown: from + data.length }, '')
      this.#offerMore()
    } catch (error) {
      console.error(error)
      this.#note.replaceChildren(element('p', {}, 'De næste resultater kunne ikke hentes. Prøv igen.'))
    }
  }

  #offerMore(): void {
    const left = this.#hits.length - this.#shown.length
    this.#more.hidden = left <= 0
    this.#more.textContent = `Vis ${Math.min(PAGE, left)} flere af ${left.toLocaleString('da')}`
  }

  /** Loads Pagefind on the first need; after a failure, the next need tries again. */
  #open(): Promise<Finder> {
    if (!this.#finder) {
      this.#attempts += 1
      const root = new URL(this.#root, document.baseURI)
      const words = new ArchiveWords(root)
      const attempt = this.#attempts
      const load = async (folder: string): Promise<Pagefind> => new DanishPagefind(await loadPagefind(root, folder, attempt), words)
      let decisions: Promise<Pagefind> | undefined
      const opening = load(INDEX_FOLDERS.all).then((all) =>
        Finder.over({ all, decisions: () => (decisions ??= load(INDEX_FOLDERS.decisions)) }),
      )
      opening.catch(() => {
        if (this.#finder === opening) this.#finder = undefined
      })
      this.#finder = opening
    }
    return this.#finder
  }
}
