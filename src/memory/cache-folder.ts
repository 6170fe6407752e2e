import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

/** What the pages are made with, besides the content: a change here makes everything anew. */
const MADE_WITH = ['src', 'templates', 'eleventy.config.ts', 'package.json', 'node_modules/.package-lock.json']

const CACHES = '.cache'
/** Names the folder that a cache is about. */
const ABOUT = 'om.txt'
/** How long the cache of a folder that is gone is kept, in ms: a build may just be making the folder. */
const KEPT = 24 * 60 * 60 * 1000

/** Where what was made before is remembered: in the folder that the command runs in, hidden, one for each content or output folder. */
export function cacheFolder(kind: 'content' | 'site', folder: string): string {
  return path.resolve(CACHES, `${kind}-${hash('sha1', path.resolve(folder)).slice(0, 12)}`)
}

/** Notes what a cache is about, and takes away those of folders that have been gone for a day. */
export function tendCaches(kind: 'content' | 'site', folder: string): void {
  const own = cacheFolder(kind, folder)
  mkdirSync(own, { recursive: true })
  writeFileSync(path.join(own, ABOUT), path.resolve(folder))
  for (const name of readdirSync(CACHES)) {
    const note = path.join(CACHES, name, ABOUT)
    const noted = statSync(note, { throwIfNoEntry: false })
    if (noted && Date.now() - noted.mtimeMs > KEPT && !existsSync(readFileSync(note, 'utf8')))
      rmSync(path.join(CACHES, name), { recursive: true, force: true })
  }
}

/**
 * A text that changes with the project's own code and templates, with its dependencies, and with Node: with those of `parts`
 * alone, where they are named.
 */
export function madeWith(parts: readonly string[] = MADE_WITH): string {
  const digests = parts
    .flatMap((name) => filesIn(path.join(PROJECT, name)))
    .sort()
    .map((file) => `${path.relative(PROJECT, file)} ${digestOf(file)}`)
  return hash('sha1', [process.version, process.platform, ...digests].join('\n'))
}

/** What is read for every build, however long the process runs. */
const READ_EACH_TIME = ['templates', 'src/browser'].map((name) => path.join(PROJECT, name) + path.sep)

/** Digests of the code that this process runs, which is what was loaded, whatever has been written to its files since. */
const loaded = new Map<string, string>()

function digestOf(file: string): string {
  const known = loaded.get(file)
  if (known !== undefined) return known
  const digest = hash('sha1', readFileSync(file))
  if (!READ_EACH_TIME.some((folder) => file.startsWith(folder))) loaded.set(file, digest)
  return digest
}

function filesIn(place: string): string[] {
  const info = statSync(place, { throwIfNoEntry: false })
  if (!info?.isDirectory()) return info ? [place] : []
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
}
