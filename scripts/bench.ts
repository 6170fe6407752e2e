import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import { formatTable } from '../src/bench/table.ts'
import { build } from './bench-build.ts'
import { content } from './bench-content.ts'
import { imports } from './bench-import.ts'
import { pages } from './bench-pages.ts'
import type { BenchPart, Measured } from './bench-part.ts'
import { parts } from './bench-parts.ts'
import { search } from './bench-search.ts'
import { visitor } from './bench-visitor.ts'
import { isAboutFiles, runCommand } from './command.ts'

/** The parts, in the order in which they run. */
const PARTS: Readonly<Record<string, BenchPart>> = { build, parts, visitor, search, pages, import: imports, content }

const HELP = `Brug: npm run bench -- [DEL] [--json FIL] [delens egne valg]

Måler arkivet ved siden af det, man ellers ville vælge. Uden DEL måles alt i moderat størrelse. Kræver intet netværk.

${Object.entries(PARTS)
  .map(([name, { does }]) => `  ${name.padEnd(10)} ${does}\n`)
  .join('')}
  --json FIL   skriv også tallene som JSON
  --help       denne hjælp; npm run bench -- DEL --help fortæller om en del

Slutkode: 0 målt · 2 forkert brug, eller noget kan ikke læses
`

const JSON_FILE = { json: { type: 'string' } } as const

const [first = '', ...rest] = process.argv.slice(2)
const named = PARTS[first]
if (named) await runPart(first, named, rest)
else if (process.argv.includes('--weight')) await runPart('pages', pages, withoutWeight())
else if (process.argv.some((word) => /^--(content|queries|failures)\b/.test(word))) await runPart('search', search, process.argv.slice(2))
else await runCommand({ help: HELP, options: JSON_FILE }, async ({ values: { json } }) => runAll(json), process.argv.slice(2))

function withoutWeight(): string[] {
  return process.argv.slice(2).filter((word) => word !== '--weight')
}

async function runPart(name: string, part: BenchPart, words: readonly string[]): Promise<void> {
  await runCommand(
    { help: part.help, options: { ...part.options, ...JSON_FILE } },
    async ({ values }) => {
      const measured = await part.measure(values)
      print(measured)
      await writeJson(values.json, { [name]: measured.data })
      return 0
    },
    words,
  )
}

/** Runs every part with its defaults. One that lacks a file it reads (judged queries are no part of the project) is left out and named. */
async function runAll(json: string | undefined): Promise<0> {
  const figures: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(PARTS)) {
    if (part.byName) continue
    process.stderr.write(`${name} …\n`)
    const values = Object.fromEntries(Object.entries(part.options).map(([option, { default: value }]) => [option, value]))
    try {
      const measured = await part.measure(values)
      print(measured)
      figures[name] = measured.data
    } catch (error) {
      if (!isAboutFiles(error)) throw error
      process.stdout.write(`${name}: ikke målt (${error.message})\n\n`)
    }
  }
  await writeJson(json, figures)
  return 0
}

function print({ tables, notes = [] }: Measured): void {
  for (const text of [...tables.map(formatTable), ...notes]) process.stdout.write(`${text}\n`)
}

async function writeJson(file: string | undefined, figures: Readonly<Record<string, unknown>>): Promise<void> {
  if (file === undefined) return
  const machine = { cores: os.availableParallelism(), memory: os.totalmem(), node: process.version, platform: process.platform }
  await writeFile(file, `${JSON.stringify({ machine, ...figures }, null, 2)}\n`)
}
