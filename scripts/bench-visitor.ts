import { decimal, ratio, type Table } from '../src/bench/table.ts'
import type { Visit, VisitorFigures } from '../src/bench/visitor.ts'
import { benchPart } from './bench-part.ts'
import { CONTENT_HELP, CONTENT_OPTIONS, numberOf, sizesOf } from './bench-size.ts'

export const visitor = benchPart({
  does: 'hvad et besøg koster: bytes og millisekunder i Chromium for sider og første søgning',
  help: `Brug: npm run bench -- visitor [--meetings TAL[,TAL…]] [--runs TAL] [--json FIL]

Bygger et opdigtet arkiv, og det samme med Hugo (ellers Eleventy) og Pagefinds eget indeks, og besøger begge med tomt lager:
forsiden, et punkt, den første søgning efter et almindeligt, et sjældnere og et sjældent ord og efter to ord, og en søgning
mere. Tallene er medianer. Sidst sammenlignes søgeindeksets størrelse med Pagefinds eget af de samme ord.

${CONTENT_HELP}  --runs TAL          besøg af hver slags (5)
`,
  options: { ...CONTENT_OPTIONS, runs: { type: 'string', default: '5' } },
  async measure({ runs, ...size }) {
    const { benchVisitor } = await import('../src/bench/visitor.ts')
    const figures: VisitorFigures[] = []
    for (const one of sizesOf(size)) figures.push(await benchVisitor(one, numberOf('runs', runs)))
    return { tables: figures.flatMap((one) => [tableOf(one), indexTableOf(one)]), data: figures }
  },
})

function tableOf({ content, peer, visits }: VisitorFigures): Table {
  const cells = ({ bytes, requests, milliseconds }: Visit): string[] => [decimal(bytes / 1000), String(requests), milliseconds.toFixed(0)]
  return {
    title: `Besøg: ${content.meetings} møder, ${content.punkter} punkter; arkivet ved siden af ${peer} og Pagefind`,
    head: ['', 'kB', 'hentn.', 'ms', `kB ${peer}`, 'hentn.', 'ms', 'kB ÷', 'ms ÷'],
    rows: visits.map(({ what, archive, peer: other }) => [
      what,
      ...cells(archive),
      ...cells(other),
      ratio(archive.bytes, other.bytes),
      ratio(archive.milliseconds, other.milliseconds),
    ]),
  }
}

function indexTableOf({ content, index }: VisitorFigures): Table {
  return {
    title: `Søgeindeks: ${content.punkter} punkter`,
    head: ['', 'kB', 'kB Pagefind', '÷'],
    rows: [['uden kode', decimal(index.archive / 1000), decimal(index.plain / 1000), ratio(index.archive, index.plain)]],
  }
}
