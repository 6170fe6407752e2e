import { createHash, hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { madeWith } from '../memory/cache-folder.ts'
import { readSealed, writeSealed } from '../memory/sealed-file.ts'
import type { AttachmentFile } from './attachments.ts'
import type { RecordHead } from './record.ts'

/** What says what an index holds. */
const CODE = ['src/documents', 'src/publish', 'src/referat', 'src/search', 'src/source', 'package-lock.json']

/** Digest of everything besides an archive that an index is made by: this code, the packages that it asks, and Node. */
export function makingDigest(): string {
  return madeWith(CODE)
}

/** The time of the inode too: unlike the other it cannot be set back. */
type Remembered = Record<string, readonly [size: number, changed: number, inodeChanged: number, digest: string]>

/** Digests of attachments, remembered for as long as a file's size and times of change stay. */
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
  static open(root: string, file: string): AttachmentDigests {
    const digests = new AttachmentDigests(root, file)
    const bytes = readSealed(file)
    if (bytes) digests.#before = JSON.parse(bytes.toString())
    return digests
  }

  of({ path: name }: AttachmentFile): string {
    const file = path.join(this.#root, name)
    const { size, mtimeMs, ctimeMs } = statSync(file)
    const known = this.#before[file]
    const digest = known?.[0] === size && known[1] === mtimeMs && known[2] === ctimeMs ? known[3] : hash('sha256', readFileSync(file))
    this.#now[file] = [size, mtimeMs, ctimeMs, digest]
    return digest
  }

  save(): void {
    const text = JSON.stringify(this.#now)
    if (text !== JSON.stringify(this.#before)) writeSealed(this.#file, [Buffer.from(text)])
  }
}

/** Key of a punkt: it changes with anything that its record is made from. */
export function punktKey(head: RecordHead, digest: string, attachments: AttachmentDigests): string {
  const files = head.attachments.map((file) => attachments.of(file))
  return hash('sha256', [`${digest}${JSON.stringify(head)}`, ...files].join('\n')).slice(0, PUNKT_KEY)
}

/** Digits of a punkt's key: enough to tell apart all that there will ever be. */
const PUNKT_KEY = 32

/** Key of a shard: it changes with anything that its index is made from. */
export function shardKey(making: string, punkter: readonly { readonly key: string }[]): string {
  const hash = createHash('sha256').update(making)
  for (const { key } of punkter) hash.update(`\n${key}`)
  return hash.digest('hex')
}
