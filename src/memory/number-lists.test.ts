import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JoinedLists, joinLists } from './number-lists.ts'

test('lists that are joined come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint32Array()), (lists) => {
      const joined = new JoinedLists(joinLists(lists))
      expect(lists.map(() => joined.next())).toEqual(lists)
      expect(joined.next()).toHaveLength(0)
    }),
  )
})
