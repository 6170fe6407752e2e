import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Thrown where the output folder is not one that a build may replace: a usage error. */
export class OutputRefused extends Error {}

/**
 * A folder beside the output in which a build is made, and that takes the output's place in one move when all is well.
 * Until then visitors see the old one; a build that fails leaves nothing behind.
 */
export class PublishFolder {
  readonly output: string
  readonly #parent: string
  readonly #prefix: string
  readonly building: string

  constructor(output: string) {
    this.output = path.resolve(output)
    this.#parent = path.dirname(this.output)
    this.#prefix = `.${path.basename(this.output)}-`
    this.building = path.join(this.#parent, `${this.#prefix}${process.pid}`)
  }

  /**
   * Makes the building folder, and clears away what builds that were cut off have left.
   * @throws OutputRefused where the output folder holds something that is no earlier build
   */
  async prepare(): Promise<void> {
    await this.#refuseForeign()
    await mkdir(this.#parent, { recursive: true })
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

  /** Takes the unfinished build away. */
  async discard(): Promise<void> {
    await rm(this.building, { recursive: true, force: true })
  }

  async #refuseForeign(): Promise<void> {
    const entries = await readdir(this.output).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw new OutputRefused(`${this.output} er ikke en mappe.`)
    })
    if (entries.length === 0) return
    await access(path.join(this.output, 'index.html')).catch(() => {
      throw new OutputRefused(`${this.output} indeholder andet end et arkiv. Vælg en tom mappe med --output.`)
    })
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
