import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PartName } from '../memory/part-numbers.ts'
import { PrintedNumbers } from './press.ts'
import { PrintedPacker, PrintedUnpacker } from './printed-packets.ts'
import type { TaskPrinted } from './thread-work.ts'

const links = fc.array(fc.constantFrom<string>('/', '/a/', '/a/#b', ''))
const parts = fc.array(fc.constantFrom<PartName>(['punkt', 'x'], ['meeting', 'y'], ['meeting', 'x'], ['site', '']))
const task = fc.record({
  task: fc.nat(),
  reads: parts,
  files: fc.array(fc.record({ path: fc.string(), links })),
  written: fc.array(fc.string()),
  faults: fc.array(fc.record({ url: fc.string(), what: fc.string() })),
})
type Told = typeof task extends fc.Arbitrary<infer T> ? T : never

function numbered({ reads, files, ...task }: Told, numbers: PrintedNumbers): TaskPrinted {
  return {
    ...task,
    reads: Uint32Array.from(reads, (part) => numbers.parts.of(...part)),
    files: files.map(({ path, links }) => ({ path, links: Uint32Array.from(links, (link) => numbers.links.of(link)) })),
  }
}

test('what is unpacked is what was packed, packet by packet, whatever is numbered here besides', () => {
  fc.assert(
    fc.property(fc.array(fc.array(task)), parts, links, (packets, ownParts, ownLinks) => {
      const [there, here] = [new PrintedNumbers(), new PrintedNumbers()]
      for (const part of ownParts) here.parts.of(...part)
      for (const link of ownLinks) here.links.of(link)
      const [packer, unpacker] = [new PrintedPacker(there), new PrintedUnpacker(here)]
      for (const printed of packets) {
        const packet = packer.pack(printed.map((one) => numbered(one, there)))
        expect(unpacker.unpack(structuredClone(packet))).toEqual(printed.map((one) => numbered(one, here)))
      }
    }),
  )
})

test('a part and an address are sent once', () => {
  const numbers = new PrintedNumbers()
  const packer = new PrintedPacker(numbers)
  const files = [{ path: '/', links: ['/b/'] }]
  const printed = [
    numbered(
      {
        task: 1,
        reads: [
          ['punkt', 'a'],
          ['punkt', 'b'],
          ['punkt', 'a'],
        ],
        files,
        written: [],
        faults: [],
      },
      numbers,
    ),
  ]
  expect(packer.pack(printed)).toMatchObject({
    parts: [
      ['punkt', 'a'],
      ['punkt', 'b'],
    ],
    links: ['/b/'],
  })
  expect(packer.pack(printed)).toMatchObject({ parts: [], links: [] })
})
