import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PrintedPacker, PrintedUnpacker } from './printed-packets.ts'

const texts = fc.array(fc.constantFrom('/', '/a/', '/a/#b', 'punkt x', 'meeting y', ''))
const task = fc.record({
  task: fc.nat(),
  reads: texts,
  files: fc.array(fc.record({ path: fc.string(), links: texts })),
  written: texts,
  faults: fc.array(fc.record({ url: fc.string(), what: fc.string() })),
})

test('what is unpacked is what was packed, packet by packet', () => {
  fc.assert(
    fc.property(fc.array(fc.array(task)), (packets) => {
      const [packer, unpacker] = [new PrintedPacker(), new PrintedUnpacker()]
      for (const printed of packets) expect(unpacker.unpack(structuredClone(packer.pack(printed)))).toEqual(printed)
    }),
  )
})

test('a text is sent once', () => {
  const packer = new PrintedPacker()
  const printed = [{ task: 1, reads: ['a', 'b', 'a'], files: [{ path: '/', links: ['b'] }], written: [], faults: [] }]
  expect(packer.pack(printed).texts).toEqual(['a', 'b'])
  expect(packer.pack(printed).texts).toEqual([])
})
