import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'

const MARK = 'referatarkiv 1\n'

/**
 * Reads what `writeCacheFile` wrote. Gives undefined where the file is missing, cut off, changed since, or of another
 * version: a cache is never trusted, only used where it is whole.
 */
export function readCacheFile(file: string, version: string): unknown {
  let raw: Buffer
  try {
    raw = readFileSync(file)
  } catch {
    return undefined
  }
  const head = Buffer.from(headOf(version, ''))
  const start = head.length + DIGEST_LENGTH
  if (!raw.subarray(0, head.length).equals(head)) return undefined
  const payload = raw.subarray(start)
  if (raw.subarray(head.length, start).toString('latin1') !== hash('sha256', payload)) return undefined
  try {
    return deserialize(payload)
  } catch {
    return undefined
  }
}

/** Writes a value whole or not at all, so that two builds at once each find a whole one. A full disk costs the cache, not the build. */
export function writeCacheFile(file: string, version: string, value: unknown): void {
  const payload = serialize(value)
  const beside = `${file}.${process.pid}`
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(beside, [headOf(version, hash('sha256', payload)), payload].map(bytes).reduce(join))
    renameSync(beside, file)
  } catch {
    rmSync(beside, { force: true })
    rmSync(file, { force: true })
  }
}

const DIGEST_LENGTH = 64

function headOf(version: string, digest: string): string {
  return `${MARK}${version}\n${digest}`
}

function bytes(part: string | Buffer): Buffer {
  return typeof part === 'string' ? Buffer.from(part, 'latin1') : part
}

function join(a: Buffer, b: Buffer): Buffer {
  return Buffer.concat([a, b])
}
