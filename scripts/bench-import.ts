import { benchImport } from '../src/bench/import.ts'
import type { Cost } from '../src/bench/process.ts'
import { decimal, megabytes, ratio, type Table } from '../src/bench/table.ts'
import { type Grade, grade, trials } from '../src/testing/import-trials.ts'
import { benchPart } from './bench-part.ts'
import { numberOf } from './bench-size.ts'

export const imports = benchPart({
  does: 'import af PDF-referater, ved siden af ren udlæsning af teksten i dem',
  help: `Brug: npm run bench -- import [--documents TAL] [--runs TAL] [--json FIL]

Laver opdigtede referater som PDF på omkring tyve sider og henter dem: med én proces og med en for hver processor. Ved siden af
står det, som det koster alene at læse teksten ud af de samme filer med den samme PDF-læser i én proces. Tiden er hele kommandoens.
En anden tabel tæller, hvor mange felter der er rigtige i de opdigtede referater, som prøverne er lavet på, og hvor mange ord der er tabt.

  --documents TAL   referater (40)
  --runs TAL        gange at måle hver ting (3)
`,
  options: {
    documents: { type: 'string', default: '40' },
    runs: { type: 'string', default: '3' },
  },
  async measure({ documents, runs }) {
    const figures = await benchImport(numberOf('documents', documents), numberOf('runs', runs))
    const { pages, processes, plain, alone, together } = figures
    const row = (name: string, cost: Cost): string[] => [
      name,
      decimal(cost.seconds),
      decimal(pages / cost.seconds),
      megabytes(cost.memory),
      ratio(plain.seconds, cost.seconds),
    ]
    const table = {
      title: `Import: ${figures.documents} referater, ${pages} sider`,
      head: ['', 'sek.', 'sider/s', 'MB', 'fart ÷ ren tekst'],
      rows: [row('ren tekst, 1 proces', plain), row('import, 1 proces', alone), row(`import, ${processes} processer`, together)],
    }
    const grades = await gradeAll()
    return { tables: [table, byFormat(grades)], data: { ...figures, grades } }
  },
})

async function gradeAll(): Promise<Grade[]> {
  const grades: Grade[] = []
  for (const trial of trials()) grades.push(await grade(trial))
  return grades
}

/** How well the invented documents of the tests are read: fields that are right of those that are there, and words lost. */
function byFormat(grades: readonly Grade[]): Table {
  const formats = [...new Set(grades.map(({ format }) => format))].sort()
  const row = (name: string, some: readonly Grade[]): string[] => {
    const sum = (key: 'right' | 'there' | 'lost'): string => String(some.reduce((total, one) => total + one[key], 0))
    return [name, String(some.length), sum('right'), sum('there'), sum('lost')]
  }
  return {
    title: 'Opdigtede referater i kommunernes layout',
    head: ['', 'dokumenter', 'felter rigtige', 'af', 'ord tabt'],
    rows: [
      ...formats.map((format) =>
        row(
          format,
          grades.filter((one) => one.format === format),
        ),
      ),
      row('i alt', grades),
    ],
  }
}
