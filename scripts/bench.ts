import { readFile } from 'node:fs/promises'
import { type JudgedQuery, type Quality, type RatedQuery, rate } from '../src/search/quality.ts'
import { benchSearch } from '../src/testing/search-bench.ts'
import { benchWeight, weightTable } from '../src/testing/weight-bench.ts'
import { Misuse, runCommand } from './command.ts'

const HELP = `Brug: npm run bench -- [--content MAPPE] [--queries FIL] [--failures] [--weight]

Måler søgningen på bedømte forespørgsler: Pagefind alene og arkivets søgeside, side om side.

  --content MAPPE   det indhold, som forespørgslerne er bedømt på (content)
  --queries FIL     JSON: [{ "category", "query", "relevant": [adresser på punkter] }] (../shared/search/queries.json)
  --failures        vis også de forespørgsler, der ikke blev besvaret helt
  --weight          mål i stedet, hvad en side af hver slags koster første gang: bytes, hentninger, ryk
  --help            denne hjælp

R@10: hvor stor en del af de rigtige punkter der er blandt de første ti. MRR: én divideret med pladsen på det første rigtige.
Slutkode: 0 målt · 2 forkert brug, eller noget kan ikke læses
`

const COMMAND = {
  help: HELP,
  options: {
    content: { type: 'string', default: 'content' },
    queries: { type: 'string', default: '../shared/search/queries.json' },
    failures: { type: 'boolean', default: false },
    weight: { type: 'boolean', default: false },
  },
} as const

await runCommand(COMMAND, async ({ values: { content, queries, failures, weight } }) => {
  if (weight) {
    process.stdout.write(weightTable(await benchWeight(content)))
    return 0
  }
  const { plain, ours } = await benchSearch(content, readQueries(await readFile(queries, 'utf8')))
  process.stdout.write(tableOf(rate(plain), rate(ours)))
  if (failures) process.stdout.write(failuresOf(ours))
  return 0
})

function readQueries(text: string): JudgedQuery[] {
  try {
    return JSON.parse(text) as JudgedQuery[]
  } catch {
    throw new Misuse('Filen med forespørgsler er ikke gyldig JSON.')
  }
}

function failuresOf(rated: readonly RatedQuery[]): string {
  return rated
    .filter(({ recall, reciprocalRank }) => recall < 1 || reciprocalRank < 1)
    .map(({ category, query, relevant, found, recall }) => {
      const missing = relevant.filter((id) => !found.includes(id))
      return `\n${category}: ${query} (${recall.toFixed(2)})\n  fandt ${found.join(' ')}\n  mangler ${missing.join(' ')}\n`
    })
    .join('')
}

function tableOf(plain: readonly Quality[], ours: readonly Quality[]): string {
  const ratio = (now: number, then: number): string => (then > 0 ? `×${(now / then).toFixed(2)}` : '–')
  const rows = plain.map((before, index) => {
    const after = ours[index] ?? before
    const figures = [before.recall, after.recall, before.reciprocalRank, after.reciprocalRank].map((figure) => figure.toFixed(3))
    const [recallBefore = '', recallAfter = '', rankBefore = '', rankAfter = ''] = figures
    return [
      before.category,
      String(before.queries),
      recallBefore,
      recallAfter,
      ratio(after.recall, before.recall),
      rankBefore,
      rankAfter,
      ratio(after.reciprocalRank, before.reciprocalRank),
    ]
  })
  const head = ['', 'antal', 'R@10 Pagefind', 'R@10 arkivet', 'forhold', 'MRR Pagefind', 'MRR arkivet', 'forhold']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  return [head, ...rows].map((cells) => `${line(cells).trimEnd()}\n`).join('')
}
