import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import { yamlLines } from './yaml.ts'

const read = (lines: string[]): unknown => readFrontmatter(sourceFile('a.md', `---\n${lines.join('\n')}\n---\n`)).data

test('every text comes back as it was written, alone and in lists', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('ja', 'null', '1.5', '2024-01-02', '0098', 'a: b', '- a', '#a', '"', "'", 'a #b', '{', '@x', '17:00', 'A, B'),
  )
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1 }), (one, many) => {
      const fields = {
        titel: one,
        aliaser: many,
        deltagere: many.map((navn) => ({ navn, parti: undefined, rolle: one })),
        for: { medlemmer: many },
      }
      const expected = JSON.parse(JSON.stringify(fields).normalize('NFC')) as unknown
      expect(read(yamlLines(fields))).toEqual(expected)
    }),
  )
})

test('what needs no quotes has none', () => {
  expect(yamlLines({ titel: 'Ny mole på øen fra 2026', nummer: 7, sagsnummer: '85.15.02K07-1-25', bilag: [], adgang: 'åben' })).toEqual([
    'titel: Ny mole på øen fra 2026',
    'nummer: 7',
    'sagsnummer: 85.15.02K07-1-25',
    'adgang: åben',
  ])
})
