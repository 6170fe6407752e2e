import { FACETS, type FacetId } from '../../search/facets.ts'
import { monthName } from '../../search/months.ts'
import { countFilters, type SearchState, withFacet, withoutFilters } from '../../search/state.ts'
import { element } from './dom.ts'
import type { CountedValue, FacetCounts } from './finder.ts'

const LEGENDS: Readonly<Record<FacetId, string>> = {
  myndighed: 'Myndighed',
  udvalg: 'Udvalg',
  aar: 'År',
  beslutning: 'Beslutning',
  fulgt: 'Indstillingen',
  emne: 'Emne',
}
/** A facet with more values than `MANY` shows the first `SHOWN` until the visitor asks for all. */
const SHOWN = 8
const MANY = 11

const danish = new Intl.Collator('da', { numeric: true })

interface Row {
  readonly item: HTMLLIElement
  readonly box: HTMLInputElement
  readonly count: HTMLSpanElement
}

/**
 * The choices that narrow the results. They are built once and then only change their counts, so that the focus stays
 * where the visitor has it.
 */
export class Filters {
  readonly #panel: HTMLDetailsElement
  readonly #summary: HTMLElement
  readonly #onChange: (state: SearchState) => void
  readonly #rows = new Map<FacetId, Map<string, Row>>()
  readonly #ends = new Map<'from' | 'to', HTMLSelectElement>()
  readonly #fieldsets = new Map<FacetId, HTMLFieldSetElement>()
  readonly #expanders = new Map<FacetId, HTMLButtonElement>()
  readonly #expanded = new Set<FacetId>()
  readonly #clear: HTMLButtonElement
  #state: SearchState | undefined

  constructor(panel: HTMLDetailsElement, summary: HTMLElement, onChange: (state: SearchState) => void) {
    this.#panel = panel
    this.#summary = summary
    this.#onChange = onChange
    this.#clear = element('button', { type: 'button', class: 'search-button', hidden: '' }, 'Ryd filtre')
    this.#clear.addEventListener('click', () => {
      if (this.#state) onChange(withoutFilters(this.#state))
      summary.focus()
    })
  }

  /** Shows the counts of a search and which values are chosen. */
  show(state: SearchState, facets: FacetCounts, months: readonly string[]): void {
    this.#state = state
    if (this.#rows.size === 0) this.#build(facets, months)
    for (const facet of FACETS) this.#update(facet, facets[facet], state)
    for (const [end, select] of this.#ends) select.value = state[end] ?? ''
    const chosen = countFilters(state)
    this.#summary.textContent = chosen > 0 ? `Filtre (${chosen} valgt)` : 'Filtre'
    this.#clear.hidden = chosen === 0
    this.#panel.hidden = false
  }

  hide(): void {
    this.#panel.hidden = true
  }

  #build(facets: FacetCounts, months: readonly string[]): void {
    const parts: HTMLElement[] = []
    for (const facet of FACETS) {
      const rows = new Map(inOrder(facet, facets).map((value) => [value.id, this.#row(facet, value)]))
      this.#rows.set(facet, rows)
      if (rows.size > 1) parts.push(this.#fieldset(facet, rows))
    }
    if (months.length > 1) parts.push(this.#period(months))
    this.#panel.append(element('div', { class: 'search-facets' }, ...parts, this.#clear))
  }

  #fieldset(facet: FacetId, rows: ReadonlyMap<string, Row>): HTMLFieldSetElement {
    const list = element('ul', { class: 'search-facet__values' }, ...[...rows.values()].map(({ item }) => item))
    const fieldset = element('fieldset', { class: 'search-facet' }, element('legend', {}, LEGENDS[facet]), list)
    this.#fieldsets.set(facet, fieldset)
    if (rows.size > MANY) {
      const all = element('button', { type: 'button', class: 'search-facet__all' })
      all.addEventListener('click', () => {
        const firstNew = [...rows.values()].find(({ item }) => item.hasAttribute('data-beyond'))
        this.#expanded.add(facet)
        for (const { item } of rows.values()) item.removeAttribute('data-beyond')
        all.hidden = true
        firstNew?.box.focus()
      })
      this.#expanders.set(facet, all)
      fieldset.append(all)
    }
    return fieldset
  }

  #row(facet: FacetId, { id, label }: CountedValue): Row {
    const box = element('input', { type: 'checkbox', name: facet, value: id })
    const count = element('span', { class: 'search-facet__count' })
    box.addEventListener('change', () => {
      if (this.#state) this.#onChange(withFacet(this.#state, facet, id, box.checked))
    })
    return { item: element('li', {}, element('label', {}, box, element('span', {}, label), ' ', count)), box, count }
  }

  #update(facet: FacetId, values: readonly CountedValue[], state: SearchState): void {
    const counts = new Map(values.map(({ id, count }) => [id, count]))
    const rows = this.#rows.get(facet) ?? new Map<string, Row>()
    for (const [id, { item, box, count }] of rows) {
      const results = counts.get(id)
      box.checked = state.facets[facet].includes(id)
      count.textContent = results === undefined ? '' : `(${results.toLocaleString('da')})`
      item.hidden = results === 0 && !box.checked && document.activeElement !== box
    }
    const visible = [...rows.values()].filter(({ item }) => !item.hidden)
    this.#fieldsets.get(facet)?.toggleAttribute('hidden', visible.length === 0)
    const collapsed = visible.length > MANY && !this.#expanded.has(facet)
    visible.forEach(({ item, box }, index) => {
      item.toggleAttribute('data-beyond', collapsed && index >= SHOWN && !box.checked)
    })
    const more = this.#expanders.get(facet)
    if (!more) return
    more.hidden = !collapsed
    more.textContent = `Vis alle ${visible.length}`
  }

  #period(months: readonly string[]): HTMLFieldSetElement {
    const ends = (
      [
        ['from', 'Fra'],
        ['to', 'Til'],
      ] as const
    ).map(([end, label]) => {
      const options = [...months].reverse().map((month) => element('option', { value: month }, monthName(month)))
      const select = element('select', { name: label.toLowerCase() }, element('option', { value: '' }, 'Vælg måned'), ...options)
      select.addEventListener('change', () => {
        if (!this.#state) return
        const { [end]: _, ...rest } = this.#state
        this.#onChange(select.value ? { ...rest, [end]: select.value } : rest)
      })
      this.#ends.set(end, select)
      return element('label', { class: 'search-facet__end' }, element('span', {}, label), select)
    })
    return element('fieldset', { class: 'search-facet' }, element('legend', {}, 'Periode'), ...ends)
  }
}

/** Years newest first, the rest by Danish alphabet. Bodies of the same name are told apart by their authority. */
function inOrder(facet: FacetId, facets: FacetCounts): CountedValue[] {
  const values = facets[facet].map((value) => {
    const namesakes = facet === 'udvalg' && facets.udvalg.filter(({ label }) => label === value.label).length > 1
    const authority = namesakes && facets.myndighed.find(({ id }) => value.id.startsWith(`${id}/`))
    return authority ? { ...value, label: `${value.label}, ${authority.label}` } : value
  })
  return values.sort((a, b) => (facet === 'aar' ? danish.compare(b.label, a.label) : danish.compare(a.label, b.label)))
}
