import { buildSite } from '../src/build/build.ts'
import { Progress } from '../src/build/progress.ts'
import { runCommand } from './command.ts'
import { describeBuild } from './describe-build.ts'
import { describeFindings } from './describe-findings.ts'

const HELP = `Brug: npm run build -- [--content MAPPE] [--output MAPPE] [--authority ID] [--no-cache] [--no-search]

Prøver indholdet, skriver arkivet og bytter det ud med det gamle i ét greb.

  --content MAPPE   hvor indholdet ligger (content)
  --output MAPPE    hvor arkivet skrives (_site)
  --authority ID    kun én myndighed, som en del, der kan samles med andre (npm run join)
  --no-cache        skriv alt forfra, og husk intet til næste gang
  --no-search       uden søgeindeks
  --help            denne hjælp

Slutkode: 0 udgivet · 1 fejl i indholdet, det gamle arkiv er urørt · 2 forkert brug eller læse- og skrivefejl
`

const COMMAND = {
  help: HELP,
  options: {
    content: { type: 'string', default: 'content' },
    output: { type: 'string', default: '_site' },
    authority: { type: 'string' },
    'no-cache': { type: 'boolean', default: false },
    'no-search': { type: 'boolean', default: false },
  },
} as const

await runCommand(COMMAND, async ({ values: { content, output, authority, 'no-cache': anew, 'no-search': noSearch } }) => {
  const progress = new Progress()
  try {
    const onProgress = (stage: string, done: number, total: number): void => progress.show(stage, done, total)
    const result = await buildSite({ content, output, anew, noSearch, onProgress, ...(authority !== undefined && { authority }) })
    const seconds = progress.end()
    process.stderr.write(describeFindings(result, content))
    if (!result.published) {
      process.stderr.write(`\nIkke udgivet: ret fejlene, og kør igen. ${output} er urørt.\n`)
      return 1
    }
    process.stderr.write(`\n${describeBuild(result, output, seconds)}\n`)
    return 0
  } finally {
    progress.end()
  }
})
