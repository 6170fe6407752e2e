import { hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

/** What the pages are made with, besides the content: a change here makes everything anew. */
const MADE_WITH = ['src', 'templates', 'eleventy.config.ts', 'package.json', 'node_modules/.package-lock.json']

/** Where what was made before is remembered: in the folder that the command runs in, hidden, one for each content or output folder. */
export function cacheFolder(kind: 'content' | 'site', folder: string): string {
  return path.resolve('.cache', `${kind}-${hash('sha1', path.resolve(folder)).slice(0, 12)}`)
}

/** A text that changes with the project's own code and templates, with its dependencies, and with Node. */
export function madeWith(): string {
  const digests = MADE_WITH.flatMap((name) => filesIn(path.join(PROJECT, name)))
    .sort()
    .map((file) => `${path.relative(PROJECT, file)} ${hash('sha1', readFileSync(file))}`)
  return hash('sha1', [process.version, process.platform, ...digests].join('\n'))
}

function filesIn(place: string): string[] {
  const info = statSync(place, { throwIfNoEntry: false })
  if (!info?.isDirectory()) return info ? [place] : []
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
}
