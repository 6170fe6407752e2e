import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compareDanish } from '../referat/collation.ts'
import { DIRECTORY_FILE, type Directory, INDEX_FOLDER, type ShardEntry, type WordGroup } from './directory.ts'
import type { FacetValue } from './facets.ts'
import { SearchIndexError } from './pagefind-index.ts'

/** True for a site that was built with a search index. */
export function hasSearchIndex(folder: string): boolean {
  return existsSync(path.join(folder, INDEX_FOLDER, DIRECTORY_FILE))
}

/**
 * Joins the search indexes of sites into one: `folders` are the sites, `output` the one that takes in their shards. The
 * shards are as they were; only the file that leads to them is new.
 * @throws SearchIndexError where the indexes were made by different versions, and cannot be read by one page
 */
export async function joinIndexes(folders: readonly string[], output: string): Promise<void> {
  const target = path.join(output, INDEX_FOLDER)
  const directories: Directory[] = []
  await mkdir(target, { recursive: true })
  for (const folder of folders) {
    const from = path.join(folder, INDEX_FOLDER)
    directories.push(JSON.parse(await readFile(path.join(from, DIRECTORY_FILE), 'utf8')) as Directory)
    for (const name of await readdir(from))
      if (name !== DIRECTORY_FILE) await cp(path.join(from, name), path.join(target, name), { recursive: true })
  }
  await writeFile(path.join(target, DIRECTORY_FILE), JSON.stringify(joinDirectories(directories)))
}

/** One directory of several: the newest shards of all first, then the older ones. */
export function joinDirectories(directories: readonly Directory[]): Directory {
  const [first] = directories
  if (!first || directories.some(({ engine }) => engine !== first.engine))
    throw new SearchIndexError('The indexes were made by different versions.')
  const most = Math.max(...directories.map(({ words }) => words.length))
  const shards: ShardEntry[] = []
  const words: WordGroup[] = []
  for (let age = 0; age < most; age += 1) {
    for (const directory of directories) {
      const group = directory.words[age]
      if (!group) continue
      words.push({ ...group, first: shards.length })
      shards.push(...directory.shards.slice(group.first, directory.words[age + 1]?.first))
    }
  }
  const joined = (values: (facets: Directory['facets']) => readonly FacetValue[]): FacetValue[] => {
    const byId = new Map(directories.flatMap(({ facets }) => values(facets)).map((value) => [value.id, value]))
    return [...byId.values()].sort((a, b) => compareDanish(a.label, b.label) || (a.id < b.id ? -1 : 1))
  }
  return {
    engine: first.engine,
    shards,
    words,
    facets: {
      myndighed: joined(({ myndighed }) => myndighed),
      udvalg: joined(({ udvalg }) => udvalg),
      beslutning: joined(({ beslutning }) => beslutning),
      fulgt: joined(({ fulgt }) => fulgt),
      emne: joined(({ emne }) => emne),
    },
  }
}
