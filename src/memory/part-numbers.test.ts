import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PartName, PartNumbers } from './part-numbers.ts'

const part = fc.tuple(fc.constantFrom('punkt', 'meeting', 'site'), fc.constantFrom('', 'a', 'b', 'c', 'd')).map((name): PartName => name)

test('a part has one number as long as it is kept, and no two have the same', () => {
  const turns = fc.array(fc.record({ asked: fc.array(part), kept: fc.array(part) }), { maxLength: 6 })
  fc.assert(
    fc.property(turns, (turns) => {
      let numbers = new PartNumbers()
      let known = new Map<string, number>()
      for (const { asked, kept } of turns) {
        for (const name of asked) {
          const number = numbers.of(...name)
          expect(known.get(name.join()) ?? number).toBe(number)
          known.set(name.join(), number)
          expect(numbers.nameOf(number)).toEqual(name)
        }
        expect(new Set(known.values()).size).toBe(known.size)
        expect(numbers.names().map(String).sort()).toEqual([...known.keys()].sort())
        const names = new Set(kept.map((name) => name.join()))
        known = new Map([...known].filter(([name]) => names.has(name)))
        const stay = new Set(known.values())
        numbers = new PartNumbers(structuredClone(numbers.columns((number) => stay.has(number))))
      }
    }),
  )
})
