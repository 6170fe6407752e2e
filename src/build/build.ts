import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import Eleventy from '@11ty/eleventy'
import type { Archive, Loaded } from '../archive/archive.ts'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { provide } from '../eleventy/plugin.ts'
import { type Finding, hasErrors } from '../findings/finding.ts'
import { urls } from '../publish/urls.ts'
import { validate } from '../rules/validate.ts'
import { readAttachments } from '../search/attachments.ts'
import { createSearchIndex } from '../search/index.ts'
import { searchRecord } from '../search/record.ts'
import { readContent } from '../source/read.ts'
import { OutputCheck, type OutputFault } from './output-check.ts'
import { PublishFolder } from './publish-folder.ts'

/** What to build, and who wants to hear how far it is. */
export interface BuildOptions {
  readonly content: string
  readonly output: string
  /** Print drafts too: for the clerk's own preview, never for publication. */
  readonly drafts?: boolean
  readonly onProgress?: (stage: Stage, done: number, total: number) => void
}

export type Stage = 'læser' | 'prøver' | 'skriver sider' | 'skriver søgeindeks' | 'ser efter'

/** How a build went. `published` is false where findings forbid it; the output is then as it was. */
export interface BuildResult {
  readonly published: boolean
  readonly loaded: Loaded
  readonly findings: readonly Finding[]
  readonly pages: number
}

/** Thrown where the printed pages are not fit to be seen: a bug of ours. */
export class OutputFaulty extends Error {
  constructor(faults: readonly OutputFault[]) {
    super(
      `The printed pages have ${faults.length} faults:\n${faults
        .slice(0, 20)
        .map(({ url, what }) => `  ${url}: ${what}`)
        .join('\n')}`,
    )
  }
}

/**
 * Reads, validates, prints, indexes, checks and publishes an archive. Nothing is printed before it is validated, and
 * nothing is published before it is checked.
 * @throws ContentUnreadable, OutputRefused for folders that cannot be used; OutputFaulty where we made a mistake
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const progress = options.onProgress ?? (() => {})
  progress('læser', 0, 1)
  const loaded = loadArchive(await readContent(options.content))
  progress('prøver', 0, 1)
  const findings = validate(loaded)
  if (hasErrors(findings)) return { published: false, loaded, findings, pages: 0 }

  const archive = options.drafts ? loaded.archive : publishable(loaded.archive)
  const folder = new PublishFolder(options.output)
  await folder.prepare()
  try {
    const pages = await print(archive, loaded, folder.building, progress)
    await folder.publish()
    return { published: true, loaded, findings, pages }
  } finally {
    await folder.discard()
  }
}

async function print(archive: Archive, loaded: Loaded, output: string, progress: NonNullable<BuildOptions['onProgress']>): Promise<number> {
  const check = new OutputCheck(archive.site.url)
  const seen = new Set<string>()
  const onPage = (url: string, html: string): void => {
    check.page(url, html)
    seen.add(url)
    progress('skriver sider', Math.min(seen.size, archive.punkter.length), archive.punkter.length)
  }
  const eleventy = new Eleventy('templates/pages', output, {
    configPath: 'eleventy.config.ts',
    quietMode: true,
    config: (config) => provide(config, { archive, onPage }),
  })
  // Standard output is the command's own: a script may read it.
  eleventy.disableLogger()
  await eleventy.init()
  await eleventy.write()
  await writeSearchIndex(archive, loaded.sources.tree.root, output, progress)
  await copyLogos(archive, loaded.sources.tree.root, output)
  await copyBilag(archive, loaded.sources.tree.root, output)
  progress('ser efter', 0, 1)
  const files = await filesBelow(output)
  for (const file of files) {
    const url = file.replace(/index\.html$/, '')
    if (file.endsWith('.html') && !file.startsWith('/pagefind/') && !seen.has(url)) {
      check.page(url, await readFile(path.join(output, file), 'utf8'))
      seen.add(url)
    }
  }
  const faults = check.finish(files)
  if (faults.length > 0) throw new OutputFaulty(faults)
  return seen.size
}

async function writeSearchIndex(
  archive: Archive,
  root: string,
  output: string,
  progress: NonNullable<BuildOptions['onProgress']>,
): Promise<void> {
  const index = await createSearchIndex()
  try {
    for (const [done, punkt] of archive.punkter.entries()) {
      progress('skriver søgeindeks', done, archive.punkter.length)
      const attachments = await readAttachments(punkt, (file) => readFile(path.join(root, file)))
      const record = searchRecord(archive, punkt, attachments)
      if (record) await index.add(record)
    }
    await index.write(output)
  } finally {
    await index.close()
  }
}

async function copyLogos(archive: Archive, root: string, output: string): Promise<void> {
  for (const { id, logo } of archive.authorities) {
    if (logo !== undefined) await copyFile(path.join(root, id, logo), path.join(output, urls.logo(id, logo)))
  }
}

/** Only what an open punkt lists as open is copied: a file that merely lies in the folder stays there. */
async function copyBilag(archive: Archive, root: string, output: string): Promise<void> {
  for (const punkt of archive.punkter) {
    for (const bilag of punkt.bilag) {
      const url = urls.bilag(punkt.meeting, bilag)
      if (url === undefined || bilag.file === undefined) continue
      const target = path.join(output, punkt.meeting, bilag.file)
      await mkdir(path.dirname(target), { recursive: true })
      await copyFile(path.join(root, punkt.meeting, bilag.file), target)
    }
  }
}

async function filesBelow(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`),
  )
}
