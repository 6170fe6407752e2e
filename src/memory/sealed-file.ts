import { hash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Length of a SHA-256, in bytes. */
const DIGEST = 32

/**
 * Writes a file that tells whether it is whole: its last bytes are the SHA-256 of the others. It comes into place in one
 * move, so that another build reads all of it or nothing.
 * @throws the file system's own error where it cannot be written
 */
export function writeSealed(file: string, parts: readonly Uint8Array[]): void {
  const content = Buffer.concat(parts)
  const unfinished = `${file}.${randomUUID()}`
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    writeFileSync(unfinished, content)
    writeFileSync(unfinished, digestOf(content), { flag: 'a' })
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** The bytes of a sealed file; undefined where it is not there, cut short or changed. */
export function readSealed(file: string): Buffer | undefined {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return undefined
  }
  if (bytes.length < DIGEST) return undefined
  const content = bytes.subarray(0, -DIGEST)
  return digestOf(content).equals(bytes.subarray(-DIGEST)) ? content : undefined
}

function digestOf(content: Buffer): Buffer {
  return hash('sha256', content, 'buffer')
}
