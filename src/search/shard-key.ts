import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AttachmentFile } from './attachments.ts'
import type { RecordHead } from './record.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** Folders whose code says what an index holds. */
const CODE = ['documents', 'publish', 'referat', 'search', 'source']
const SOURCES = fileURLToPath(new URL('..', import.meta.url))

/** Digest of everything besides an archive that an index is made by: this code, the packages that it asks, and Node. */
export async function makingDigest(): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const folder of CODE) {
    const files = await readdir(path.join(SOURCES, folder), { recursive: true })
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()) {
      hash.update(`\n${folder}/${file}\n`).update(await readFile(path.join(SOURCES, folder, file)))
    }
  }
  return hash.update(await readFile(path.join(SOURCES, '..', 'package-lock.json')).catch(() => '')).digest('hex')
}

type Remembered = Record<string, readonly [size: number, changed: number, digest: string]>

/** Digests of attachments, remembered for as long as a file's size and time of change stay. */
export class AttachmentDigests {
  readonly #root: string
  readonly #file: string
  readonly #now: Remembered = {}
  #before: Remembered = {}

  private constructor(root: string, file: string) {
    this.#root = root
    this.#file = file
  }

  /** `file` is where the digests are remembered. */
  static async open(root: string, file: string): Promise<AttachmentDigests> {
    const digests = new AttachmentDigests(root, file)
    const bytes = await readSealed(file)
    if (bytes) digests.#before = JSON.parse(bytes.toString())
    return digests
  }

  async of({ path: name }: AttachmentFile): Promise<string> {
    const file = path.join(this.#root, name)
    const { size, mtimeMs } = await stat(file)
    const known = this.#before[file]
    const digest =
      known?.[0] === size && known[1] === mtimeMs
        ? known[2]
        : createHash('sha256')
            .update(await readFile(file))
            .digest('hex')
    this.#now[file] = [size, mtimeMs, digest]
    return digest
  }

  async save(): Promise<void> {
    const text = JSON.stringify(this.#now)
    if (text !== JSON.stringify(this.#before)) await writeSealed(this.#file, [Buffer.from(text)])
  }
}

/** Key of a shard: it changes with anything that its index is made from. */
export async function shardKey(
  making: string,
  punkter: readonly { readonly head: RecordHead; readonly digest: string }[],
  attachments: AttachmentDigests,
): Promise<string> {
  const hash = createHash('sha256').update(making)
  for (const { head, digest } of punkter) {
    hash.update(`\n${digest}${JSON.stringify(head)}`)
    for (const file of head.attachments) hash.update(`\n${await attachments.of(file)}`)
  }
  return hash.digest('hex')
}
