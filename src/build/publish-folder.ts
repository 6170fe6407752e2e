import { mkdirSync, realpathSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '../findings/refusal.ts'
import { isRunning, Lock } from './lock.ts'
import { PART_FILE } from './part.ts'

/** What tells that a folder holds a build: an archive's front page, or the file of a part. */
const MARKS = ['index.html', PART_FILE]

/** Thrown where the output folder is not one that a build may replace: a usage error. */
export class OutputRefused extends Refusal {}

/**
 * A folder beside the output in which a build is made, and that takes the output's place in one move when all is well, or
 * whose files do where only some have changed. Until then visitors see the old site; a build that fails leaves nothing
 * behind. One build works on an output at a time; another waits for it.
 */
export class PublishFolder {
  readonly output: string
  /** Where the output is, if it is a symbolic link: the link stays. */
  readonly #place: string
  readonly #parent: string
  readonly #prefix: string
  readonly #lock: Lock
  readonly building: string

  constructor(output: string) {
    this.output = path.resolve(output)
    this.#place = placeOf(this.output)
    this.#parent = path.dirname(this.#place)
    this.#prefix = `.${path.basename(this.#place)}-`
    this.building = path.join(this.#parent, `${this.#prefix}${process.pid}`)
    this.#lock = new Lock(path.join(this.#parent, `${this.#prefix}lock`))
  }

  /**
   * Waits for other builds of the output, makes the building folder, and clears away what builds that were cut off have
   * left. `onWait` is called where there is another build to wait for.
   * @throws OutputRefused where the output folder holds something that is no earlier build
   */
  async prepare(onWait: () => void = () => {}): Promise<void> {
    await this.#refuseForeign()
    await mkdir(this.#parent, { recursive: true })
    await this.#lock.take(onWait)
    try {
      await this.#clear()
      await mkdir(this.building, { recursive: true })
    } catch (error) {
      await this.#lock.release()
      throw error
    }
  }

  /** Takes away what builds that were cut off have left. */
  async #clear(): Promise<void> {
    for (const name of await readdir(this.#parent)) {
      const pid = name.startsWith(this.#prefix) ? /^(\d+)(?:-old)?$/.exec(name.slice(this.#prefix.length))?.[1] : undefined
      if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
        await rm(path.join(this.#parent, name), { recursive: true, force: true })
    }
  }

  /** Puts the new build in the output's place. */
  async publish(): Promise<void> {
    const old = `${this.building}-old`
    const replaced = await rename(this.#place, old).then(
      () => true,
      () => false,
    )
    try {
      await rename(this.building, this.#place)
    } catch (cause) {
      if (replaced) await rename(old, this.#place)
      throw cause
    }
    await rm(old, { recursive: true, force: true })
  }

  /** Puts single files of the build in the output, each in one move, and takes others away, with the folders that they leave empty. */
  async publishFiles(changed: readonly string[], gone: readonly string[]): Promise<void> {
    const first = inTheWay(changed, gone)
    await this.#takeAway(first)
    for (const file of changed) {
      const target = path.join(this.output, file)
      mkdirSync(path.dirname(target), { recursive: true })
      await rename(path.join(this.building, file), target)
    }
    await this.#takeAway(gone.filter((file) => !first.includes(file)))
  }

  async #takeAway(files: readonly string[]): Promise<void> {
    for (const file of files) {
      await rm(path.join(this.output, file), { force: true })
      for (let folder = path.dirname(file); folder !== '/'; folder = path.dirname(folder)) {
        const emptied = await rmdir(path.join(this.output, folder)).then(
          () => true,
          () => false,
        )
        if (!emptied) break
      }
    }
  }

  /** Takes the unfinished build away, and lets the next one in. */
  async discard(): Promise<void> {
    await rm(this.building, { recursive: true, force: true })
    await this.#lock.release()
  }

  async #refuseForeign(): Promise<void> {
    const entries = await readdir(this.output).catch((error: NodeJS.ErrnoException): string[] => {
      if (error.code === 'ENOENT') return []
      throw new OutputRefused(`${this.output} er ikke en mappe.`)
    })
    if (entries.length === 0) return
    if (MARKS.some((name) => entries.includes(name))) return
    throw new OutputRefused(`${this.output} indeholder andet end et arkiv. Vælg en tom mappe med --output.`)
  }
}

function placeOf(output: string): string {
  try {
    return realpathSync(output)
  } catch {
    return output
  }
}

/** Files to take away that stand where others need a folder, or lie in a folder that stands where another file goes. */
function inTheWay(changed: readonly string[], gone: readonly string[]): string[] {
  const files = new Set(changed)
  const folders = new Set(changed.flatMap(foldersOf))
  return gone.filter((file) => folders.has(file) || foldersOf(file).some((folder) => files.has(folder)))
}

function foldersOf(file: string): string[] {
  const folders: string[] = []
  for (let folder = path.posix.dirname(file); folder !== '/'; folder = path.posix.dirname(folder)) folders.push(folder)
  return folders
}
