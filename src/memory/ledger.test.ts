import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ledger, packLedger, unpackLedger } from './ledger.ts'
import { PartNumbers } from './part-numbers.ts'

function note(ledger: Ledger<string>, id: string, given: string, reads: readonly string[], result: string): void {
  const parts = reads.map((part) => ledger.parts.of('part', part))
  ledger.note(id, given, parts, result)
}

test('work is current while it is given the same and what it read looks the same', () => {
  const looks = new Map([
    ['a', '1'],
    ['b', '1'],
  ])
  const look = (_kind: string, part: string): string => looks.get(part) ?? '-'
  const first = new Ledger<string>(look)
  note(first, 'page', 'x', ['a'], 'made of a')
  note(first, 'other', 'x', ['a', 'b', 'c'], 'made of all')
  const later = (): Ledger<string> => new Ledger(look, first.data())
  expect(later().recall('page', 'x')).toBe('made of a')
  expect(later().recall('page', 'y')).toBeUndefined()
  expect(later().recall('new', 'x')).toBeUndefined()
  looks.set('b', '2')
  expect(later().recall('page', 'x')).toBe('made of a')
  expect(later().recall('other', 'x')).toBeUndefined()
  looks.set('b', '1').set('c', 'came to be')
  expect(later().recall('other', 'x')).toBeUndefined()
})

test('over any number of turns, what is recalled is what would be made', () => {
  const parts = ['a', 'b', 'c', 'd']
  const turn = fc.record({
    changed: fc.subarray(parts),
    works: fc.array(fc.record({ id: fc.constantFrom('p', 'q', 'r'), reads: fc.subarray(parts) })),
  })
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 8 }), (turns) => {
      const looks = new Map(parts.map((part) => [part, 0]))
      const look = (_kind: string, part: string): string => String(looks.get(part))
      let data: ReturnType<Ledger<string>['data']> | undefined
      for (const { changed, works } of turns) {
        for (const part of changed) looks.set(part, (looks.get(part) ?? 0) + 1)
        const ledger = new Ledger<string>(look, data)
        for (const { id, reads } of new Map(works.map((work) => [work.id, work])).values()) {
          const made = reads.map((part) => `${part}${look('part', part)}`).join()
          const given = reads.join()
          const known = ledger.recall(id, given)
          if (known === undefined) note(ledger, id, given, reads, made)
          else expect(known).toBe(made)
        }
        data = ledger.data()
        const names = new PartNumbers(data.parts)
        const read = [...data.entries.values()].flatMap(({ reads }) => Array.from(reads, (part) => names.nameOf(part)))
        expect(new Set(names.names().map(String))).toEqual(new Set(read.map(String)))
        expect(unpackLedger(structuredClone(packLedger(data)))).toEqual(data)
      }
    }),
  )
})

test('where all looks as it did together, only what is looked at by itself tells what must be done again', () => {
  const looks = new Map(['a', 'b', 'text a', 'text b'].map((name) => [name, '1']))
  const asked: string[] = []
  const look = (kind: string, id: string): string => {
    const name = kind === 'text' ? `text ${id}` : id
    asked.push(name)
    return looks.get(name) ?? '-'
  }
  const together = (as: string) => ({ look: as, but: new Set(['text']) })
  const first = new Ledger<string>(look, undefined, together('facts'))
  for (const id of ['a', 'b']) first.note(id, 'x', [first.parts.of('fact', id), first.parts.of('text', id)], `page ${id}`)
  const later = (as: string): Ledger<string> => new Ledger(look, first.data(), together(as))
  looks.set('text b', '2')
  asked.length = 0
  const ledger = later('facts')
  expect(asked).toEqual(['text a', 'text b'])
  expect(ledger.recallAll(() => true)).toEqual(new Set(['b']))
  expect([...ledger.data().entries.keys()]).toEqual(['a'])
  expect(later('facts').recallAll((result) => result !== 'page a')).toEqual(new Set(['a', 'b']))
  expect(later('other facts').recallAll(() => true)).toBeUndefined()
  looks.set('a', '2')
  expect(later('other facts').recall('a', 'x')).toBeUndefined()
})

test('work that read one of many changed parts is done again', () => {
  const parts = Array.from({ length: 50 }, (_, part) => String(part))
  let turn = 1
  const look = (_kind: string, id: string): string => (Number(id) < 20 ? id : `${id} ${turn}`)
  const first = new Ledger<string>(look)
  for (const part of parts) note(first, part, 'x', [part], part)
  turn = 2
  const later = new Ledger<string>(look, first.data())
  expect(parts.filter((id) => later.recall(id, 'x') === undefined)).toEqual(parts.slice(20))
})
