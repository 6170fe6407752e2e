import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
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

/** A page with its head laid flat, as the generators that are written in JavaScript take it. */
type PeerEntry = Omit<PeerPage, 'head'> & Readonly<Record<string, unknown>>

const HERE = path.dirname(fileURLToPath(import.meta.url))

/** Astro otherwise reports each build to its makers. */
const NO_TELEMETRY = { ASTRO_TELEMETRY_DISABLED: '1' }

/** It keeps all that it prints, which of a large archive is more than Node allows of itself. */
const ROOM = `--max-old-space-size=${Math.floor(totalmem() / 2 ** 20 / 2)}`

/** Sets up every generator that is installed, each with the same pages in the way it likes them best. */
export async function setUpPeers(folder: string, pages: readonly PeerPage[], styles: string): Promise<Peer[]> {
  const hugo = await versionOf('hugo', 'version')
  const astro = await versionOf('astro', '--version')
  const astroPackage = astro && packageOf('astro')
  const entries = pages.map(({ kind, id, head, text }): PeerEntry => ({ kind, id, ...head, text }))
  put(path.join(folder, 'package.json'), '{ "type": "module" }\n')
  put(path.join(folder, 'pages.json'), JSON.stringify(entries))
  cpSync(path.join(HERE, 'gather.js'), path.join(folder, 'gather.js'))
  return [
    ...(hugo ? [setUpHugo(path.join(folder, 'hugo'), hugo, pages, styles)] : []),
    setUpEleventy(path.join(folder, 'eleventy-markdown'), 'markdown', 'Eleventy, Markdown', entries, styles),
    setUpEleventy(path.join(folder, 'eleventy-data'), 'data', 'Eleventy, data', entries, styles),
    ...(astroPackage ? [setUpAstro(path.join(folder, 'astro'), astro, astroPackage, styles)] : []),
  ]
}

/** The version a command on PATH tells; undefined where it is not installed, or will not run here (each Astro asks for its own Node). */
async function versionOf(command: string, word: string): Promise<string | undefined> {
  try {
    const { stdout, code } = await runMeasured(command, [word], { env: NO_TELEMETRY })
    return code === 0 ? /v(\d+\.\d+)/.exec(stdout)?.[1] : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new MeasuredFailed(`${command} ${word}`, { cause: error })
  }
}

/** The folder of the npm package that a command on PATH is a link into; undefined where it is no such link. */
function packageOf(command: string): string | undefined {
  const places = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, command))
  const found = places.find((place) => existsSync(place))
  const inside = path.join(path.sep, 'node_modules', command, path.sep)
  const [above, below] = found === undefined ? [] : realpathSync(found).split(inside)
  return above !== undefined && below !== undefined ? path.join(above, inside) : undefined
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

function setUpEleventy(folder: string, variant: 'markdown' | 'data', name: string, entries: readonly PeerEntry[], styles: string): Peer {
  cpSync(path.join(HERE, 'eleventy'), folder, { recursive: true })
  cpSync(path.join(folder, 'lists'), path.join(folder, variant), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  put(path.join(folder, 'static/site.css'), styles)
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
    build: () => measure(process.execPath, [ROOM, command, '--quiet', `--output=${output}`], { cwd: folder, env: { PEER: variant } }),
  }
}

/** With a `node_modules` of its own that holds a link to the installed package alone, so that nothing is written there. */
function setUpAstro(folder: string, version: string, installed: string, styles: string): Peer {
  cpSync(path.join(HERE, 'astro'), folder, { recursive: true })
  mkdirSync(path.join(folder, 'node_modules'))
  symlinkSync(installed, path.join(folder, 'node_modules/astro'))
  put(path.join(folder, 'public/assets/site.css'), styles)
  const output = path.join(folder, 'dist')
  const words = ['build', '--force', '--silent', '--outDir', output]
  return { name: `Astro ${version}`, output, build: () => measure('astro', words, { cwd: folder, env: NO_TELEMETRY }) }
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
