import type { BuildFigure, BuildFigures } from '../src/bench/build.ts'
import type { Cost } from '../src/bench/process.ts'
import { costRow, decimal, megabytes, ratio, type Table } from '../src/bench/table.ts'
import { benchPart } from './bench-part.ts'
import { CONTENT_HELP, CONTENT_OPTIONS, numberOf, sizesOf } from './bench-size.ts'

export const build = benchPart({
  does: 'bygning, ændringer, tjek og visning, ved siden af Hugo, Eleventy, Astro og Pagefind',
  help: `Brug: npm run bench -- build [--meetings TAL[,TAL…]] [--runs TAL] [--json FIL]

Laver et opdigtet arkiv og bygger det med dette projekt, med Hugo og Astro, hvis de er installeret, og med Eleventy på to måder:
en Markdown-fil for hver side, og alle sider af data. De andre får alle oplysninger fundet på forhånd og skal kun skrive siderne.
Søgning måles ved siden af Pagefinds eget indeks over de samme punkter. Tid er medianen af alle gange; hukommelse er det meste,
som kommandoen og alle processer under den havde på én gang (kun på Linux).

${CONTENT_HELP}  --runs TAL          gange at måle hver ting (3)
`,
  options: { ...CONTENT_OPTIONS, runs: { type: 'string', default: '3' } },
  async measure({ runs, ...size }) {
    const { benchBuild } = await import('../src/bench/build.ts')
    const figures: BuildFigures[] = []
    for (const one of sizesOf(size)) figures.push(await benchBuild(one, numberOf('runs', runs)))
    return { tables: [...figures.flatMap(tablesOf), ...(figures.length > 1 ? [growth(figures)] : [])], data: figures }
  },
})

function tablesOf(figures: BuildFigures): Table[] {
  const { content, cold, pagefind, whole, changed, added, validated, validatedAgain, preview } = figures
  const [archive, peer] = [cold[0], cold[1]]
  const both = together(peer, pagefind)
  const against = peer ? `${peer.name} + Pagefind` : 'andre'
  const pagesPer = ({ pages, seconds }: BuildFigure): string => (pages.files / seconds).toFixed(0)
  return [
    {
      title: `Sider alene, fra bunden: ${content.meetings} møder, ${content.punkter} punkter`,
      head: ['', 'sider', 'byte/side', 'sek.', 'sider/s', 'MB', `tid ÷ ${peer?.name ?? ''}`, 'hukommelse ÷'],
      rows: cold.map((figure) => [
        figure.name,
        String(figure.pages.files),
        (figure.pages.bytes / figure.pages.files).toFixed(0),
        decimal(figure.seconds),
        pagesPer(figure),
        megabytes(figure.memory),
        ratio(figure.seconds, peer?.seconds),
        ratio(figure.memory, peer?.memory),
      ]),
    },
    {
      title: 'Med søgning, og det, der er ændret',
      head: ['', 'sek.', 'MB', `tid ÷ ${against}`],
      rows: [
        ...(peer && pagefind ? [costRow(peer.name, peer, both), costRow('Pagefind, hele indekset', pagefind, both)] : []),
        costRow('Referatarkiv, fra bunden', whole, both),
        costRow('Referatarkiv, ét punkt rettet', changed, both),
        costRow('Referatarkiv, ét møde til', added, both),
      ],
    },
    stagesOf(figures),
    {
      title: 'Tjek og visning',
      head: ['', 'sek.', 'MB', 'tid ÷ sider fra bunden'],
      rows: [
        costRow('npm run validate, fra bunden', validated, archive),
        costRow('npm run validate, igen', validatedAgain, archive),
        costRow('npm start, første side', { seconds: preview.start }, archive),
        costRow('npm start, fra gemt til vist', { seconds: preview.saved }, archive),
        costRow('npm start, længst til vist', { seconds: preview.longest }, archive),
      ],
    },
  ]
}

function stagesOf({ stages: { whole, changed, added } }: BuildFigures): Table {
  const builds = [whole, changed, added]
  const names = [...new Set(builds.flatMap(({ stages }) => stages.map(({ name }) => name)))]
  return {
    title: 'Hvor tiden går, i sekunder',
    head: ['', 'fra bunden', 'ét punkt rettet', 'ét møde til'],
    rows: [
      ...names.map((name) => [name, ...builds.map(({ stages }) => decimal(stages.find((stage) => stage.name === name)?.seconds ?? 0))]),
      ['filer skrevet', ...builds.map(({ written }) => String(written))],
    ],
  }
}

function together(...costs: readonly (Cost | undefined)[]): Cost | undefined {
  const known = costs.flatMap((cost) => cost ?? [])
  return known.length === costs.length ? { seconds: known.reduce((sum, { seconds }) => sum + seconds, 0) } : undefined
}

/** Whether a page costs the same however many there are. */
function growth(figures: readonly BuildFigures[]): Table {
  const first = figures[0]?.cold ?? []
  const milliseconds = ({ seconds, pages }: BuildFigure): number => (seconds * 1000) / pages.files
  return {
    title: 'Vækst: millisekunder for hver side, og hvor mange gange den mindste størrelse',
    head: ['', ...figures.flatMap(({ cold }) => [`${cold[0]?.pages.files} sider`, ''])],
    rows: first.map((small, at) => [
      small.name,
      ...figures.flatMap(({ cold }) => {
        const figure = cold[at] ?? small
        return [milliseconds(figure).toFixed(2), ratio(milliseconds(figure), milliseconds(small))]
      }),
    ]),
  }
}
