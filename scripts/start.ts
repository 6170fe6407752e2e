import { existsSync } from 'node:fs'
import path from 'node:path'
import { SiteBuilder } from '../src/build/build.ts'
import { Progress } from '../src/build/progress.ts'
import { Refusal } from '../src/findings/refusal.ts'
import { oneAtATime } from '../src/preview/one-at-a-time.ts'
import { findingsOverlay } from '../src/preview/overlay.ts'
import { startPreview } from '../src/preview/preview.ts'
import { ContentChanged } from '../src/source/read.ts'
import { Misuse, runCommand } from './command.ts'
import { danish } from './describe-build.ts'
import { describeFindings } from './describe-findings.ts'

const HELP = `Brug: npm start -- [--port TAL] [--content MAPPE] [--output MAPPE]

Viser arkivet på denne maskine og følger med, når du retter. Kladder vises også.

  --port TAL        port på 127.0.0.1 (8080); 0 for en ledig
  --content MAPPE   hvor indholdet ligger (content)
  --output MAPPE    hvor visningen skrives (.cache/visning/arkiv); kladder er med i den, så den skal ikke udgives
  --help            denne hjælp
`

const COMMAND = {
  help: HELP,
  options: {
    port: { type: 'string', default: '8080' },
    content: { type: 'string', default: 'content' },
    output: { type: 'string', default: '.cache/visning/arkiv' },
  },
} as const

await runCommand(COMMAND, async ({ values: { port, content, output } }) => {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Misuse(`--port skal være et tal fra 0 til 65535, ikke "${port}".`)
  let progress = new Progress()
  let shown: string | undefined
  const onProgress = (stage: string, done: number, total: number): void => {
    progress.show(stage, done, total)
    preview.attend()
  }
  const builder = new SiteBuilder({ content, output, drafts: true, putOff: true, onProgress })
  const saved = (files: readonly string[]): void => {
    try {
      if (builder.showAtOnce(files.map((file) => path.relative(content, file)))) preview.reload()
    } catch (error) {
      tell(error)
    }
    void rebuild()
  }
  const places = { folder: output, port: Number(port), watched: [content, 'templates', 'src/browser'] }
  const preview = await startPreview(places, saved).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Misuse(`Port ${port} er optaget. Vælg en anden: npm start -- --port 8081`) : error
  })
  // What is saved while the whole is made makes it begin again.
  const rebuild = oneAtATime(async () => {
    progress = new Progress()
    try {
      const result = await builder.build()
      const seconds = danish(progress.end())
      process.stderr.write(describeFindings(result, content))
      process.stderr.write(
        result.published
          ? `\nArkivet vises på ${preview.url} (${result.pages} sider, ${seconds} s)\n`
          : `\nDer er fejl; ${preview.url} ${existsSync(path.join(output, 'index.html')) ? 'viser det seneste, der var i orden' : 'viser arkivet, når de er rettet'}.\n`,
      )
      const overlay = findingsOverlay(result.findings)
      if (result.written > 0 || result.removed > 0 || overlay !== shown) preview.show(overlay)
      shown = overlay
      void finish()
    } catch (error) {
      progress.end()
      if (!(error instanceof ContentChanged)) tell(error)
    }
  })
  // The search index takes long the first time. What is saved meanwhile does not wait for it, and it is made again after that.
  const finish = oneAtATime(async () => {
    try {
      await builder.finish()
    } catch (error) {
      if (!(error instanceof ContentChanged)) tell(error)
    }
    progress.end()
  })
  // A build that is under way is cut off: the next one finds out.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void preview.close().finally(() => process.exit()))
  await rebuild()
  return 0
})

/** Neither what the clerk can mend nor a bug of ours ends the preview: it goes on with the last page that was sound. */
function tell(error: unknown): void {
  process.stderr.write(`${error instanceof Refusal ? error.message : (error as Error).stack}\n`)
}
