import pc from 'picocolors'
import { ContentReader } from '../src/build/content-reader.ts'
import { Crew } from '../src/build/crew.ts'
import { hasErrors } from '../src/findings/finding.ts'
import { formatGithub, formatJson, formatText } from '../src/findings/report.ts'
import { madeWith } from '../src/memory/cache-folder.ts'
import { framesOf } from '../src/rules/frames.ts'
import { Misuse, runCommand } from './command.ts'

const HELP = `Brug: npm run validate -- [--content MAPPE] [--format text|json|github]

Ser indholdet igennem og fortæller, hvad der bør rettes.

  --content MAPPE   hvor indholdet ligger (content)
  --format FORMAT   text: til at læse · json: én liste på standardudgangen · github: annotationer i GitHub Actions
  --no-cache        se alt igennem forfra, og husk intet til næste gang
  --help            denne hjælp

Slutkode: 0 ingen fejl · 1 fejl · 2 forkert brug, eller indholdet kan ikke læses
`

const FORMATS = ['text', 'json', 'github']

const COMMAND = {
  help: HELP,
  options: {
    content: { type: 'string', default: 'content' },
    format: { type: 'string', default: 'text' },
    'no-cache': { type: 'boolean', default: false },
  },
} as const

await runCommand(COMMAND, async ({ values: { content, format, 'no-cache': anew } }) => {
  if (!FORMATS.includes(format)) throw new Misuse(`Formatet "${format}" findes ikke.`)
  const crew = new Crew(content)
  const reader = new ContentReader(content, anew ? undefined : madeWith())
  const { loaded, findings } = await reader.read(crew).finally(() => crew.end())
  const seen = { meetings: loaded.archive.meetings.length, punkter: loaded.archive.punkter.length }
  const color = pc.isColorSupported && process.stdout.isTTY === true
  if (format === 'json') process.stdout.write(`${formatJson(findings)}\n`)
  else if (format === 'text') process.stdout.write(`${formatText(findings, framesOf(loaded), { folder: content, seen, color })}\n`)
  else if (findings.length > 0) process.stdout.write(`${formatGithub(findings, { folder: content })}\n`)
  return hasErrors(findings) ? 1 : 0
})
