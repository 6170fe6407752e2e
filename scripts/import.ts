import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import pc from 'picocolors'
import { formatText } from '../src/findings/report.ts'
import { formatDifferences } from '../src/import/difference.ts'
import { documentsAt, readExisting, readInputs, writePlanned } from '../src/import/files.ts'
import { type ImportResult, importDocuments, knownNames } from '../src/import/import.ts'
import type { DocumentAnswers } from '../src/import/input.ts'
import { type Question, questionsOn } from '../src/import/questions.ts'
import { formatLeftOut, formatPlan, formatSummary } from '../src/import/summary.ts'
import { isIsoDate } from '../src/referat/dato.ts'
import { slugify } from '../src/source/slug.ts'
import { type Given, Misuse, runCommand } from './command.ts'
import { importSubjects } from './import-subjects.ts'

const HELP = `Brug: npm run import -- FIL|MAPPE… [--content MAPPE] [--authority SLUG] [--body SLUG] [--date DATO] [--dry-run] [--force]

Gør referater til indhold i arkivet: et møde med én fil pr. punkt. Læser PDF med tekst, Word (.docx), gemte
websider (.html), SBSYS-eksport (.xml), tekst og Markdown. En mappe står for dokumenterne i den. En emneplan (KLE-Emneplan, .xml) giver titler til emnerne.

  --content MAPPE    mappen med indholdet (content)
  --authority SLUG   myndigheden, for eksempel vadby; ellers læst af dokumentet eller filens navn
  --body SLUG        udvalget, for eksempel kulturudvalget; ellers læst af dokumentet eller filens navn
  --date DATO        mødets dato, åååå-mm-dd; kun med én fil
  --dry-run          vis, hvad der ville blive skrevet og ændret, og skriv intet
  --force            overskriv også filer, som er rettet i hånden eller hører til et godkendt referat
  --help             denne hjælp

Hentes et møde igen, bliver kun det skrevet, der har ændret sig, og forskellen bliver vist først. Filer, som nogen
har rettet siden, bliver ikke overskrevet uden --force. Bilag ved siden af dokumentet bliver kopieret med.

Slutkode: 0 alle ord er gjort rede for · 1 et menneske skal se på noget · 2 forkert brug, eller en fil kan ikke læses
`

const COMMAND = {
  help: HELP,
  options: {
    content: { type: 'string', default: 'content' },
    authority: { type: 'string' },
    body: { type: 'string' },
    date: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
  },
  positionals: true,
} as const

await runCommand(COMMAND, async (given) => {
  const chosen = readOptions(given)
  const { content } = chosen
  const files = await documentsAt(chosen.files)
  if (files.length === 0) throw new Misuse('Der er ingen dokumenter i mappen.')
  const options = { ...chosen, files }
  const subjects = await importSubjects(options)
  if (subjects !== undefined) return subjects
  const existing = await readExisting(content)
  let result = await run(options, existing)
  const asks = isTerminal() ? questionsOn(result.documents, knownNames(existing)) : []
  if (asks.length > 0) result = await run({ ...options, answers: await ask(asks) }, existing)
  const differences = formatDifferences(result.files)
  if (differences !== '') console.log(`${differences}\n`)
  const mayWrite = !options.dryRun && (!isTerminal() || !result.files.some(({ state }) => state === 'changed') || (await confirm()))
  if (mayWrite) await writePlanned(content, result, options.force)
  const findings = result.findings.map((finding) =>
    files.includes(finding.file) ? finding : { ...finding, file: path.join(content, finding.file) },
  )
  const textOf = new Map(result.documents.map((document) => [document.path, document.text]))
  console.log(formatText(findings, (file) => textOf.get(file), { color: pc.isColorSupported && process.stdout.isTTY === true }))
  const parts = [formatLeftOut(result), mayWrite ? '' : formatPlan(result), formatSummary(result)]
  console.log(`\n${parts.filter((part) => part !== '').join('\n\n')}`)
  return result.exitCode
})

type RunOptions = ReturnType<typeof readOptions> & { readonly answers?: ReadonlyMap<string, DocumentAnswers> }

function run(options: RunOptions, existing: ReadonlyMap<string, string>): Promise<ImportResult> {
  const { files } = options
  return importDocuments(readInputs(files), options, existing, (done, file) => {
    console.error(`${done}/${files.length} ${file}`)
  })
}

function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

async function ask(questions: readonly Question[]): Promise<Map<string, DocumentAnswers>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answers = new Map<string, DocumentAnswers>()
  try {
    for (const { path: file, field, text, choices } of questions) {
      const list = choices.map(({ label }, index) => `  ${index + 1}. ${label}`)
      const said = (await terminal.question([`${file}: ${text}`, ...list, '> '].join('\n'))).trim()
      const value = choices[Number(said) - 1]?.value ?? (said === '' ? choices[0]?.value : field === 'date' ? said : slugify(said))
      if (value && (field !== 'date' || isIsoDate(value))) answers.set(file, { ...answers.get(file), [field]: value })
    }
  } finally {
    terminal.close()
  }
  return answers
}

async function confirm(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^j/i.test((await terminal.question('Skal ændringerne skrives? [j/N] ')).trim())
  } finally {
    terminal.close()
  }
}

function readOptions({ values, positionals: files }: Given<typeof COMMAND.options>) {
  const { content, authority, body: udvalg, date, force } = values
  if (files.length === 0) throw new Misuse('Der er ingen filer at hente.')
  for (const slug of [authority, udvalg]) {
    if (slug !== undefined && (slug === '' || slugify(slug) !== slug))
      throw new Misuse(`"${slug}" kan ikke bruges; skriv små bogstaver uden æ, ø og å, for eksempel ${slugify(slug) || 'vadby'}.`)
  }
  if (date !== undefined && !isIsoDate(date)) throw new Misuse(`"${date}" er ikke en dato; skriv den som 2025-08-28.`)
  if (date !== undefined && files.length > 1) throw new Misuse('--date kan kun bruges med én fil ad gangen.')
  return { content, authority, udvalg, date, force, dryRun: values['dry-run'], files }
}
