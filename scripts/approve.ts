import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadArchive } from '../src/archive/load.ts'
import { planApproval } from '../src/rules/approve.ts'
import { validate } from '../src/rules/validate.ts'
import { ContentUnreadable, readContent } from '../src/source/read.ts'
import { explainArguments } from './arguments.ts'

const HELP = `Brug: npm run approve -- MØDE… [--content MAPPE]
      npm run approve -- --all [--content MAPPE]

Låser godkendte referater: skriver godkendt.json i mødets mappe, så arkivet opdager, hvis ordene bliver ændret uden en
ny linje i rettelser. Kør den igen, når en rettelse er på plads.

  MØDE              mødets mappe, for eksempel content/oenskeby/kommunalbestyrelsen/2025-09-30
  --all             alle møder med status godkendt
  --content MAPPE   hvor indholdet ligger (content)
  --help            denne hjælp

Slutkode: 0 låst · 1 mindst ét møde kunne ikke låses · 2 forkert brug eller læse- og skrivefejl
`

process.exitCode = await main()

async function main(): Promise<number> {
  let folders: string[]
  let options: { content: string; all: boolean; help: boolean }
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        content: { type: 'string', default: 'content' },
        all: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    folders = parsed.positionals
    options = parsed.values as typeof options
    if (!options.help && options.all === folders.length > 0) throw new Error('Angiv enten møder eller --all.')
  } catch (error) {
    process.stderr.write(`${explainArguments(error)}\n\n${HELP}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(HELP)
    return 0
  }
  try {
    const loaded = loadArchive(await readContent(options.content))
    const plan = planApproval(loaded, validate(loaded), options.all ? undefined : folders.map((folder) => idOf(folder, options.content)))
    for (const [file, text] of plan.files) {
      await writeFile(path.join(options.content, file), text)
      process.stdout.write(`Låst: ${path.posix.dirname(file)}\n`)
    }
    for (const id of plan.unchanged) process.stdout.write(`Uændret: ${id}\n`)
    for (const [id, reason] of plan.refused) process.stderr.write(`Ikke låst: ${id}. ${reason}\n`)
    return plan.refused.size > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof ContentUnreadable) && !(error instanceof Error && 'syscall' in error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

/** The id of a meeting by its folder, with or without the content folder before it. */
function idOf(folder: string, content: string): string {
  const inside = path.relative(content, folder)
  return (inside.startsWith('..') ? folder : inside).split(path.sep).join('/').replace(/\/+$/, '')
}
