import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { loadArchive } from '../src/archive/load.ts'
import { planApproval } from '../src/rules/approve.ts'
import { validate } from '../src/rules/validate.ts'
import { readContent } from '../src/source/read.ts'
import { Misuse, runCommand } from './command.ts'

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

const COMMAND = {
  help: HELP,
  options: { content: { type: 'string', default: 'content' }, all: { type: 'boolean', default: false } },
  positionals: true,
} as const

await runCommand(COMMAND, async ({ values: { content, all }, positionals: folders }) => {
  if (all === folders.length > 0) throw new Misuse('Angiv enten møder eller --all.')
  const loaded = loadArchive(readContent(content))
  const plan = planApproval(loaded, validate(loaded), all ? undefined : folders.map((folder) => idOf(folder, content)))
  for (const [file, text] of plan.files) {
    await writeFile(path.join(content, file), text)
    process.stdout.write(`Låst: ${path.posix.dirname(file)}\n`)
  }
  for (const id of plan.unchanged) process.stdout.write(`Uændret: ${id}\n`)
  for (const [id, reason] of plan.refused) process.stderr.write(`Ikke låst: ${id}. ${reason}\n`)
  return plan.refused.size > 0 ? 1 : 0
})

/** The id of a meeting by its folder, with or without the content folder before it. */
function idOf(folder: string, content: string): string {
  const inside = path.relative(content, folder)
  return (inside.startsWith('..') ? folder : inside).split(path.sep).join('/').replace(/\/+$/, '')
}
