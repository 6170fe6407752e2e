import { readFile } from 'node:fs/promises'
import type { SearchBench } from '../src/bench/search.ts'
import { ratio, type Table } from '../src/bench/table.ts'
import { type JudgedQuery, type Quality, type RatedQuery, rate } from '../src/search/quality.ts'
import { benchPart } from './bench-part.ts'
import { Misuse } from './command.ts'

export const search = benchPart({
  does: 'søgningen på bedømte forespørgsler, ved siden af Pagefind, MiniSearch og Lunr',
  help: `Brug: npm run bench -- search [--content MAPPE] [--queries FIL] [--failures] [--json FIL]

Måler søgningen på bedømte forespørgsler: Lunr, MiniSearch og Pagefind, som de kommer, og arkivets søgeside, over de samme punkter.

  --content MAPPE   det indhold, som forespørgslerne er bedømt på (content)
  --queries FIL     JSON: [{ "category", "query", "relevant": [adresser på punkter] }] (src/search/shipped-queries.json)
  --failures        vis også de forespørgsler, der ikke blev besvaret helt

R@10: hvor stor en del af de rigtige punkter der er blandt de første ti. MRR: én divideret med pladsen på det første rigtige.
`,
  options: {
    content: { type: 'string', default: 'content' },
    queries: { type: 'string', default: 'src/search/shipped-queries.json' },
    failures: { type: 'boolean', default: false },
  },
  async measure({ content, queries, failures }) {
    const { benchSearch } = await import('../src/bench/search.ts')
    const found = await benchSearch(content, readQueries(await readFile(queries, 'utf8')))
    const rated: Readonly<Record<Engine, readonly Quality[]>> = {
      lunr: rate(found.lunr),
      miniSearch: rate(found.miniSearch),
      plain: rate(found.plain),
      ours: rate(found.ours),
    }
    const tables = [
      tableOf('Fundet blandt de første ti (R@10)', rated, 'recall'),
      tableOf('Det første rigtige (MRR)', rated, 'reciprocalRank'),
    ]
    return { tables, notes: failures ? [failuresOf(found.ours)] : [], data: rated }
  },
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
      return `${category}: ${query} (${recall.toFixed(2)})\n  fandt ${found.join(' ')}\n  mangler ${missing.join(' ')}\n`
    })
    .join('\n')
}

type Engine = keyof SearchBench

const ENGINES: readonly (readonly [engine: Engine, name: string])[] = [
  ['lunr', 'Lunr'],
  ['miniSearch', 'MiniSearch'],
  ['plain', 'Pagefind'],
  ['ours', 'arkivet'],
]

function tableOf(title: string, rated: Readonly<Record<Engine, readonly Quality[]>>, figure: 'recall' | 'reciprocalRank'): Table {
  const rows = rated.ours.map((ours, at) => {
    const figures = ENGINES.map(([engine]) => rated[engine][at]?.[figure] ?? 0)
    return [
      ours.category,
      String(ours.queries),
      ...figures.map((share) => share.toFixed(3)),
      ratio(ours[figure], rated.plain[at]?.[figure]),
    ]
  })
  return { title, head: ['', 'antal', ...ENGINES.map(([, name]) => name), 'arkivet : Pagefind'], rows }
}
