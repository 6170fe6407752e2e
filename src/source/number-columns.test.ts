import { expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'

/** The classes of the cells of a table's columns, by the heading above them. */
function classesOf(table: string): Record<string, string[]> {
  const rows = [...renderMarkdown(table).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]([^>]*)>(.*?)<\/t[hd]>/gs)].map(([, attributes = '', text = '']) => ({
      name: /class="([^"]+)"/.exec(attributes)?.[1] ?? '',
      text,
    })),
  )
  const heads = rows[0] ?? []
  return Object.fromEntries(heads.map(({ text }, column) => [text, [...new Set(rows.map((row) => row[column]?.name ?? ''))]]))
}

test('figures and amounts stand at the right, names and years do not', () => {
  const table = `
| Spor | År | Antal | Beløb | Andel | Note |
|---|---|---|---|---|---|
| Skoler | 2026 | 13 | 1.850.000 kr. | 12 % | 3 nye |
| Veje | 2027 | – | -3,5 mio. kr. | 4,5 pct. | ingen |
| **I alt** | | **67** | **5.850.000** | | |
`
  expect(classesOf(table)).toEqual({ Spor: [''], År: [''], Antal: ['number'], Beløb: ['number'], Andel: ['number'], Note: [''] })
})

test('what the clerk aligned stays so, and the first column names the rows', () => {
  expect(classesOf('| Nr. | Antal | Sted |\n|---|:---|---|\n| 1 | 12 | Åvej |\n| 2 | 7 | Søvej |\n')).toEqual({
    'Nr.': [''],
    Antal: ['align-left'],
    Sted: [''],
  })
})

test('a day and a case number are no amounts', () => {
  expect(classesOf('| Hvad | Dato | Sag |\n|---|---|---|\n| A | 28. august 2025 | 85.15.02-K07-1-25 |\n')).toEqual({
    Hvad: [''],
    Dato: [''],
    Sag: [''],
  })
})
