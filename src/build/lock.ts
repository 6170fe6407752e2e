import { readFileSync } from 'node:fs'
import { open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A lock in which nothing stands, or one for taking locks away, was left by a process that was cut off, once it is this old (ms). */
const WRITTEN_BY_THEN = 5000

/** How long to wait before looking again (ms). */
const PATIENCE = 100

/** Locks that this process holds. */
const held = new Set<string>()

/** A file that lets one process at a time work on something; what a process left that was cut off is taken away by the next. */
export class Lock {
  readonly #file: string
  #held = false

  constructor(file: string) {
    this.#file = file
  }

  /** Waits until nobody holds the lock, and takes it; `onWait` is called once where there is somebody to wait for. */
  async take(onWait: () => void = () => {}): Promise<void> {
    for (let waited = false; !(await create(this.#file)); ) {
      if (await this.#takeAway()) continue
      if (!waited) onWait()
      waited = true
      await wait(PATIENCE)
    }
    held.add(this.#file)
    this.#held = true
  }

  /** Gives the lock back, where it was taken. */
  async release(): Promise<void> {
    if (!this.#held) return
    this.#held = false
    held.delete(this.#file)
    await rm(this.#file, { force: true })
  }

  /** Takes a lock away that nobody holds any more: one process at a time, so that none takes away what another has just taken. */
  async #takeAway(): Promise<boolean> {
    if (!(await this.#isLeft())) return false
    const guard = `${this.#file}-oprydning`
    if (!(await create(guard))) {
      if (await isOld(guard)) await rm(guard, { force: true })
      return false
    }
    try {
      if (await this.#isLeft()) await rm(this.#file, { force: true })
    } finally {
      await rm(guard, { force: true })
    }
    return true
  }

  async #isLeft(): Promise<boolean> {
    const [pid = '', since = ''] = (await readFile(this.#file, 'utf8').catch(() => '')).split(' ')
    if (pid === '') return isOld(this.#file)
    if (Number(pid) === process.pid) return !held.has(this.#file)
    return !isRunning(Number(pid)) || since !== startOf(Number(pid))
  }
}

/** Makes a file that tells of this process; false where there is one. */
async function create(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    try {
      await handle.writeFile(`${process.pid} ${startOf(process.pid)}`)
    } catch (error) {
      await rm(file, { force: true })
      throw error
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function isOld(file: string): Promise<boolean> {
  const info = await stat(file).catch(() => undefined)
  return info !== undefined && Date.now() - info.mtimeMs > WRITTEN_BY_THEN
}

/** True for a process that there is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * When a process began, in ticks since the machine did: another one may have its number by now. '' where the system does
 * not tell it that way (proc(5), field 22 of stat, after the name in parentheses, which may hold anything).
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
