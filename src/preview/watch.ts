import chokidar from 'chokidar'

/**
 * Calls `changed` after files below `paths` have changed and been still for a moment; never twice at once,
 * and once more where something changed in the meantime. Gives a function that stops the watch.
 */
export function watchPaths(paths: readonly string[], changed: () => Promise<void>): () => Promise<void> {
  const watcher = chokidar.watch([...paths], { ignoreInitial: true, ignored: /(^|[/\\])\../ })
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
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
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), 40)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
