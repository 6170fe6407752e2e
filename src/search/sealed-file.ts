import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const DIGEST = 32

/** A file of a shard: its path below the shard's folder, and its bytes. */
export type PackedFile = readonly [path: string, content: Uint8Array]

/**
 * Writes a file that tells whether it is whole: its last bytes are the SHA-256 of the others. It comes into place in one
 * move, so that another build reads all of it or nothing.
 */
export async function writeSealed(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  const unfinished = `${file}.${randomUUID()}`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    await writeFile(unfinished, Buffer.concat([...parts, hash.digest()]))
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** The bytes of a sealed file; undefined where it is not there, cut short or changed. */
export async function readSealed(file: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes || bytes.length < DIGEST) return undefined
  const content = bytes.subarray(0, -DIGEST)
  return createHash('sha256').update(content).digest().equals(bytes.subarray(-DIGEST)) ? content : undefined
}

/** Files as one: a line of their names and sizes, then their bytes. */
export function packFiles(files: readonly PackedFile[]): Uint8Array[] {
  const head = JSON.stringify(files.map(([name, content]) => [name, content.length]))
  return [Buffer.from(`${head}\n`), ...files.map(([, content]) => content)]
}

/** What `packFiles` put together. */
export function unpackFiles(packed: Buffer): PackedFile[] {
  const end = packed.indexOf('\n')
  let at = end + 1
  return (JSON.parse(packed.toString('utf8', 0, end)) as [string, number][]).map(([name, size]) => {
    at += size
    return [name, packed.subarray(at - size, at)]
  })
}
