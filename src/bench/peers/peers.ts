import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Finished, MeasuredFailed, measure, runMeasured } from '../process.ts'
import type { PeerPage } from './pages.ts'

/** Another generator, set up in a folder of its own. */
export interface Peer {
  readonly name: string
  /** Where it prints. */
  readonly output: string
  /** Prints all pages, from nothing. */
  build(): Promise<Finished>
}

const HERE = path.dirname(fileURLToPath(import.meta.url))

/** Sets up every generator that is installed, each with the same pages in the way it likes them best. */
export async function setUpPeers(folder: string, pages: readonly PeerPage[], styles: string): Promise<Peer[]> {
  const hugo = await hugoVersion()
  return [
    ...(hugo === undefined ? [] : [setUpHugo(path.join(folder, 'hugo'), hugo, pages, styles)]),
    setUpEleventy(path.join(folder, 'eleventy-markdown'), 'markdown', 'Eleventy, Markdown', pages, styles),
    setUpEleventy(path.join(folder, 'eleventy-data'), 'data', 'Eleventy, data', pages, styles),
  ]
}

async function hugoVersion(): Promise<string | undefined> {
  try {
    const { stdout, code } = await runMeasured('hugo', ['version'])
    return code === 0 ? /v(\d+\.\d+)/.exec(stdout)?.[1] : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new MeasuredFailed('hugo version', { cause: error })
  }
}

function setUpHugo(folder: string, version: string, pages: readonly PeerPage[], styles: string): Peer {
  cpSync(path.join(HERE, 'hugo'), folder, { recursive: true })
  put(path.join(folder, 'static/assets/site.css'), styles)
  for (const { kind, id, head, text } of pages) {
    put(path.join(folder, 'content', kind === 'punkt' ? `${id}.md` : `${id}/_index.md`), withHead({ type: kind, ...head }, text))
  }
  const output = path.join(folder, 'public')
  return { name: `Hugo ${version}`, output, build: () => measure('hugo', ['--quiet', '--destination', output], { cwd: folder }) }
}

function setUpEleventy(folder: string, variant: 'markdown' | 'data', name: string, pages: readonly PeerPage[], styles: string): Peer {
  cpSync(path.join(HERE, 'eleventy'), folder, { recursive: true })
  cpSync(path.join(folder, 'lists'), path.join(folder, variant), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  put(path.join(folder, 'package.json'), '{ "type": "module" }\n')
  put(path.join(folder, 'static/site.css'), styles)
  const entries = pages.map(({ kind, id, head, text }) => ({ kind, id, ...head, text }))
  put(path.join(folder, 'pages.json'), JSON.stringify(entries))
  if (variant === 'markdown') {
    for (const { text, ...entry } of entries) {
      const file = entry.kind === 'punkt' ? `${entry.id}.md` : `${entry.id}/index.md`
      put(path.join(folder, variant, file), withHead({ layout: 'markdown-page.njk', entry }, text))
    }
  }
  const output = path.join(folder, '_site')
  const command = path.resolve('node_modules/@11ty/eleventy/cmd.cjs')
  return {
    name,
    output,
    build: () => measure(process.execPath, [command, '--quiet', `--output=${output}`], { cwd: folder, env: { PEER: variant } }),
  }
}

/** A Markdown file: YAML takes JSON as it is. */
function withHead(head: Readonly<Record<string, unknown>>, text: string): string {
  const lines = Object.entries(head).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${JSON.stringify(value)}\n`))
  return `---\n${lines.join('')}---\n\n${text}\n`
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
