import { createHash } from 'node:crypto'
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readSealed, writeSealed } from '../memory/sealed-file.ts'
import { type PackedFile, packFiles, unpackFiles } from './packed-files.ts'

/** What is known of a folder's files without reading them. */
export interface Summary {
  /** SHA-256 of names and contents. */
  readonly digest: string
  readonly names: readonly string[]
  /** Bytes of each. */
  readonly sizes: readonly number[]
}

/** A shard as it is made. */
export interface MadeShard {
  /** Keys of its punkter. */
  readonly punkter: readonly string[]
  readonly files: readonly PackedFile[]
  /** Its words, a line each. */
  readonly words: string
  /** What the next shard of this name is made from. */
  readonly memory: readonly Uint8Array[]
}

/** How long what no build has used is kept, in milliseconds: another build may be on its way to it. */
const KEPT = 60 * 60 * 1000

/** Made parts of the index by their keys, in a folder: what is half-written or changed there is as if it were not. */
export class ShardStore {
  readonly folder: string
  readonly #used = new Set<string>()

  constructor(folder: string) {
    this.folder = folder
  }

  put(key: string, { punkter, files, words, memory }: MadeShard): void {
    this.putFiles(key, files, punkter)
    this.#write(`${key}.ord`, [gzipSync(words, { level: 1 })])
    this.#write(`${key}.husk`, memory)
  }

  /** Key of the shard of the same making that a name stood for last. */
  last(making: string, name: string): string | undefined {
    return this.#read(lastFile(making, name))?.toString()
  }

  /** Keys of the punkter of a shard. */
  punkter(key: string): readonly string[] {
    return (this.more(key) ?? []) as readonly string[]
  }

  /** What was remembered with a shard. */
  memory(key: string): Buffer | undefined {
    return this.#read(`${key}.husk`)
  }

  /** Lets a name stand for a shard and keeps all of that, also what is not asked for now: the next one is made from it. */
  keep(making: string, name: string, key: string): void {
    for (const part of PARTS) this.#used.add(`${key}.${part}`)
    if (this.last(making, name) !== key) this.#write(lastFile(making, name), [Buffer.from(key)])
  }

  putFiles(key: string, files: readonly PackedFile[], more?: unknown): void {
    const summary: Summary = { digest: digestOf(files), names: files.map(([name]) => name), sizes: files.map(([, { length }]) => length) }
    this.#write(`${key}.filer`, packFiles(files))
    this.#write(`${key}.json`, [Buffer.from(JSON.stringify({ summary, more }))])
  }

  /** Path of a file beside the parts that is kept as long as they are. */
  fileOf(name: string): string {
    this.#used.add(name)
    return path.join(this.folder, name)
  }

  summary(key: string): Summary | undefined {
    return this.#described(key)?.summary
  }

  /** What was put beside the files. */
  more(key: string): unknown {
    return this.#described(key)?.more
  }

  files(key: string): PackedFile[] | undefined {
    const packed = this.#read(`${key}.filer`)
    return packed && unpackFiles(packed)
  }

  words(key: string): string | undefined {
    const packed = this.#read(`${key}.ord`)
    return packed && gunzipSync(packed).toString()
  }

  /** Takes away what has not been used for long. */
  async tidy(): Promise<void> {
    const now = Date.now()
    for (const name of await readdir(this.folder).catch(() => [])) {
      const file = path.join(this.folder, name)
      if (this.#used.has(name)) await utimes(file, now / 1000, now / 1000).catch(() => {})
      else if (now - ((await stat(file).catch(() => undefined))?.mtimeMs ?? now) > KEPT) await rm(file, { force: true })
    }
  }

  #described(key: string): { readonly summary: Summary; readonly more?: unknown } | undefined {
    const bytes = this.#read(`${key}.json`)
    return bytes && JSON.parse(bytes.toString())
  }

  #write(name: string, parts: readonly Uint8Array[]): void {
    writeSealed(this.fileOf(name), parts)
  }

  #read(name: string): Buffer | undefined {
    return readSealed(this.fileOf(name))
  }
}

/** What there is of a shard, by the ends of its files' names. */
const PARTS = ['filer', 'json', 'ord', 'husk']

function lastFile(making: string, name: string): string {
  return `sidst-${making}-${name}`
}

export function digestOf(files: readonly PackedFile[]): string {
  const hash = createHash('sha256')
  for (const part of packFiles(files)) hash.update(part)
  return hash.digest('hex')
}
