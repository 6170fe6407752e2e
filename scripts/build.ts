import { parseArgs } from 'node:util'
import { buildSite } from '../src/build/build.ts'
import { Progress } from '../src/build/progress.ts'
import { OutputRefused } from '../src/build/publish-folder.ts'
import { ContentUnreadable } from '../src/source/read.ts'
import { explainArguments } from './arguments.ts'
import { describeFindings } from './describe-findings.ts'

const HELP = `Brug: npm run build -- [--content MAPPE] [--output MAPPE]

Prøver indholdet, skriver arkivet og bytter det ud med det gamle i ét greb.

  --content MAPPE   hvor indholdet ligger (content)
  --output MAPPE    hvor arkivet skrives (_site)
  --help            denne hjælp

Slutkode: 0 udgivet · 1 fejl i indholdet, det gamle arkiv er urørt · 2 forkert brug eller læse- og skrivefejl
`

process.exitCode = await main()

async function main(): Promise<number> {
  let options: { content: string; output: string; help: boolean }
  try {
    options = parseArgs({
      options: {
        content: { type: 'string', default: 'content' },
        output: { type: 'string', default: '_site' },
        help: { type: 'boolean', default: false },
      },
    }).values as typeof options
  } catch (error) {
    process.stderr.write(`${explainArguments(error)}\n\n${HELP}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(HELP)
    return 0
  }
  const progress = new Progress()
  try {
    const result = await buildSite({ ...options, onProgress: (stage, done, total) => progress.show(stage, done, total) })
    const seconds = progress.end()
    process.stderr.write(describeFindings(result, options.content))
    if (!result.published) {
      process.stderr.write(`\nIkke udgivet: ret fejlene, og kør igen. ${options.output} er urørt.\n`)
      return 1
    }
    const memory = Math.round(process.resourceUsage().maxRSS / 1024)
    process.stderr.write(
      `\nUdgivet i ${options.output}: ${result.pages} sider på ${seconds.toFixed(1).replace('.', ',')} s, ${memory} MB.\n`,
    )
    return 0
  } catch (error) {
    progress.end()
    if (error instanceof ContentUnreadable || error instanceof OutputRefused || isFileError(error)) {
      process.stderr.write(`${(error as Error).message}\n`)
      return 2
    }
    throw error
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
