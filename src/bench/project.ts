import path from 'node:path'
import { type Finished, measure } from './process.ts'

/** A command of the project, run and measured as npm runs it. */
export function runProject(command: string, ...words: readonly string[]): Promise<Finished> {
  return measure(process.execPath, ['scripts/launch.mjs', command, ...words])
}

/** Builds a content folder with `npm run build`. */
export function buildArchive(content: string, output: string, ...flags: readonly string[]): Promise<Finished> {
  return runProject('build', '--content', content, '--output', output, ...flags)
}

/** Pagefind's own index over the pages of punkter, whichever generator printed them, written below them. */
export function indexWithPagefind(site: string): Promise<Finished> {
  const command = path.resolve('node_modules/pagefind/lib/runner/bin.cjs')
  return measure(process.execPath, [command, '--site', site, '--glob', '**/punkt-*/index.html', '--force-language', 'da', '--quiet'])
}
