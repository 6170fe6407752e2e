import { createServer } from 'node:http'
import sirv from 'sirv'

/** A plain file host as a municipality would use one: files, nothing else, below a path of its own. */
export interface StaticHost {
  /** Address of the archive's front page, with a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

/** Serves a folder below `/arkiv/`, so that a link that forgets the path is found out. */
export async function hostFolder(folder: string): Promise<StaticHost> {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404).end()
    }
    if (!request.url?.startsWith('/arkiv/')) {
      notFound()
      return
    }
    request.url = request.url.slice('/arkiv'.length)
    files(request, response, notFound)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/arkiv/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
