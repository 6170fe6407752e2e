import path from 'node:path'
import type { Archive, Loaded } from '../archive/archive.ts'
import { publishable } from '../archive/publishable.ts'
import { type Assets, bundleAssets } from '../eleventy/assets.ts'
import { type Finding, hasErrors } from '../findings/finding.ts'
import { Refusal } from '../findings/refusal.ts'
import { readCacheFile, writeCacheFile } from '../memory/cache-file.ts'
import { cacheFolder, madeWith, tendCaches } from '../memory/cache-folder.ts'
import { authorityStyles } from '../publish/authority-face.ts'
import { removeSearchIndex, writeSearchIndex } from '../search/write-index.ts'
import { ContentReader } from './content-reader.ts'
import { Crew } from './crew.ts'
import { removePart, writePart } from './part.ts'
import { PublishFolder } from './publish-folder.ts'
import { type LastBuild, showAtOnce } from './show-at-once.ts'
import { type Around, LOOKING, SiteBuild, type SiteBuilt } from './site-build.ts'
import { rememberSite, type SiteMemory, siteFilesOf } from './site-memory.ts'
import { Stages, type StageTime } from './stages.ts'

/** What to build, and who wants to hear how far it is. */
export interface BuildOptions {
  readonly content: string
  readonly output: string
  /** Print drafts too: for the clerk's own preview, never for publication. */
  readonly drafts?: boolean
  /** Use nothing of what was made before, and remember nothing. */
  readonly anew?: boolean
  /** Put off what no page shows, the search index and the memory, until `finish`. */
  readonly putOff?: boolean
  /** Id of the only authority to build, as a part that `joinParts` joins with others; absent: the whole archive. */
  readonly authority?: string
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

/** Thrown where the archive has no such authority: wrong use. */
export class UnknownAuthority extends Refusal {}

/**
 * Reads, validates, prints, indexes, checks and publishes an archive. Nothing is printed before it is validated, and
 * nothing is published before it is checked. What was made before and has not changed is left as it is.
 * @throws ContentUnreadable, OutputRefused for folders that cannot be used; OutputFaulty where we made a mistake
 */
export function buildSite(options: BuildOptions): Promise<BuildResult> {
  return new SiteBuilder(options).build()
}

/** Builds a site as often as it is asked to, as `buildSite` does; it remembers the last time, so that the next is quicker. */
export class SiteBuilder {
  readonly #options: BuildOptions
  /** What the last build was made with. */
  #made = ''
  #reader: ContentReader | undefined
  #assets: { readonly styles: string; readonly assets: Assets } | undefined
  #site: SiteMemory | undefined
  #last: LastBuild | undefined
  /** Files that `showAtOnce` has written and no build since has printed, which are not what the memory of the site says. */
  #shown = new Set<string>()
  #unwritten: () => void = () => {}
  #unindexed: () => Promise<void> = nothing

  constructor(options: BuildOptions) {
    this.#options = options
  }

  /**
   * Shows at once what has changed in punkter that were published before: their pages and their meetings', without all that
   * runs across meetings, and without the rules. For a preview; `build` must follow. False where the change is of another kind.
   */
  showAtOnce(files: readonly string[]): boolean {
    if (!this.#last || !this.#assets) return false
    const { output } = this.#options
    const shown = showAtOnce(this.#last, files, { assets: this.#assets.assets, made: this.#made, output })
    for (const file of shown) this.#shown.add(file)
    return shown.length > 0
  }

  async build(): Promise<BuildResult> {
    const { content, output, drafts, putOff, authority, onProgress } = this.#options
    const stages = new Stages(onProgress)
    const shown = this.#shown
    this.#shown = new Set()
    const crew = new Crew(content)
    const reader = this.#readerOf(madeWith())
    try {
      const { units, outline, ...told } = await reader.read(crew, (stage, done, total) => stages.tell(stage, done, total))
      if (authority !== undefined && !told.loaded.archive.find('authority', authority))
        throw new UnknownAuthority(`Myndigheden "${authority}" findes ikke i ${content}.`)
      if (hasErrors(told.findings)) return { ...told, published: false, pages: 0, written: 0, removed: 0, stages: stages.end() }
      const archive = drafts ? told.loaded.archive : publishable(told.loaded.archive)
      const folder = new PublishFolder(output)
      await folder.prepare(() => stages.tell('venter på en anden bygning', 0, 1))
      try {
        const index = (below: string): Promise<void> => this.#index(archive, told.loaded.sources.tree.root, below, stages)
        const now = putOff ? {} : { search: index }
        const only = authority === undefined ? {} : { authority }
        const { memory, ...counts } = await this.#publish({
          archive,
          loaded: told.loaded,
          folder,
          stages,
          crew,
          drafts: drafts === true,
          shown,
          shownSince: this.#shown,
          ...now,
          ...only,
        })
        if (authority === undefined) removePart(folder.output)
        else writePart(folder.output, this.#made, { authority, units, files: siteFilesOf(memory), links: memory.links })
        shown.clear()
        this.#last = { archive, outline, tree: told.loaded.sources.tree }
        this.#unindexed = () => index(folder.output)
        return { ...told, published: true, ...counts, stages: stages.end() }
      } finally {
        await folder.discard()
      }
    } finally {
      for (const file of shown) this.#shown.add(file)
      await crew.end()
    }
  }

  /** Does what was put off; harmless where nothing was. */
  async finish(): Promise<void> {
    const index = this.#unindexed
    this.#unindexed = nothing
    // First what is quick: who ends the preview while the index is made finds the pages as they are the next time.
    this.#remember()
    if (this.#options.putOff) await index()
  }

  async #publish(around: Around): Promise<SiteBuilt> {
    const version = this.#options.anew ? undefined : `${this.#made}${this.#options.drafts ? ' kladder' : ''}`
    around.stages.tell(LOOKING, 0, 1)
    if (version !== undefined) tendCaches('site', this.#options.output)
    const styles = authorityStyles(around.archive.authorities)
    if (this.#assets?.styles !== styles) this.#assets = { styles, assets: await this.#assetsWith(styles, version !== undefined) }
    const file = path.join(cacheFolder('site', around.folder.output), 'pages')
    const build = new SiteBuild(around, this.#made, version, file, this.#assets.assets, this.#site)
    const { memory, ...counts } = await build.build()
    if (version === undefined) return { memory, ...counts }
    this.#site = memory
    this.#unwritten = () => rememberSite(file, version, memory)
    if (!this.#options.putOff) this.#remember()
    return { memory, ...counts }
  }

  /** Style and script, bundled, or as they were the last time. */
  async #assetsWith(styles: string, remembered: boolean): Promise<Assets> {
    if (!remembered) return bundleAssets(styles)
    const file = path.join(cacheFolder('site', this.#options.output), 'assets')
    const version = `${this.#made} ${styles}`
    const known = readCacheFile(file, version) as Assets | undefined
    if (known) return known
    const assets = await bundleAssets(styles)
    writeCacheFile(file, version, assets)
    return assets
  }

  #remember(): void {
    this.#unwritten()
    this.#unwritten = () => {}
  }

  /** Where no index is wanted, none is left of an earlier build: it may hold what has been taken back since. */
  async #index(archive: Archive, root: string, output: string, stages: Stages): Promise<void> {
    if (this.#options.noSearch) return removeSearchIndex(output)
    const tell = (done: number, total: number): void => stages.tell('skriver søgeindeks', done, total)
    tell(0, 1)
    const cache = this.#options.anew ? {} : { cache: cacheFolder('site', this.#options.output) }
    await writeSearchIndex({ archive, root, output, ...cache, onProgress: tell })
  }

  #readerOf(made: string): ContentReader {
    if (this.#reader && made === this.#made) return this.#reader
    const { content, authority, anew } = this.#options
    this.#made = made
    this.#assets = undefined
    this.#reader = new ContentReader(content, anew ? undefined : made, authority)
    return this.#reader
  }
}

async function nothing(): Promise<void> {}
