import { once } from 'node:events'
import { statSync } from 'node:fs'
import path from 'node:path'
import chokidar from 'chokidar'

/** Files are still being written until they have been left alone this long (ms). */
const STILL = 40
/** How often it is looked whether the watched folders are still the same (ms). */
const AGAIN = 250

/** A watch over folders. */
export interface Watch {
  stop(): Promise<void>
}

/**
 * Watches folders: after files in them have changed and been still for a moment, `changed` is called with those files. What
 * changes after this has resolved is not missed. A folder that goes is watched again when it is back, as after a change of
 * branch.
 */
export async function watchPaths(paths: readonly string[], changed: (files: readonly string[]) => void): Promise<Watch> {
  const watcher = chokidar.watch([...paths], { ignoreInitial: true, ignored: (file: string) => path.basename(file).startsWith('.') })
  let timer: NodeJS.Timeout | undefined
  const since = new Set<string>()
  const note = (file: string): void => {
    since.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const files = [...since]
      since.clear()
      changed(files)
    }, STILL)
  }
  watcher.on('all', (_event, file) => note(file))
  // The watch is of the folder that was there: it does not tell reliably that this one went, nor that another came.
  const standing = new Map(paths.map((folder) => [folder, inodeOf(folder)]))
  const looking = setInterval(() => {
    for (const [folder, before] of standing) {
      const now = inodeOf(folder)
      if (now === before) continue
      standing.set(folder, now)
      note(folder)
      if (now === undefined) continue
      watcher.unwatch(folder)
      watcher.add(folder)
    }
  }, AGAIN)
  await once(watcher, 'ready')
  return {
    async stop() {
      clearTimeout(timer)
      clearInterval(looking)
      await watcher.close()
    },
  }
}

function inodeOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino
}
