import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PackedFile } from './packed-files.ts'
import { SearchIndexError } from './pagefind-index.ts'
import { digestOf, type ShardStore, type Summary } from './shard-store.ts'

/**
 * The index's folder in the site. Each part of it is a folder that is named for the digest of what it holds and comes
 * into place in one move: what stands there already is right, and stays.
 */
export class IndexFolder {
  readonly #folder: string
  readonly #store: ShardStore
  readonly #placed = new Set<string>()

  constructor(folder: string, store: ShardStore) {
    this.#folder = folder
    this.#store = store
  }

  /** True where the part with a key stands in its place, or the store has it whole; then it is put there. */
  async has(name: string, key: string): Promise<boolean> {
    const summary = this.#store.summary(key)
    if (!summary) return false
    const folder = folderName(name, summary.digest)
    if (this.#placed.has(folder)) return true
    if (!(await isWhole(path.join(this.#folder, folder), summary))) {
      const files = this.#store.files(key)
      if (!files || digestOf(files) !== summary.digest) return false
      await this.#put(folder, files)
    }
    this.#placed.add(folder)
    return true
  }

  /** Name of the folder of the part with a key, which stands in its place from then on. */
  async place(name: string, key: string): Promise<string> {
    const summary = this.#store.summary(key)
    if (!summary || !(await this.has(name, key))) throw new SearchIndexError(`The index of ${name} went while it was made.`)
    return folderName(name, summary.digest)
  }

  /** Writes the file that leads to all parts, and takes away what is none of them. */
  async finish(file: string, text: string): Promise<void> {
    const target = path.join(this.#folder, file)
    const unfinished = `${target}.${randomUUID()}`
    await mkdir(this.#folder, { recursive: true })
    await writeFile(unfinished, text)
    await rename(unfinished, target)
    for (const name of await readdir(this.#folder)) {
      if (name !== file && !this.#placed.has(name)) await rm(path.join(this.#folder, name), { recursive: true, force: true })
    }
  }

  async #put(name: string, files: readonly PackedFile[]): Promise<void> {
    const folder = path.join(this.#folder, name)
    const unfinished = `${folder}.${randomUUID()}`
    try {
      for (const below of new Set(files.map(([file]) => path.dirname(file)))) await mkdir(path.join(unfinished, below), { recursive: true })
      for (let at = 0; at < files.length; at += AT_ONCE) {
        await Promise.all(files.slice(at, at + AT_ONCE).map(([file, content]) => writeFile(path.join(unfinished, file), content)))
      }
      await rm(folder, { recursive: true, force: true })
      await rename(unfinished, folder)
    } finally {
      await rm(unfinished, { recursive: true, force: true })
    }
  }
}

/** Files that are written at a time. */
const AT_ONCE = 64

function folderName(name: string, digest: string): string {
  return `${name}-${digest.slice(0, 10)}`
}

/** A folder comes into place whole, and is named for what it holds; what another hand has done to it tells by names and sizes. */
async function isWhole(folder: string, { names, sizes }: Summary): Promise<boolean> {
  const found = new Set<string>()
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.isFile()) found.add(entry.name)
    else for (const name of await readdir(path.join(folder, entry.name)).catch(() => [])) found.add(`${entry.name}/${name}`)
  }
  if (found.size !== names.length) return false
  return names.every(
    (name, place) => found.has(name) && statSync(path.join(folder, name), { throwIfNoEntry: false })?.size === sizes[place],
  )
}
