import { joinParts } from '../src/build/join.ts'
import { Misuse, runCommand } from './command.ts'
import { danish } from './describe-build.ts'

const HELP = `Brug: npm run join -- [--content MAPPE] [--output MAPPE] DEL…

Samler dele, som "npm run build -- --authority ID --output DEL" har bygget hver for sig, til ét arkiv med én søgning.

  DEL               mapper med én del hver; der skal være én for hver myndighed
  --content MAPPE   hvor indholdet ligger (content)
  --output MAPPE    hvor arkivet skrives (_site)
  --help            denne hjælp

Slutkode: 0 udgivet · 2 forkert brug, en del mangler, eller læse- og skrivefejl
`

const COMMAND = {
  help: HELP,
  options: { content: { type: 'string', default: 'content' }, output: { type: 'string', default: '_site' } },
  positionals: true,
} as const

await runCommand(COMMAND, async ({ values: { content, output }, positionals }) => {
  if (positionals.length === 0) throw new Misuse('Skriv, hvilke dele der skal samles.')
  const started = performance.now()
  const { pages, printed } = await joinParts(positionals, content, output)
  const seconds = danish((performance.now() - started) / 1000)
  process.stderr.write(
    `Samlet i ${output}: ${pages} sider fra ${positionals.length} ${positionals.length === 1 ? 'del' : 'dele'}, ${printed} af dem skrevet her, på ${seconds} s.\n`,
  )
  return 0
})
