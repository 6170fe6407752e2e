import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { contentTree } from '../source/content-tree.ts'
import { filesBelow } from '../testing/folder-files.ts'
import { LARGE_MEETINGS, LARGE_PUNKTER, largeContent, punktFile } from '../testing/large-archive.ts'
import { DIRECTORY_FILE, type Directory, META_FILE } from './directory.ts'
import { type SearchIndexing, writeSearchIndex } from './write-index.ts'

const CHANGED = 'by/kb/2026-08-05/7-punkt.md'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'))
})
afterEach(() => rm(folder, { recursive: true }))

function indexed(files: Record<string, string>, output: string, cache?: string, more: Partial<SearchIndexing> = {}) {
  const archive = publishable(loadArchive(contentTree(files)).archive)
  return writeSearchIndex({
    archive,
    root: folder,
    output: path.join(folder, output),
    ...(cache && { cache: path.join(folder, cache) }),
    ...more,
  })
}

describe('the index of an archive in shards', () => {
  test('is the same bytes from a cache as without, and only what changed is made anew', async () => {
    const files = largeContent()
    const first = await indexed(files, 'site', 'cache')
    expect(first.shards).toBeGreaterThan(4)
    expect(first.reused).toBe(0)
    expect(await indexed(files, 'site', 'cache')).toEqual({ shards: first.shards, reused: first.shards })
    const changed = { ...files, [CHANGED]: punktFile('Sag 7 om broer', 'Broen får et rækværk.') }
    expect(await indexed(changed, 'site', 'cache')).toEqual({ shards: first.shards, reused: first.shards - 1 })
    await indexed(changed, 'cold')
    expect(filesBelow(path.join(folder, 'site'))).toEqual(filesBelow(path.join(folder, 'cold')))
    await indexed(changed, 'fresh', 'cache')
    expect(filesBelow(path.join(folder, 'fresh'))).toEqual(filesBelow(path.join(folder, 'cold')))
  })

  test('is the same bytes by several processes, two builds at once', async () => {
    const files = largeContent()
    await indexed(files, 'one', undefined, { processes: 1 })
    const both = [indexed(files, 'two', 'cache', { processes: 2 }), indexed(files, 'three', 'cache', { processes: 2 })]
    await Promise.all(both)
    expect(filesBelow(path.join(folder, 'two'))).toEqual(filesBelow(path.join(folder, 'one')))
    expect(filesBelow(path.join(folder, 'three'))).toEqual(filesBelow(path.join(folder, 'one')))
  })

  test('notices what is broken in the cache or missing in the site', async () => {
    const files = largeContent()
    await indexed(files, 'whole', 'cache')
    const whole = filesBelow(path.join(folder, 'whole'))
    const cache = path.join(folder, 'cache', 'soegning')
    for (const [at, name] of (await readdir(cache)).entries()) {
      const file = path.join(cache, name)
      if (at % 3 === 0) await truncate(file, 40)
      else if (at % 3 === 1) await appendFile(file, 'x')
      else await rm(file)
    }
    await indexed(files, 'mended', 'cache')
    expect(filesBelow(path.join(folder, 'mended'))).toEqual(whole)
    const [shard = ''] = await readdir(path.join(folder, 'mended', 'pagefind'))
    await rm(path.join(folder, 'mended', 'pagefind', shard, META_FILE))
    await indexed(files, 'mended', 'cache')
    expect(filesBelow(path.join(folder, 'mended'))).toEqual(whole)
    await truncate(path.join(folder, 'mended', 'pagefind', shard, META_FILE), 40)
    await writeFile(path.join(folder, 'mended', 'pagefind', 'left-over'), '')
    await indexed(files, 'mended', 'cache')
    expect(filesBelow(path.join(folder, 'mended'))).toEqual(whole)
  })
})

test('what is closed reaches neither the index nor the cache', async () => {
  const files = {
    ...largeContent(),
    'by/kb/2026-08-05/1-punkt.md':
      '---\ntitel: Køb af grund\nadgang: lukket\n---\n\n## Sagsfremstilling\n\nFortroligt om prisen.\n\n## Åben beslutning\n\nUdsat.\n',
    'by/kb/2026-08-05/2-punkt.md': '---\ntitel: Uden adgang\n---\n\n## Sagsfremstilling\n\nFortroligt om naboen.\n',
  }
  await indexed(files, 'site', 'cache')
  const { gunzipSync } = await import('node:zlib')
  for (const [, latin1] of [...filesBelow(path.join(folder, 'site')), ...filesBelow(path.join(folder, 'cache'))]) {
    const bytes = Buffer.from(latin1, 'latin1')
    const streams = [...gzipStarts(bytes)].map((start) => {
      try {
        return gunzipSync(bytes.subarray(start)).toString()
      } catch {
        return ''
      }
    })
    expect([bytes.toString(), ...streams].join('\n').toLowerCase()).not.toContain('fortroligt')
  }
})

function* gzipStarts(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf('\x1f\x8b', 0, 'latin1'); at >= 0; at = bytes.indexOf('\x1f\x8b', at + 1, 'latin1')) yield at
}

test('an output that cannot be written is an error and not a wait without end', async () => {
  await writeFile(path.join(folder, 'a-file'), '')
  const few = Object.fromEntries(Object.entries(largeContent()).filter(([file]) => !/\/\d\d-punkt/.test(file)))
  await expect(indexed(few, 'a-file/below')).rejects.toThrow('ENOTDIR')
})

test('the directory tells which months and bodies a shard has, newest first', async () => {
  await indexed(largeContent(), 'site')
  const directory = JSON.parse(await readFile(path.join(folder, 'site', 'pagefind', DIRECTORY_FILE), 'utf8')) as Directory
  const months = directory.shards.flatMap((shard) => shard.months)
  expect(months).toEqual([...new Set(LARGE_MEETINGS.map((date) => date.slice(0, 7)))].sort().reverse())
  expect(directory.shards.reduce((sum, { punkter }) => sum + punkter, 0)).toBe(LARGE_MEETINGS.length * LARGE_PUNKTER)
  expect(directory.facets.udvalg).toEqual([{ id: 'by/kb', label: 'Kommunalbestyrelsen' }])
})
