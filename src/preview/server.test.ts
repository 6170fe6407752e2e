import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findingsOverlay } from './overlay.ts'
import { type PreviewServer, servePreview } from './server.ts'

let around: string
let server: PreviewServer

beforeEach(async () => {
  around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-'))
  await mkdir(path.join(around, 'site/a'), { recursive: true })
  await writeFile(path.join(around, 'hemmelig.html'), 'hemmelig')
  await writeFile(path.join(around, 'site/index.html'), '<html><body><h1>Forside</h1></body></html>')
  await writeFile(path.join(around, 'site/404.html'), '<html><body><h1>Findes ikke</h1></body></html>')
  await writeFile(path.join(around, 'site/a/plan.pdf'), '%PDF')
  server = await servePreview(path.join(around, 'site'), 0)
})

afterEach(async () => {
  await server.close()
  await rm(around, { recursive: true, force: true })
})

async function get(address: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(address, server.url))
  return { status: response.status, text: await response.text() }
}

const ERROR = {
  file: 'a/01-x.md',
  line: 3,
  column: 1,
  endColumn: 4,
  severity: 'error',
  rule: 'felt-ukendt',
  message: 'Feltet "<b>" kendes ikke.',
  hint: 'Slet det.',
} as const

test('serves pages and files on this machine alone', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect(await get('/')).toMatchObject({ status: 200, text: expect.stringContaining('Forside') })
  expect(await get('/a/plan.pdf')).toEqual({ status: 200, text: '%PDF' })
  expect(await get('/findes-ikke/')).toMatchObject({ status: 404, text: expect.stringContaining('Findes ikke') })
})

test.each(['/../hemmelig.html', '/%2e%2e/hemmelig.html', '/..%2fhemmelig.html', '/a/%00.html', '/%E0%A4%A.html'])(
  'gives nothing from outside the folder for %s',
  async (address) => {
    const response = await new Promise<string>((resolve, reject) => {
      // fetch would tidy the address before it is sent.
      import('node:http').then(({ get: request }) => {
        const { hostname, port } = new URL(server.url)
        request({ hostname, port, path: address }, (answer) => {
          let text = ''
          answer.on('data', (part) => {
            text += part
          })
          answer.on('end', () => resolve(text))
        }).on('error', reject)
      }, reject)
    })
    expect(response).not.toContain('hemmelig')
  },
)

test('lays the errors over the page, tells open pages to load again, and takes them away when mended', async () => {
  const events = await fetch(new URL('/__forhaandsvisning', server.url))
  const reader = (events.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  server.show(findingsOverlay([ERROR]))
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('data:')
  const { text } = await get('/')
  expect(text).toContain('a/01-x.md:3')
  expect(text).toContain('Feltet &quot;&lt;b&gt;&quot; kendes ikke.')
  server.show(findingsOverlay([{ ...ERROR, severity: 'warning' }]))
  expect((await get('/')).text).not.toContain('a/01-x.md')
  await reader.cancel()
})
