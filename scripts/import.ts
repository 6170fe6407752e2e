import path from 'node:path'
import pc from 'picocolors'
import { formatText } from '../src/findings/report.ts'
import { formatDifferences } from '../src/import/difference.ts'
import type { DocumentDraft } from '../src/import/document.ts'
import { crewFor, draftFiles } from '../src/import/draft-crew.ts'
import { documentsAt, readExisting, writePlanned } from '../src/import/files.ts'
import { knownNames, planDocuments } from '../src/import/import.ts'
import type { DocumentAnswers } from '../src/import/input.ts'
import { questionsOn } from '../src/import/questions.ts'
import { formatExplained, formatLeftOut, formatPlan, formatSummary } from '../src/import/summary.ts'
import { isIsoDate } from '../src/referat/dato.ts'
import { slugify } from '../src/source/slug.ts'
import { type Given, Misuse, runCommand } from './command.ts'
import { ask, confirm } from './import-dialog.ts'
import { importSubjects } from './import-subjects.ts'
import { isTerminal } from './terminal.ts'

const HELP = `Brug: npm run import -- FIL|MAPPE… [--content MAPPE] [--authority SLUG] [--body SLUG] [--date DATO] [--dry-run] [--force]

Gør referater til indhold i arkivet: et møde med én fil pr. punkt. Læser PDF med tekst, Word (.docx), gemte
websider (.html), SBSYS-eksport (.xml), tekst og Markdown. En mappe står for dokumenterne i den. En emneplan (KLE-Emneplan, .xml) giver titler til emnerne.

  --content MAPPE    mappen med indholdet (content)
  --authority SLUG   myndigheden, for eksempel vadby; ellers læst af dokumentet eller filens navn
  --body SLUG        udvalget, for eksempel kulturudvalget; ellers læst af dokumentet eller filens navn
  --date DATO        mødets dato, åååå-mm-dd; kun med én fil
  --dry-run          vis, hvad der ville blive skrevet og ændret, og skriv intet
  --workers ANTAL    så mange dokumenter bliver læst ad gangen (antallet af processorer)
  --explain          vis for hvert felt, hvor i dokumentet det står, og hvordan det er fundet
  --force            overskriv også filer, som er rettet i hånden eller hører til et godkendt referat
  --help             denne hjælp

Hentes et møde igen, bliver kun det skrevet, der har ændret sig, og forskellen bliver vist først. Filer, som nogen
har rettet siden, bliver ikke overskrevet uden --force. Bilag ved siden af dokumentet bliver kopieret med.

Slutkode: 0 alle ord er gjort rede for · 1 et menneske skal se på noget · 2 forkert brug, eller en fil kan ikke læses
`

const MOST_WORKERS = 64
/** An answer may raise another question: once the authority is known, its bodies can be chosen from. */
const MOST_ROUNDS = 3

const COMMAND = {
  help: HELP,
  options: {
    content: { type: 'string', default: 'content' },
    authority: { type: 'string' },
    body: { type: 'string' },
    date: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    workers: { type: 'string' },
    force: { type: 'boolean', default: false },
  },
  positionals: true,
} as const

await runCommand(COMMAND, importFiles)

async function importFiles(given: Given<typeof COMMAND.options>): Promise<number> {
  const chosen = readOptions(given)
  const { content, authority, udvalg, date } = chosen
  const files = await documentsAt(chosen.files)
  if (files.length === 0) throw new Misuse('Der er ingen dokumenter i mappen.')
  const options = { ...chosen, files }
  const subjects = await importSubjects(options)
  if (subjects !== undefined) return subjects
  const existing = await readExisting(content)
  const known = knownNames(existing)
  const answered = new Map<string, DocumentAnswers>()
  const draft = (paths: readonly string[]): Promise<DocumentDraft[]> =>
    draftFiles(
      paths,
      { options: { authority, udvalg, date, answers: answered }, known },
      options.workers ?? crewFor(paths.length),
      (done, file) => {
        console.error(`${done}/${paths.length} ${file}`)
      },
    )
  let documents = await draft(files)
  for (let round = 0; round < MOST_ROUNDS && isTerminal(); round += 1) {
    const open = questionsOn(documents, known).filter(({ path: file, field }) => answered.get(file)?.[field] === undefined)
    if (open.length === 0) break
    const answers = await ask(open)
    if (answers.size === 0) break
    for (const [file, answer] of answers) answered.set(file, { ...answered.get(file), ...answer })
    const again = new Map((await draft([...answers.keys()])).map((document) => [document.path, document]))
    documents = documents.map((document) => again.get(document.path) ?? document)
  }
  const result = planDocuments(documents, options, existing)
  const differences = formatDifferences(result.files)
  if (differences !== '') console.log(`${differences}\n`)
  const mayWrite = !options.dryRun && (!isTerminal() || !result.files.some(({ state }) => state === 'changed') || (await confirm()))
  if (mayWrite) await writePlanned(content, result, options.force)
  const findings = result.findings.map((finding) =>
    files.includes(finding.file) ? finding : { ...finding, file: path.join(content, finding.file) },
  )
  const textOf = new Map(result.documents.map((document) => [document.path, document.text]))
  console.log(formatText(findings, (file) => textOf.get(file), { color: pc.isColorSupported && process.stdout.isTTY === true }))
  const parts = [
    options.explain ? formatExplained(documents) : '',
    formatLeftOut(result),
    mayWrite ? '' : formatPlan(result),
    formatSummary(result),
  ]
  console.log(`\n${parts.filter((part) => part !== '').join('\n\n')}`)
  return result.exitCode
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
  const workers = values.workers === undefined ? undefined : Number(values.workers)
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS))
    throw new Misuse(`"${values.workers}" kan ikke bruges; skriv et tal fra 1 til ${MOST_WORKERS}.`)
  return { content, authority, udvalg, date, force, workers, explain: values.explain, dryRun: values['dry-run'], files }
}
