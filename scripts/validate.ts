import pc from 'picocolors'
import { type Finding, hasErrors } from '../src/findings/finding.ts'
import { formatGithub, formatJson, formatText } from '../src/findings/report.ts'
import { type Answer, recallAnswer } from '../src/memory/answer.ts'
import { madeWith, tendCaches } from '../src/memory/cache-folder.ts'
import type { ContentTree } from '../src/source/content-tree.ts'
import { readContent } from '../src/source/read.ts'
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
  const tree = readContent(content)
  const version = anew ? undefined : madeWith()
  const known = version === undefined ? undefined : recallAnswer(content, version, tree)
  if (known) tendCaches('content', content)
  const { findings, seen } = known ?? (await validate(content, version, tree))
  const color = pc.isColorSupported && process.stdout.isTTY === true
  if (format === 'json') process.stdout.write(`${formatJson(findings)}\n`)
  else if (format === 'text')
    process.stdout.write(`${formatText(findings, await framesFor(findings, tree), { folder: content, seen, color })}\n`)
  else if (findings.length > 0) process.stdout.write(`${formatGithub(findings, { folder: content })}\n`)
  return hasErrors(findings) ? 1 : 0
})

/** What reads and checks is loaded when there is something to read: an archive that is as it was is answered for sooner. */
async function validate(content: string, version: string | undefined, tree: ContentTree): Promise<Answer> {
  const [{ ContentReader, seenIn }, { Crew }] = await Promise.all([
    import('../src/build/content-reader.ts'),
    import('../src/build/crew.ts'),
  ])
  const crew = new Crew(content)
  const reader = new ContentReader(content, version)
  const { loaded, findings } = await reader.read(crew, undefined, tree).finally(() => crew.end())
  return { findings, seen: seenIn(loaded) }
}

async function framesFor(findings: readonly Finding[], tree: ContentTree): Promise<(file: string) => string | undefined> {
  if (findings.length === 0) return () => undefined
  const [{ framesOf }, { sourcesOf }] = await Promise.all([import('../src/rules/frames.ts'), import('../src/archive/load.ts')])
  return framesOf({ sources: sourcesOf(tree) })
}
