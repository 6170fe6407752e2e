import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { assemble, outlineOf } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { bundleAssets } from '../eleventy/assets.ts'
import { rendererOf } from '../eleventy/plugin.ts'
import { Refusal } from '../findings/refusal.ts'
import { madeWith } from '../memory/cache-folder.ts'
import type { TextNumbers } from '../memory/text-numbers.ts'
import { authorityStyles } from '../publish/authority-face.ts'
import { pageTasks } from '../publish/views.ts'
import { hasSearchIndex, joinIndexes } from '../search/join-indexes.ts'
import { readContent } from '../source/read.ts'
import { printOwnPages } from './eleventy-pages.ts'
import { countPages, faultsOfSite } from './output-check.ts'
import { type Part, readPart } from './part.ts'
import { Press, PrintedNumbers, type PrintedPages, type SiteFile } from './press.ts'
import { PublishFolder } from './publish-folder.ts'
import { OutputFaulty } from './site-build.ts'

/** Thrown where parts cannot be joined: one is missing, there twice, or of another version. */
export class PartsRefused extends Refusal {}

/** What joining came to. */
export interface Joined {
  readonly pages: number
  /** Pages that authorities share, printed here. */
  readonly printed: number
}

/**
 * Joins the parts that builds of single authorities have made into one archive with one search: their pages are taken as
 * they are, what they share is printed from what they tell, every link is checked, and the whole takes the output's place.
 * The result is that of one build, page for page.
 * @param content the content folder, of which only the site, the authorities and their bodies are read
 * @throws PartsRefused, ContentUnreadable, OutputRefused; OutputFaulty where we made a mistake
 */
export async function joinParts(parts: readonly string[], content: string, output: string): Promise<Joined> {
  const made = madeWith()
  const known = parts.map((folder) => ({
    folder,
    part: readPart(folder, made) ?? refuse(`${folder} er ingen del, eller den er lavet af en anden udgave.`),
  }))
  const unsearched = parts.filter((folder) => !hasSearchIndex(folder))
  if (unsearched.length > 0 && unsearched.length < parts.length)
    refuse(`${unsearched.join(', ')} er lavet uden søgeindeks, de andre dele med. Byg dem alle på samme måde.`)
  const outline = outlineOf(readContent(content))
  for (const { id, name } of outline.authorities) {
    const count = known.filter(({ part }) => part.authority === id).length
    if (count !== 1) refuse(count === 0 ? `Der mangler en del for ${name} (${id}).` : `Der er mere end én del for ${name} (${id}).`)
  }
  const archive = publishable(
    assemble(
      outline,
      known.flatMap(({ part }) => part.units),
    ).archive,
  )
  const folder = new PublishFolder(output)
  await folder.prepare()
  try {
    const assets = await bundleAssets(authorityStyles(archive.authorities))
    const numbers = new PrintedNumbers()
    const press = new Press(archive, rendererOf(archive, assets.urls, made), { building: folder.building }, numbers)
    const printed: PrintedPages[] = []
    for (const task of pageTasks(archive)) if (task.authority === undefined) printed.push(press.print(task))
    for (const { file, html } of await printOwnPages(archive, assets)) printed.push(press.take(file, html))
    for (const { url, contents } of assets.files) printed.push(press.take(url, contents))
    for (const { folder: from, part } of known)
      await cp(path.join(from, part.authority), path.join(folder.building, part.authority), { recursive: true })
    if (unsearched.length === 0) await joinIndexes(parts, folder.building)
    const pages = check(
      known.map(({ part }) => part),
      printed,
      numbers.links,
      folder.building,
    )
    await folder.publish()
    return { pages, printed: countPages(printed.flatMap(({ files }) => files.map((file) => file.path))) }
  } finally {
    await folder.discard()
  }
}

/** Checks every link of the whole; gives the number of pages. */
function check(parts: readonly Part[], printed: readonly PrintedPages[], numbers: TextNumbers, building: string): number {
  const files: SiteFile[] = printed.flatMap((pages) => pages.files)
  for (const part of parts) {
    const links = part.links.map((link) => numbers.of(link))
    for (const file of part.files) files.push({ path: file.path, links: file.links.map((link) => links[link] ?? 0) })
  }
  const all = new Set(files.map(({ path: file }) => file))
  const read = (file: string): string => readFileSync(path.join(building, file), 'utf8')
  const faults = [...printed.flatMap((pages) => pages.faults), ...faultsOfSite(files, numbers.texts, { all, read })]
  if (faults.length > 0) throw new OutputFaulty(faults)
  return countPages(all)
}

function refuse(message: string): never {
  throw new PartsRefused(message)
}
