import { buildSite } from '../src/build/build.ts'
import { Progress } from '../src/build/progress.ts'
import { runCommand } from './command.ts'
import { describeFindings } from './describe-findings.ts'

const HELP = `Brug: npm run build -- [--content MAPPE] [--output MAPPE]

Prøver indholdet, skriver arkivet og bytter det ud med det gamle i ét greb.

  --content MAPPE   hvor indholdet ligger (content)
  --output MAPPE    hvor arkivet skrives (_site)
  --help            denne hjælp

Slutkode: 0 udgivet · 1 fejl i indholdet, det gamle arkiv er urørt · 2 forkert brug eller læse- og skrivefejl
`

const COMMAND = {
  help: HELP,
  options: { content: { type: 'string', default: 'content' }, output: { type: 'string', default: '_site' } },
} as const

await runCommand(COMMAND, async ({ values: { content, output } }) => {
  const progress = new Progress()
  try {
    const result = await buildSite({ content, output, onProgress: (stage, done, total) => progress.show(stage, done, total) })
    const seconds = progress.end()
    process.stderr.write(describeFindings(result, content))
    if (!result.published) {
      process.stderr.write(`\nIkke udgivet: ret fejlene, og kør igen. ${output} er urørt.\n`)
      return 1
    }
    const memory = Math.round(process.resourceUsage().maxRSS / 1024)
    process.stderr.write(`\nUdgivet i ${output}: ${result.pages} sider på ${seconds.toFixed(1).replace('.', ',')} s, ${memory} MB.\n`)
    return 0
  } finally {
    progress.end()
  }
})
