import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Archive, Loaded } from '../archive/archive.ts'
import { APART, Fingerprints } from '../archive/fingerprints.ts'
import type { Assets } from '../eleventy/assets.ts'
import { eleventyData, rendererOf } from '../eleventy/plugin.ts'
import { Ledger } from '../memory/ledger.ts'
import { TextNumbers } from '../memory/text-numbers.ts'
import type { PageTask } from '../publish/page-task.ts'
import { pageTasks } from '../publish/views.ts'
import { type Copy, copiesOf } from './copies.ts'
import type { Crew } from './crew.ts'
import { printOwnPages } from './eleventy-pages.ts'
import { countPages, faultsOfSite, type OutputFault } from './output-check.ts'
import { Press, PrintedNumbers, type PrintedPages, type SiteFile } from './press.ts'
import type { PublishFolder } from './publish-folder.ts'
import { beginTurn, type FileLook, filesOf, lookOfFile, recallSite, type SiteMemory } from './site-memory.ts'
import type { Stages } from './stages.ts'
import { type Printing, printTasks, type TaskPrinted } from './thread-work.ts'

/** Looking for what has changed, as it is told. */
export const LOOKING = 'ser efter ændringer'

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

/** What a build of a site works with. */
export interface Around {
  readonly drafts: boolean
  readonly archive: Archive
  readonly loaded: Loaded
  readonly folder: PublishFolder
  readonly stages: Stages
  readonly crew: Crew
  /** Files of the output that must be printed again, whatever is remembered of them. */
  readonly shown: ReadonlySet<string>
  /** Files of the output that were written by others since this build began, and are newer than what it prints. */
  readonly shownSince: ReadonlySet<string>
  /** The only authority whose pages are printed, without those that authorities share. */
  readonly authority?: string
  /** Writes the search index below a folder, or takes it away; absent where that is put off. */
  readonly search?: (output: string) => Promise<void>
}

/** What a build comes to. */
export interface SiteBuilt {
  readonly memory: SiteMemory
  readonly pages: number
  readonly written: number
  readonly removed: number
}

/** One build of a site: prints what has changed, checks the whole, and publishes it. */
export class SiteBuild {
  readonly #around: Around
  readonly #assets: Assets
  readonly #made: string
  readonly #memoryFile: string
  readonly #before: SiteMemory | undefined
  readonly #ledger: Ledger<readonly SiteFile[]>
  /** Names of the work that must be done again; undefined where each must be looked at. */
  readonly #again: ReadonlySet<string> | undefined
  readonly #fingerprints: Fingerprints
  readonly #numbers: PrintedNumbers
  readonly #faults: OutputFault[] = []
  readonly #written: string[] = []

  constructor(
    around: Around,
    made: string,
    version: string | undefined,
    memoryFile: string,
    assets: Assets,
    known: SiteMemory | undefined,
  ) {
    this.#around = around
    this.#assets = assets
    this.#made = made
    this.#memoryFile = memoryFile
    this.#before = version === undefined ? undefined : recallSite(this.#memoryFile, version, around.folder.output, known)
    const { archive, authority, shown } = around
    const fingerprints = Fingerprints.of(archive)
    this.#fingerprints = fingerprints
    const together = { look: fingerprints.of([fingerprints.facts, assets.urls, authority]), but: APART }
    this.#ledger = new Ledger((kind, id) => fingerprints.part(kind, id), this.#before?.pages, together)
    this.#again = this.#ledger.recallAll((files) => !files.some((file) => shown.has(file.path)))
    this.#numbers = new PrintedNumbers(this.#ledger.parts, new TextNumbers(this.#before?.links))
  }

  async build(): Promise<SiteBuilt> {
    const { archive, folder, drafts, loaded, authority } = this.#around
    const assets = this.#assets
    const folders = { building: folder.building, ...(this.#before && { published: folder.output }) }
    const press = new Press(archive, rendererOf(archive, assets.urls, this.#made), folders, this.#numbers)
    await this.#printArchive(press, { folders, assets: assets.urls, drafts, made: this.#made })
    if (authority === undefined) await this.#printOwn(press, assets)
    const copies = this.#copy(press, copiesOf(archive, loaded.sources.tree, authority))
    const made = { pages: this.#ledger.data(), copies, links: this.#numbers.links.texts }
    const all = new Set(filesOf(made))
    this.#check(made, all)
    const gone = this.#before ? [...filesOf(this.#before)].filter((file) => !all.has(file)) : []
    const turn = await this.#publish(gone)
    const looks = this.#looksOf(all)
    const counts = { pages: countPages(all), written: this.#written.length, removed: gone.length }
    return { memory: { ...made, looks, turn }, ...counts }
  }

  async #printArchive(press: Press, printing: Printing): Promise<void> {
    const { archive, stages, crew, authority, shown } = this.#around
    stages.tell(LOOKING, 0, 1)
    const everyPage = this.#fingerprints.of([archive.site, archive.authorities, printing.assets])
    const tasks: PageTask[] = []
    const givens = new Map<number, string>()
    let left = this.#again?.size ?? Number.POSITIVE_INFINITY
    for (const task of left === 0 ? [] : pageTasks(archive)) {
      const number = tasks.length
      tasks.push(task)
      if (number % TASKS_AT_ONCE === 0) stages.tell(LOOKING, 0, 1)
      if (authority !== undefined && task.authority !== authority) continue
      if (this.#again && !this.#again.has(task.id)) continue
      const given = `${everyPage} ${this.#fingerprints.of(task.given)}`
      const files = this.#ledger.recall(task.id, given)
      if (files === undefined || files.some((file) => shown.has(file.path))) givens.set(number, given)
      // What runs across meetings comes last, and need not be gathered where none of it is printed.
      left -= 1
      if (left === 0) break
    }
    stages.tell('skriver sider', 0, givens.size)
    const own = (numbers: readonly number[]): TaskPrinted[] => printTasks(press, tasks, numbers)
    await crew.print(printing, [...givens.keys()], this.#numbers, own, (printed, done) => {
      for (const { task, reads, ...pages } of printed) this.#note(tasks[task]?.id ?? '', givens.get(task) ?? '', reads, pages)
      stages.tell('skriver sider', done, givens.size)
    })
  }

  /** Eleventy's pages, style and script. */
  async #printOwn(press: Press, assets: Assets): Promise<void> {
    if (this.#again && !this.#again.has(OWN)) return
    const { archive } = this.#around
    const given = this.#fingerprints.of([archive.site, assets.urls, eleventyData(archive)])
    if (this.#ledger.recall(OWN, given)) return
    const pages = (await printOwnPages(archive, assets)).map(({ file, html }) => press.take(file, html))
    const styles = assets.files.map(({ url, contents }) => press.take(url, contents))
    this.#note(OWN, given, [], joined([...pages, ...styles]))
  }

  #note(id: string, given: string, reads: Iterable<number>, { files, written, faults }: PrintedPages): void {
    this.#ledger.note(id, given, reads, files)
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

  #check({ pages, links }: Pick<SiteMemory, 'pages' | 'links'>, all: ReadonlySet<string>): void {
    const { folder, stages, authority } = this.#around
    stages.tell('ser efter', 0, 1)
    const written = new Set(this.#written)
    const read = (file: string): string => readFileSync(path.join(written.has(file) ? folder.building : folder.output, file), 'utf8')
    const files = [...pages.entries.values()].flatMap(({ result }) => result)
    const faults = [
      ...this.#faults,
      ...faultsOfSite(files, links, { all, read, ...(authority !== undefined && { below: `/${authority}/` }) }),
    ]
    if (faults.length > 0) throw new OutputFaulty(faults)
  }

  /** How the published files look on the disk: those that are as they were look as they did. */
  #looksOf(all: ReadonlySet<string>): Map<string, FileLook> {
    const { folder, shown, shownSince } = this.#around
    const anew = new Set([...this.#written, ...shown])
    const looks = new Map<string, FileLook>()
    for (const file of all) {
      if (shownSince.has(file)) continue
      const look = (anew.has(file) ? undefined : this.#before?.looks.get(file)) ?? lookOfFile(path.join(folder.output, file))
      if (look) looks.set(file, look)
    }
    return looks
  }

  /** Puts the new in place. The index takes only what is new in it, and what leads to it last. */
  async #publish(gone: readonly string[]): Promise<string> {
    const { stages, folder, search, shownSince } = this.#around
    if (search) await search(this.#before ? folder.output : folder.building)
    stages.tell('udgiver', 0, 1)
    const turn = beginTurn(this.#memoryFile)
    const written = this.#written.filter((file) => !shownSince.has(file))
    if (this.#before) await folder.publishFiles(written, gone)
    else await folder.publish()
    return turn
  }
}

/** Tasks that are looked at before it is told that the build is still at it. */
const TASKS_AT_ONCE = 100

/** Name of the work on the pages that are not made from meetings. */
const OWN = 'own'

function joined(all: readonly PrintedPages[]): PrintedPages {
  return {
    files: all.flatMap(({ files }) => files),
    written: all.flatMap(({ written }) => written),
    faults: all.flatMap(({ faults }) => faults),
  }
}
