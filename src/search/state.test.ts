import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACETS } from './facets.ts'
import { countFilters, EMPTY_STATE, isEmpty, readState, type SearchState, withFacet, withoutFilters, writeState } from './state.ts'

const id = fc.stringMatching(/^[a-z0-9/-]{1,20}$/)
const month = fc.stringMatching(/^20[0-4]\d-(0[1-9]|1[0-2])$/)
const states: fc.Arbitrary<SearchState> = fc
  .record({
    q: fc.string({ unit: 'grapheme', maxLength: 60 }),
    ids: fc.tuple(...FACETS.map(() => fc.array(id, { maxLength: 3 }))),
    range: fc.record({ from: month, to: month }, { requiredKeys: [] }),
    sort: fc.constantFrom('bedst' as const, 'nyeste' as const),
    choices: fc.record({ decisions: fc.boolean(), grouped: fc.boolean(), exact: fc.boolean() }),
  })
  .map(({ q, ids, range, sort, choices }) =>
    FACETS.reduce<SearchState>(
      (state, facet, index) => (ids[index] ?? []).reduce((inner, value) => withFacet(inner, facet, value, true), state),
      { ...EMPTY_STATE, ...readState(`?${new URLSearchParams({ q })}`), ...range, ...choices, sort },
    ),
  )

describe('the state of a search in its address', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(writeState(state))).toEqual(state)
      }),
    )
  })

  test('is settled after one reading, whatever stands in the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => {
        const once = writeState(readState(query))
        expect(writeState(readState(once))).toBe(once)
      }),
    )
  })

  test('reads what an older link or a hand may have written', () => {
    const state = readState('?q=%20ny+%20cykelsti&udvalg=by/kb&udvalg=by/kb&aar=2025&fra=2025-13&til=2025-09&sortering=x&ukendt=1')
    expect(state).toEqual({
      ...EMPTY_STATE,
      q: 'ny cykelsti',
      facets: { ...EMPTY_STATE.facets, udvalg: ['by/kb'], aar: ['2025'] },
      to: '2025-09',
      sort: 'bedst',
    })
  })

  test('is readable in the address line', () => {
    const state = withFacet({ ...EMPTY_STATE, q: 'cykelsti', sort: 'nyeste' }, 'udvalg', 'oenskeby/kommunalbestyrelsen', true)
    expect(writeState(state)).toBe('?q=cykelsti&udvalg=oenskeby/kommunalbestyrelsen&sortering=nyeste')
    expect(writeState(EMPTY_STATE)).toBe('')
  })
})

test('choosing a value and taking it back leaves the state as it was', () => {
  fc.assert(
    fc.property(states, fc.constantFrom(...FACETS), id, (state, facet, value) => {
      fc.pre(!state.facets[facet].includes(value))
      const chosen = withFacet(state, facet, value, true)
      expect(countFilters(chosen)).toBe(countFilters(state) + 1)
      expect(withFacet(chosen, facet, value, false)).toEqual(state)
    }),
  )
})

test('clearing the filters keeps the words and the order', () => {
  fc.assert(
    fc.property(states, (state) => {
      const cleared = withoutFilters(state)
      expect(countFilters(cleared)).toBe(0)
      expect(cleared).toMatchObject({ q: state.q, sort: state.sort })
      expect(isEmpty(cleared)).toBe(state.q === '')
    }),
  )
})
