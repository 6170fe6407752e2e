import { once } from 'node:events'
import path from 'node:path'
import chokidar from 'chokidar'

/** Files are still being written until they have been left alone this long (ms). */
const STILL = 40

/** A watch over folders. */
export interface Watch {
  stop(): Promise<void>
}

/**
 * Watches folders: after files in them have changed and been still for a moment, `changed` is called with those files. What
 * changes after this has resolved is not missed.
 */
export async function watchPaths(paths: readonly string[], changed: (files: readonly string[]) => void): Promise<Watch> {
  const watcher = chokidar.watch([...paths], { ignoreInitial: true, ignored: (file: string) => path.basename(file).startsWith('.') })
  let timer: NodeJS.Timeout | undefined
  const since = new Set<string>()
  watcher.on('all', (_event, file) => {
    since.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const files = [...since]
      since.clear()
      changed(files)
    }, STILL)
  })
  await once(watcher, 'ready')
  return {
    async stop() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
