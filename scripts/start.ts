import path from 'node:path'
import { SiteBuilder } from '../src/build/build.ts'
import { Progress } from '../src/build/progress.ts'
import { findingsOverlay } from '../src/preview/overlay.ts'
import { startPreview } from '../src/preview/server.ts'
import { watchPaths } from '../src/preview/watch.ts'
import { Misuse, runCommand } from './command.ts'
import { danish } from './describe-build.ts'
import { describeFindings } from './describe-findings.ts'

const HELP = `Brug: npm start -- [--port TAL] [--content MAPPE] [--output MAPPE]

Viser arkivet på denne maskine og følger med, når du retter. Kladder vises også.

  --port TAL        port på 127.0.0.1 (8080); 0 for en ledig
  --content MAPPE   hvor indholdet ligger (content)
  --output MAPPE    hvor visningen skrives (_site)
  --help            denne hjælp
`

const COMMAND = {
  help: HELP,
  options: {
    port: { type: 'string', default: '8080' },
    content: { type: 'string', default: 'content' },
    output: { type: 'string', default: '_site' },
  },
} as const

await runCommand(COMMAND, async ({ values: { port, content, output } }) => {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Misuse(`--port skal være et tal, ikke "${port}".`)
  const server = await startPreview(output, Number(port)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Misuse(`Port ${port} er optaget. Vælg en anden: npm start -- --port 8081`) : error
  })
  let progress = new Progress()
  let shown: string | undefined
  const onProgress = (stage: string, done: number, total: number): void => progress.show(stage, done, total)
  const builder = new SiteBuilder({ content, output, drafts: true, putOff: true, onProgress })
  const rebuild = async (): Promise<void> => {
    progress = new Progress()
    try {
      const result = await builder.build()
      const seconds = danish(progress.end())
      process.stderr.write(describeFindings(result, content))
      process.stderr.write(
        result.published
          ? `\nArkivet vises på ${server.url} (${result.pages} sider, ${seconds} s)\n`
          : `\nDer er fejl; ${server.url} viser det seneste, der var i orden.\n`,
      )
      const overlay = findingsOverlay(result.findings)
      if (result.written > 0 || result.removed > 0 || overlay !== shown) server.show(overlay)
      shown = overlay
      await builder.finish()
      progress.end()
    } catch (error) {
      progress.end()
      tellBug(error)
    }
  }
  const show = (files: readonly string[]): void => {
    try {
      if (builder.showAtOnce(files.map((file) => path.relative(content, file)))) server.reload()
    } catch (error) {
      tellBug(error)
    }
  }
  const watch = await watchPaths([content, 'templates', 'src/browser'], show, rebuild)
  const close = async (): Promise<void> => {
    await watch.stop()
    await server.close()
  }
  process.once('SIGINT', () => void close())
  process.once('SIGTERM', () => void close())
  await watch.run()
  return 0
})

/** A bug of ours must not end the preview: the clerk goes on with the last page that was sound. */
function tellBug(error: unknown): void {
  process.stderr.write(`${(error as Error).stack}\n`)
}
