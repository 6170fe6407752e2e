import { once } from 'node:events'
import path from 'node:path'
import chokidar from 'chokidar'

/** A watch over folders, with the work that follows a change. */
export interface Watch {
  /** Does the work now. */
  run(): Promise<void>
  stop(): Promise<void>
}

/**
 * Watches folders: after files in them have changed and been still for a moment, `seen` is called at once with those
 * files, and `changed` when it has come to an end where it is at work: never twice at once, and once more where something
 * changed in the meantime. What changes after this has resolved is not missed.
 */
export async function watchPaths(
  paths: readonly string[],
  seen: (files: readonly string[]) => void,
  changed: () => Promise<void>,
): Promise<Watch> {
  const watcher = chokidar.watch([...paths], { ignoreInitial: true, ignored: (file: string) => path.basename(file).startsWith('.') })
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  const since = new Set<string>()
  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      await changed()
    } while (again)
    running = false
  }
  watcher.on('all', (_event, file) => {
    since.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const files = [...since]
      since.clear()
      seen(files)
      void run()
    }, 40)
  })
  await once(watcher, 'ready')
  return {
    run,
    async stop() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
