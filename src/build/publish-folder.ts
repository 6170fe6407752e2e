import { mkdirSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../findings/refusal.ts'
import { PART_FILE } from './part.ts'

/** What tells that a folder holds a build: an archive's front page, or the file of a part. */
const MARKS = ['index.html', PART_FILE]

/** Locks that this process holds. */
const held = new Set<string>()

/** Thrown where the output folder is not one that a build may replace: a usage error. */
export class OutputRefused extends Refusal {}

/**
 * A folder beside the output in which a build is made, and that takes the output's place in one move when all is well, or
 * whose files do where only some have changed. Until then visitors see the old site; a build that fails leaves nothing
 * behind. One build works on an output at a time; another waits for it.
 */
export class PublishFolder {
  readonly output: string
  readonly #parent: string
  readonly #prefix: string
  readonly #lock: string
  readonly building: string
  #held = false

  constructor(output: string) {
    this.output = path.resolve(output)
    this.#parent = path.dirname(this.output)
    this.#prefix = `.${path.basename(this.output)}-`
    this.building = path.join(this.#parent, `${this.#prefix}${process.pid}`)
    this.#lock = path.join(this.#parent, `${this.#prefix}lock`)
  }

  /**
   * Waits for other builds of the output, makes the building folder, and clears away what builds that were cut off have
   * left. `onWait` is called where there is another build to wait for.
   * @throws OutputRefused where the output folder holds something that is no earlier build
   */
  async prepare(onWait: () => void = () => {}): Promise<void> {
    await this.#refuseForeign()
    await mkdir(this.#parent, { recursive: true })
    await this.#take(onWait)
    for (const name of await readdir(this.#parent)) {
      const pid = name.startsWith(this.#prefix) ? /^(\d+)(?:-old)?$/.exec(name.slice(this.#prefix.length))?.[1] : undefined
      if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
        await rm(path.join(this.#parent, name), { recursive: true, force: true })
    }
    await mkdir(this.building, { recursive: true })
  }

  /** Puts the new build in the output's place. */
  async publish(): Promise<void> {
    const old = `${this.building}-old`
    const replaced = await rename(this.output, old).then(
      () => true,
      () => false,
    )
    try {
      await rename(this.building, this.output)
    } catch (cause) {
      if (replaced) await rename(old, this.output)
      throw cause
    }
    await rm(old, { recursive: true, force: true })
  }

  /** Puts single files of the build in the output, each in one move, and takes others away, with the folders that they leave empty. */
  async publishFiles(changed: readonly string[], gone: readonly string[]): Promise<void> {
    for (const file of changed) {
      const target = path.join(this.output, file)
      mkdirSync(path.dirname(target), { recursive: true })
      await rename(path.join(this.building, file), target)
    }
    for (const file of gone) {
      rmSync(path.join(this.output, file), { force: true })
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
    if (!this.#held) return
    this.#held = false
    held.delete(this.#lock)
    await rm(this.#lock, { force: true })
  }

  async #take(onWait: () => void): Promise<void> {
    for (let waited = false; ; waited = true) {
      try {
        const lock = await open(this.#lock, 'wx')
        await lock.writeFile(String(process.pid))
        await lock.close()
        held.add(this.#lock)
        this.#held = true
        return
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = Number(await readFile(this.#lock, 'utf8').catch(() => '0'))
      // A lock without a number is being written; one whose process is gone was left by a build that was cut off.
      if (holder > 0 && !(holder === process.pid ? held.has(this.#lock) : isRunning(holder))) await rm(this.#lock, { force: true })
      else {
        if (!waited) onWait()
        await wait(100)
      }
    }
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
