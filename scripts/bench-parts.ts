import type { PartsFigures } from '../src/bench/parts.ts'
import { costRow, decimal, type Table } from '../src/bench/table.ts'
import { benchPart } from './bench-part.ts'
import { CONTENT_HELP, CONTENT_OPTIONS, sizesOf } from './bench-size.ts'

/** Denmark: municipalities, and the punkter that twenty years of each come to (20 bodies, 12 meetings a year, 10 punkter). */
const COUNTRY = { authorities: 98, punkter: 98 * 20 * 12 * 10 * 20 }

export const parts = benchPart({
  does: 'myndigheder, der bygges hver for sig på én gang og samles, ved siden af én bygning af det hele',
  help: `Brug: npm run bench -- parts [--authorities TAL] [--meetings TAL] [--json FIL]

Laver et opdigtet arkiv med flere myndigheder, bygger hver af dem i sin egen proces, alle på én gang, samler dem med
npm run join, og bygger det hele på én gang til sammenligning. Til sidst regnes prisen for et punkt ud på et
helt land; jo større arkivet er, jo mindre fylder start og slut i den.

${CONTENT_HELP}`,
  options: { ...CONTENT_OPTIONS, authorities: { type: 'string', default: '3' }, meetings: { type: 'string', default: '150' } },
  async measure(size) {
    const { benchParts } = await import('../src/bench/parts.ts')
    const figures: PartsFigures[] = []
    for (const one of sizesOf(size)) figures.push(await benchParts(one))
    return { tables: figures.flatMap((one) => [measured(one), country(one)]), data: figures }
  },
})

function measured({ content, parts: built, together, join, whole }: PartsFigures): Table {
  const apart = { seconds: together.seconds + join.seconds, memory: Math.max(together.memory ?? 0, join.memory ?? 0) }
  return {
    title: `Hver myndighed for sig, med søgning: ${content.meetings} møder, ${content.punkter} punkter`,
    head: ['', 'sek.', 'MB', 'tid ÷ det hele på én gang'],
    rows: [
      ...built.map((part) => costRow(`  ${part.authority}`, part, whole)),
      costRow(`${built.length} dele på én gang`, together, whole),
      costRow('npm run join', join, whole),
      costRow('dele og samling', apart, whole),
      costRow('det hele i én bygning', whole, whole),
    ],
  }
}

/** What these figures come to for a country, where every part is a job on a machine like this one. */
function country({ content, together, join, joined }: PartsFigures): Table {
  const times = COUNTRY.punkter / content.punkter
  const hours = (seconds: number): string => decimal((seconds * times) / 3600)
  return {
    title: `Regnet ud på ${COUNTRY.authorities} kommuner i 20 år, ${COUNTRY.punkter} punkter`,
    head: ['', 'i alt'],
    rows: [
      ['bygning af alle dele, maskintimer', hours(together.seconds)],
      ['bygning af én kommune, minutter', decimal((together.seconds * times) / COUNTRY.authorities / 60)],
      ['samling, maskintimer', hours(join.seconds)],
      ['filer, mio.', decimal((joined.files * times) / 1e6)],
      ['lager, GB', decimal((joined.bytes * times) / 1e9)],
    ],
  }
}
