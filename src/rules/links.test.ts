import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isExternal, linksOf } from '../source/markdown.ts'
import type { TextPiece } from './context.ts'
import { linksIn } from './links.ts'

/** A text as a rule has it, whose places are its offsets. */
function piece(text: string): TextPiece {
  return {
    file: 'a.md',
    text,
    secret: false,
    field: false,
    place: (start, end) => ({ file: 'a.md', line: start, column: start, endColumn: end }),
  }
}

test('a link stands where its address does, however far down', () => {
  const text = 'Vejen er lukket.\n\nDen åbner igen.\n\n- se [planen](bilag/plan.pdf) og [kortet](<bilag/et kort.pdf>)\n\nSlut.\n'
  const links = linksIn(piece(text)).map(({ href, place }) => [decodeURIComponent(href), text.slice(place.line, place.endColumn)])
  expect(links).toEqual([
    ['bilag/plan.pdf', 'bilag/plan.pdf'],
    ['bilag/et kort.pdf', 'bilag/et kort.pdf'],
  ])
})

const PARTS = [
  ...['Vejen er lukket.', 'Teksten [henviser](bilag/a.pdf) til et bilag.', '![kort](kort.png)', '[a][b]', '[b]: ../b.md', '`[x](y)`'],
  ...[
    '- punkt\n- [c](c.md)',
    '> [d](d.md)',
    '    [e](e.md)',
    '```\n[f](f.md)\n```',
    '~~~',
    '| a | b |\n| - | - |\n| [g](g.md) | x |',
    '## [h](h.md)',
  ],
  ...['\n', '\n\n', '\n\n', ' ', '\\', '*', '[', ']', '(', ')', '<', 'https://example.dk/a', '1. '],
]

test('the links of a text are found as when all of it is taken apart', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      const found = linksIn(piece(text)).map(({ href }) => href)
      const all = linksOf(text).map(({ href }) => href)
      expect(found.filter((href) => !isExternal(href))).toEqual(all.filter((href) => !isExternal(href)))
    }),
    { numRuns: 5000, examples: [[['Vejen, se [b].', '\n\n', '1. ', '[b]: ../b.md']]] },
  )
})
