import path from 'node:path'
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { formatText } from '../src/findings/report.ts'
import { readExisting, readInputs, writePlanned } from '../src/import/files.ts'
import { importDocuments } from '../src/import/import.ts'
import { formatLeftOut, formatPlan, formatSummary } from '../src/import/summary.ts'
import { slugify } from '../src/source/slug.ts'
import { explainArguments } from './arguments.ts'

const USAGE = `Brug: npm run import -- FIL… [--content MAPPE] [--authority SLUG] [--body SLUG] [--dry-run]

Gør referater i tekst eller Markdown til indhold i arkivet: et møde med én fil pr. punkt.

  --content MAPPE    mappen med indholdet (content)
  --authority SLUG   myndigheden, for eksempel vadby; ellers læst af dokumentet eller filens navn
  --body SLUG        udvalget, for eksempel kulturudvalget; ellers læst af dokumentet eller filens navn
  --dry-run          vis, hvad der ville blive skrevet, og skriv intet
  --help             denne hjælp

Det, der allerede ligger i mappen, bliver aldrig overskrevet.

Slutkode: 0 alle ord er gjort rede for · 1 et menneske skal se på noget · 2 forkert brug, eller en fil kan ikke læses`

process.exitCode = await main()

async function main(): Promise<0 | 1 | 2> {
  let options: ReturnType<typeof readOptions>
  try {
    options = readOptions()
  } catch (error) {
    console.error(`${explainArguments(error)}\n\n${USAGE}`)
    return 2
  }
  if (options.help) {
    console.log(USAGE)
    return 0
  }
  const { content, files } = options
  try {
    const result = importDocuments(await readInputs(files), options, await readExisting(content), (done, file) => {
      console.error(`${done}/${files.length} ${file}`)
    })
    if (!options.dryRun) await writePlanned(content, result.files)
    const findings = result.findings.map((finding) =>
      files.includes(finding.file) ? finding : { ...finding, file: path.join(content, finding.file) },
    )
    const textOf = new Map(result.documents.map((document) => [document.path, document.text]))
    console.log(formatText(findings, (file) => textOf.get(file), { color: pc.isColorSupported && process.stdout.isTTY === true }))
    const parts = [formatLeftOut(result), options.dryRun ? formatPlan(result) : '', formatSummary(result)]
    console.log(`\n${parts.filter((part) => part !== '').join('\n\n')}`)
    return result.exitCode
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

function readOptions() {
  const { values, positionals: files } = parseArgs({
    options: {
      content: { type: 'string', default: 'content' },
      authority: { type: 'string' },
      body: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  })
  const { content, authority, body: udvalg, help } = values
  if (!help && files.length === 0) throw new Error('Der er ingen filer at hente.')
  for (const slug of [authority, udvalg]) {
    if (slug !== undefined && (slug === '' || slugify(slug) !== slug))
      throw new Error(`"${slug}" kan ikke bruges; skriv små bogstaver uden æ, ø og å, for eksempel ${slugify(slug) || 'vadby'}.`)
  }
  return { content, authority, udvalg, help, dryRun: values['dry-run'], files }
}
