import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Archive, Loaded } from '../archive/archive.ts'
import { Fingerprints } from '../archive/fingerprints.ts'
import { publishable } from '../archive/publishable.ts'
import { type Assets, bundleAssets } from '../eleventy/assets.ts'
import { eleventyData, environmentOf } from '../eleventy/plugin.ts'
import { Renderer } from '../eleventy/renderer.ts'
import { type Finding, hasErrors } from '../findings/finding.ts'
import { cacheFolder, madeWith } from '../memory/cache-folder.ts'
import { Ledger } from '../memory/ledger.ts'
import { authorityStyles } from '../publish/authority-face.ts'
import { pageTasks } from '../publish/views.ts'
import { writeSearchIndex } from '../search/write-index.ts'
import { type Copy, copiesOf } from './copies.ts'
import { Crew } from './crew.ts'
import { printOwnPages } from './eleventy-pages.ts'
import { faultsOfSite, type OutputFault } from './output-check.ts'
import { Press, type PrintedPages } from './press.ts'
import { PublishFolder } from './publish-folder.ts'
import { filesOf, forgetSite, LinkNumbers, recallSite, rememberSite, type SiteFile, type SiteMemory } from './site-memory.ts'
import { Stages, type StageTime } from './stages.ts'
import { type Printing, TaskGivens } from './thread-work.ts'
import { loadValidated } from './validated.ts'

/** What to build, and who wants to hear how far it is. */
export interface BuildOptions {
  readonly content: string
  readonly output: string
  /** Print drafts too: for the clerk's own preview, never for publication. */
  readonly drafts?: boolean
  /** Use nothing of what was made before, and remember nothing. */
  readonly anew?: boolean
  /** Leave the search index out. */
  readonly noSearch?: boolean
  readonly onProgress?: (stage: string, done: number, total: number) => void
}

/** How a build went. `published` is false where findings forbid it; the output is then as it was. */
export interface BuildResult {
  readonly published: boolean
  readonly loaded: Loaded
  readonly findings: readonly Finding[]
  readonly pages: number
  /** Files that were written, and taken away; all others are as they were. */
  readonly written: number
  readonly removed: number
  readonly stages: readonly StageTime[]
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
 * nothing is published before it is checked. What was made before and has not changed is left as it is.
 * @throws ContentUnreadable, OutputRefused for folders that cannot be used; OutputFaulty where we made a mistake
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const stages = new Stages(options.onProgress)
  const version = options.anew ? undefined : madeWith()
  const crew = new Crew(options.content)
  try {
    const told = await loadValidated(options.content, version, crew, (stage, done, total) => stages.tell(stage, done, total))
    if (hasErrors(told.findings)) return { ...told, published: false, pages: 0, written: 0, removed: 0, stages: stages.end() }
    return { ...told, published: true, ...(await publish(options, told.loaded, crew, stages, version)), stages: stages.end() }
  } finally {
    await crew.end()
  }
}

async function publish(
  options: BuildOptions,
  loaded: Loaded,
  crew: Crew,
  stages: Stages,
  version: string | undefined,
): Promise<Pick<BuildResult, 'pages' | 'written' | 'removed'>> {
  const archive = options.drafts ? loaded.archive : publishable(loaded.archive)
  const folder = new PublishFolder(options.output)
  await folder.prepare(() => stages.tell('venter på en anden bygning', 0, 1))
  try {
    const around = { options, archive, loaded, folder, stages, crew }
    return await new SiteBuild(around, version && `${version}${options.drafts ? ' kladder' : ''}`).build()
  } finally {
    await folder.discard()
  }
}

interface Around {
  readonly options: BuildOptions
  readonly archive: Archive
  readonly loaded: Loaded
  readonly folder: PublishFolder
  readonly stages: Stages
  readonly crew: Crew
}

class SiteBuild {
  readonly #around: Around
  readonly #version: string | undefined
  readonly #memoryFile: string
  readonly #before: SiteMemory | undefined
  readonly #ledger: Ledger<readonly SiteFile[]>
  readonly #fingerprints: Fingerprints
  readonly #numbers: LinkNumbers
  readonly #faults: OutputFault[] = []
  readonly #written: string[] = []

  constructor(around: Around, version: string | undefined) {
    this.#around = around
    this.#version = version
    this.#memoryFile = path.join(cacheFolder('site', around.folder.output), 'pages')
    around.stages.tell('ser efter ændringer', 0, 1)
    this.#before = version === undefined ? undefined : recallSite(this.#memoryFile, version, around.folder.output)
    const fingerprints = new Fingerprints(around.archive)
    this.#fingerprints = fingerprints
    this.#ledger = new Ledger((part) => fingerprints.part(part), this.#before?.pages)
    this.#numbers = new LinkNumbers(this.#before?.links)
  }

  async build(): Promise<{ pages: number; written: number; removed: number }> {
    const { archive, folder, options, loaded } = this.#around
    const assets = await bundleAssets(authorityStyles(archive.authorities))
    const folders = { building: folder.building, ...(this.#before && { published: folder.output }) }
    await this.#printArchive({ folders, assets: assets.urls, drafts: options.drafts === true })
    const press = new Press(archive, new Renderer(environmentOf(archive, assets.urls, 'templates')), folders)
    await this.#printOwn(press, assets)
    const copies = this.#copy(press, copiesOf(archive, loaded.sources.tree))
    const memory: SiteMemory = { pages: this.#ledger.data(), copies, links: this.#numbers.links() }
    const all = new Set(filesOf(memory))
    this.#check(memory, all)
    const gone = this.#before ? [...filesOf(this.#before)].filter((file) => !all.has(file)) : []
    await this.#publish(gone)
    if (this.#version !== undefined) rememberSite(this.#memoryFile, this.#version, memory)
    return { pages: [...all].filter((file) => file.endsWith('.html')).length, written: this.#written.length, removed: gone.length }
  }

  async #printArchive(printing: Printing): Promise<void> {
    const { archive, stages, crew } = this.#around
    const tasks = [...pageTasks(archive)]
    const givens = new TaskGivens(archive, printing.assets, this.#fingerprints)
    const stale = tasks.flatMap((task, number) => (this.#ledger.recall(task.id, givens.of(task)) ? [] : [number]))
    stages.tell('skriver sider', 0, stale.length)
    await crew.print(printing, stale, (printed, done) => {
      for (const { task, given, reads, ...pages } of printed) this.#note(tasks[task]?.id ?? '', given, reads, pages)
      stages.tell('skriver sider', done, stale.length)
    })
  }

  /** Eleventy's pages, style and script. */
  async #printOwn(press: Press, assets: Assets): Promise<void> {
    const { archive } = this.#around
    const given = this.#fingerprints.of([archive.site, assets.urls, eleventyData(archive)])
    if (this.#ledger.recall(OWN, given)) return
    const pages = (await printOwnPages(archive, assets)).map(({ file, html }) => press.take(file, html))
    const styles = assets.files.map(({ url, contents }) => press.take(url, contents))
    this.#note(OWN, given, [], joined([...pages, ...styles]))
  }

  #note(id: string, given: string, reads: readonly string[], { files, written, faults }: PrintedPages): void {
    this.#ledger.note(
      id,
      given,
      reads,
      files.map((file) => this.#numbers.file(file)),
    )
    this.#written.push(...written)
    this.#faults.push(...faults)
  }

  #copy(press: Press, copies: ReadonlyMap<string, Copy>): ReadonlyMap<string, string> {
    for (const [file, { from, signature }] of copies) {
      if (signature !== '' && this.#before?.copies.get(file) === signature) continue
      if (press.put(file, readFileSync(from))) this.#written.push(file)
    }
    return new Map([...copies].map(([file, { signature }]) => [file, signature]))
  }

  #check({ pages, links }: SiteMemory, all: ReadonlySet<string>): void {
    const { folder, stages } = this.#around
    stages.tell('ser efter', 0, 1)
    const written = new Set(this.#written)
    const read = (file: string): string => readFileSync(path.join(written.has(file) ? folder.building : folder.output, file), 'utf8')
    const files = [...pages.entries.values()].flatMap(({ result }) => result)
    const faults = [...this.#faults, ...faultsOfSite(files, links, all, read)]
    if (faults.length > 0) throw new OutputFaulty(faults)
  }

  /** Puts the new in place. The index takes only what is new in it, and what leads to it last. */
  async #publish(gone: readonly string[]): Promise<void> {
    const { archive, loaded, stages, folder, options } = this.#around
    if (!options.noSearch) {
      const tell = (done: number, total: number): void => stages.tell('skriver søgeindeks', done, total)
      tell(0, 1)
      await writeSearchIndex({
        archive,
        root: loaded.sources.tree.root,
        output: this.#before ? folder.output : folder.building,
        ...(this.#version !== undefined && { cache: cacheFolder('site', folder.output) }),
        onProgress: tell,
      })
    }
    stages.tell('udgiver', 0, 1)
    forgetSite(this.#memoryFile)
    if (this.#before) await folder.publishFiles(this.#written, gone)
    else await folder.publish()
  }
}

/** Name of the work on the pages that are not made from meetings. */
const OWN = 'own'

function joined(all: readonly PrintedPages[]): PrintedPages {
  return {
    files: all.flatMap(({ files }) => files),
    written: all.flatMap(({ written }) => written),
    faults: all.flatMap(({ faults }) => faults),
  }
}
