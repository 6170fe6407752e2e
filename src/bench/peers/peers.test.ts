import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loaded } from '../../archive/archive.ts'
import { loadArchive } from '../../archive/load.ts'
import { readContent } from '../../source/read.ts'
import { generateContent } from '../content/generate.ts'
import { SMALL } from '../content/size.ts'
import { countFiles } from '../printed.ts'
import { peerPages } from './pages.ts'
import { type Peer, setUpPeers } from './peers.ts'

let around: string
let loaded: Loaded
let peers: readonly Peer[]

beforeAll(async () => {
  around = mkdtempSync(path.join(os.tmpdir(), 'referatarkiv-peers-'))
  generateContent(path.join(around, 'content'), { ...SMALL, bodies: 3, meetings: 6 })
  loaded = loadArchive(readContent(path.join(around, 'content')))
  peers = await setUpPeers(path.join(around, 'peers'), peerPages(loaded), '')
  for (const peer of peers) await peer.build()
}, 120_000)

afterAll(() => rmSync(around, { recursive: true, force: true }))

test('each prints every meeting, punkt and case, with its words, and about as many pages as the others', () => {
  const { archive } = loaded
  const counts = peers.map(({ output }) => countFiles(output, '.html').files)
  expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.02)
  const open = archive.punkter.filter(({ closed }) => !closed)
  for (const { output } of peers) {
    const page = (address: string): string => readFileSync(path.join(output, address, 'index.html'), 'utf8')
    for (const { id, title, meeting } of open) {
      const [first = ''] = archive.punkt(id).sections.at(-1)?.text.split('\n') ?? []
      expect(page(id)).toContain(title)
      expect(page(id)).toContain(first)
      expect(page(meeting)).toContain(first)
    }
    for (const { sagsnummer, punkter } of archive.sager) {
      for (const id of punkter) expect(page(`sager/${sagsnummer.slug}`)).toContain(`href="/${id}/"`)
    }
  }
})
