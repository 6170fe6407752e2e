import { workerData } from 'node:worker_threads'
import type { PreviewOrder, PreviewThread, PreviewWord } from './preview.ts'
import { servePreview } from './server.ts'
import { watchPaths } from './watch.ts'

/** The thread of a preview: serves the pages and watches the folders, however busy the thread is that makes the pages. */
const { places, line } = workerData as PreviewThread
const say = (word: PreviewWord): void => line.postMessage(word)

try {
  const server = await servePreview(places.folder, places.port)
  const watch = await watchPaths(places.watched, (saved) => say({ saved }))
  line.on('message', (order: PreviewOrder) => {
    if (order === 'close') void close()
    else if (order === 'reload') server.reload()
    else server.show(order.overlay)
  })
  const close = async (): Promise<void> => {
    await watch.stop()
    await server.close()
    line.close()
  }
  say({ url: server.url })
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  say({ failed: { code, message } })
  line.close()
}
