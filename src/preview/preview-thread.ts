import { parentPort, workerData } from 'node:worker_threads'
import type { PreviewOrder, PreviewThread } from './preview.ts'
import { servePreview } from './server.ts'
import { watchPaths } from './watch.ts'

/** The thread of a preview: serves the pages and watches the folders, however busy the thread is that makes the pages. */
const { places, line } = workerData as PreviewThread
const server = await servePreview(places.folder, places.port)
const watch = await watchPaths(places.watched, (saved) => line.postMessage(saved))
line.on('message', (order: PreviewOrder) => {
  if (order === 'close') void close()
  else if (order === 'reload') server.reload()
  else server.show(order.overlay)
})
parentPort?.postMessage(server.url)

async function close(): Promise<void> {
  await watch.stop()
  await server.close()
  line.close()
}
