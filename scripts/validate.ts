import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { loadArchive } from '../src/archive/load.ts'
import { hasErrors } from '../src/findings/finding.ts'
import { formatGithub, formatJson, formatText } from '../src/findings/report.ts'
import { framesOf } from '../src/rules/frames.ts'
import { validate } from '../src/rules/validate.ts'
import { ContentUnreadable, readContent } from '../src/source/read.ts'
import { explainArguments } from './arguments.ts'

const HELP = `Brug: npm run validate -- [--content MAPPE] [--format text|json|github]

Ser indholdet igennem og fortæller, hvad der bør rettes.

  --content MAPPE   hvor indholdet ligger (content)
  --format FORMAT   text: til at læse · json: én liste på standardudgangen · github: annotationer i GitHub Actions
  --help            denne hjælp

Slutkode: 0 ingen fejl · 1 fejl · 2 forkert brug, eller indholdet kan ikke læses
`

const FORMATS = ['text', 'json', 'github']

process.exitCode = await main()

async function main(): Promise<0 | 1 | 2> {
  let options: { content: string; format: string; help: boolean }
  try {
    options = parseArgs({
      options: {
        content: { type: 'string', default: 'content' },
        format: { type: 'string', default: 'text' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values as typeof options
    if (!FORMATS.includes(options.format)) throw new Error(`Formatet "${options.format}" findes ikke.`)
  } catch (error) {
    process.stderr.write(`${explainArguments(error)}\n\n${HELP}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(HELP)
    return 0
  }
  const { content, format } = options
  try {
    const loaded = loadArchive(await readContent(content))
    const findings = validate(loaded)
    const seen = { meetings: loaded.archive.meetings.length, punkter: loaded.archive.punkter.length }
    const color = pc.isColorSupported && process.stdout.isTTY === true
    if (format === 'json') process.stdout.write(`${formatJson(findings)}\n`)
    else if (format === 'text') process.stdout.write(`${formatText(findings, framesOf(loaded), { folder: content, seen, color })}\n`)
    else if (findings.length > 0) process.stdout.write(`${formatGithub(findings, { folder: content })}\n`)
    return hasErrors(findings) ? 1 : 0
  } catch (error) {
    if (!(error instanceof ContentUnreadable)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}
