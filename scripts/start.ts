import { parseArgs } from 'node:util'
import { buildSite } from '../src/build/build.ts'
import { Progress } from '../src/build/progress.ts'
import { findingsOverlay } from '../src/preview/overlay.ts'
import { startPreview } from '../src/preview/server.ts'
import { watchPaths } from '../src/preview/watch.ts'
import { explainArguments } from './arguments.ts'
import { describeFindings } from './describe-findings.ts'

const HELP = `Brug: npm start -- [--port TAL] [--content MAPPE] [--output MAPPE]

Viser arkivet på denne maskine og følger med, når du retter. Kladder vises også.

  --port TAL        port på 127.0.0.1 (8080)
  --content MAPPE   hvor indholdet ligger (content)
  --output MAPPE    hvor visningen skrives (_site)
  --help            denne hjælp
`

process.exitCode = await main()

async function main(): Promise<number> {
  let options: { port: string; content: string; output: string; help: boolean }
  try {
    options = parseArgs({
      options: {
        port: { type: 'string', default: '8080' },
        content: { type: 'string', default: 'content' },
        output: { type: 'string', default: '_site' },
        help: { type: 'boolean', default: false },
      },
    }).values as typeof options
    if (!/^\d{1,5}$/.test(options.port) || Number(options.port) > 65535) throw new Error(`--port skal være et tal, ikke "${options.port}".`)
  } catch (error) {
    process.stderr.write(`${explainArguments(error)}\n\n${HELP}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(HELP)
    return 0
  }
  try {
    await preview(options)
    return 0
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    process.stderr.write(
      taken ? `Port ${options.port} er optaget. Vælg en anden: npm start -- --port 8081\n` : `${(error as Error).message}\n`,
    )
    return 2
  }
}

async function preview({ port, content, output }: { port: string; content: string; output: string }): Promise<void> {
  const server = await startPreview(output, Number(port))
  const rebuild = async (): Promise<void> => {
    const progress = new Progress()
    try {
      const result = await buildSite({
        content,
        output,
        drafts: true,
        onProgress: (stage, done, total) => progress.show(stage, done, total),
      })
      const seconds = progress.end().toFixed(1).replace('.', ',')
      process.stderr.write(describeFindings(result, content))
      process.stderr.write(
        result.published
          ? `\nArkivet vises på ${server.url} (${result.pages} sider, ${seconds} s)\n`
          : `\nDer er fejl; ${server.url} viser det seneste, der var i orden.\n`,
      )
      server.show(findingsOverlay(result.findings))
    } catch (error) {
      progress.end()
      process.stderr.write(`${(error as Error).stack}\n`)
    }
  }
  await rebuild()
  const stop = watchPaths([content, 'templates', 'src/browser'], rebuild)
  const close = async (): Promise<void> => {
    await stop()
    await server.close()
  }
  process.once('SIGINT', () => void close())
  process.once('SIGTERM', () => void close())
}
