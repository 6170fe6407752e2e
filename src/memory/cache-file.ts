import { rmSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { readSealed, writeSealed } from './sealed-file.ts'

/**
 * Reads what `writeCacheFile` wrote. Gives undefined where the file is missing, cut off, changed since, or of another
 * version: a cache is never trusted, only used where it is whole.
 */
export function readCacheFile(file: string, version: string): unknown {
  const bytes = readSealed(file)
  const head = headOf(version)
  if (!bytes?.subarray(0, head.length).equals(head)) return undefined
  try {
    return deserialize(bytes.subarray(head.length))
  } catch {
    return undefined
  }
}

/** Writes a value whole or not at all, so that two builds at once each find a whole one. A full disk costs the cache, not the build. */
export function writeCacheFile(file: string, version: string, value: unknown): void {
  try {
    writeSealed(file, [headOf(version), serialize(value)])
  } catch {
    rmSync(file, { recursive: true, force: true })
  }
}

function headOf(version: string): Buffer {
  return Buffer.from(`referatarkiv ${version}\n`)
}
