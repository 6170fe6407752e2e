import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSearchIndex, SearchIndexError } from './index.ts'
import type { SearchRecord } from './record.ts'

const records = Array.from(
  { length: 30 },
  (_, number): SearchRecord => ({
    url: `/by/kb/2025-09-30/punkt-${number}/`,
    html: `<p>Punkt nummer ${number} handler om "cykelstier" & <b>broer</b>.</p>`,
    filters: {
      myndighed: ['by By'],
      udvalg: ['by/kb Kommunalbestyrelsen & "rådet"'],
      aar: ['2025'],
      beslutning: ['approved Godkendt'],
      fulgt: ['fulgt Indstillingen fulgt'],
      emne: ['05 Veje'],
      maaned: ['2025-09'],
    },
    decision: number % 2 === 0 ? `<p>Godkendt med bemærkning ${number}.</p>` : '',
    sort: { dato: `2025-09-30 ${number}` },
    meta: {
      title: `Sti <${number}>`,
      nummer: String(number),
      udvalg: 'Kommunalbestyrelsen',
      myndighed: 'By',
      dato: '2025-09-30',
      dag: 'tirsdag',
      udfald: 'Godkendt',
      tegn: 'dag20250930',
    },
  }),
)

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function indexInto(name: string): Promise<Map<string, string>> {
  const output = path.join(folder, name)
  const index = await createSearchIndex()
  try {
    for (const record of records) await index.add(record)
    expect(await index.write(output)).toEqual({ pages: records.length })
  } finally {
    await index.close()
  }
  const files = (await readdir(output, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const contents = files.map(async (entry): Promise<[string, string]> => {
    const file = path.join(entry.parentPath, entry.name)
    return [path.relative(output, file), (await readFile(file)).toString('base64')]
  })
  return new Map((await Promise.all(contents)).sort())
}

test('the same records give the same bytes, in the folder that the search page asks', async () => {
  const first = await indexInto('first')
  expect(await indexInto('second')).toEqual(first)
  expect([...first.keys()]).toEqual(
    expect.arrayContaining([path.join('pagefind', 'pagefind.js'), path.join('pagefind', 'pagefind-entry.json')]),
  )
})

test('an output that cannot be written is an error and not a wait without end', async () => {
  await writeFile(path.join(folder, 'a-file'), '')
  const index = await createSearchIndex()
  try {
    await expect(index.write(path.join(folder, 'a-file', 'below'))).rejects.toThrow('ENOTDIR')
  } finally {
    await index.close()
  }
})

test('what Pagefind cannot do is reported with its reason', async () => {
  const index = await createSearchIndex()
  await index.close()
  await expect(index.write(folder)).rejects.toThrow(SearchIndexError)
})
