import { hash } from 'node:crypto'
import type { Finding } from '../findings/finding.ts'

/** How a file looks on the disk without being read; absent for what is in memory only. */
export interface OnDisk {
  /** Changes when the file does. */
  readonly signature?: string
  /** True where it was written so short a time before that it may be written again without its signature telling. */
  readonly fresh?: boolean
}

/** True for a file that cannot have changed while its signature is the same. */
export function isSettled({ signature, fresh }: OnDisk): boolean {
  return signature !== undefined && fresh === false
}

/** One text file of the content, as the reader took it in. */
export interface SourceFile extends OnDisk {
  /** Path below the content folder, with `/`. */
  readonly path: string
  /** The text: no byte order mark, `\n` line ends, NFC. Lines and columns count in this text. */
  readonly text: string
  /** SHA-256 of `text`, hexadecimal. */
  readonly digest: string
  /** What is wrong with the file as a text: letters that are none. */
  readonly findings: readonly Finding[]
}

/**
 * The content as it was found: Markdown texts, every other file by name only, and what went wrong on the way.
 * Built from a folder (`read.ts`), where a text is read when it is asked for and not kept, or, in tests and examples,
 * from plain strings.
 */
export interface ContentTree {
  /** Absolute path of the folder, or '' when the tree was built in memory. */
  readonly root: string
  readonly files: ReadonlyMap<string, SourceFile>
  /** Files that are not Markdown, by path: attachments, and the digests of approved minutes. */
  readonly assets: ReadonlyMap<string, Asset>
  readonly findings: readonly Finding[]
}

/** A file that is carried along, not read as text. `text` is there for JSON and SVG files only, as both are read. */
export interface Asset extends OnDisk {
  readonly path: string
  readonly bytes: number
  readonly text?: string
}

/** Takes a text in: strips the byte order mark, makes line ends `\n` and letters NFC, so that positions are true. */
export function sourceFile(path: string, raw: string): SourceFile {
  const text = takenIn(raw)
  return { path, text, digest: digestOf(text), findings: [] }
}

/** A text as positions count in it: no byte order mark, `\n` line ends, NFC. */
export function takenIn(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

/** SHA-256 of a text, hexadecimal. */
export function digestOf(text: string): string {
  return hash('sha256', text)
}

/** A content tree from plain strings, for examples and tests: paths ending in `.md` are texts, the rest assets. */
export function contentTree(texts: Readonly<Record<string, string>>): ContentTree {
  const files = new Map<string, SourceFile>()
  const assets = new Map<string, Asset>()
  for (const path of Object.keys(texts).sort()) {
    const text = texts[path] ?? ''
    if (path.endsWith('.md')) files.set(path, sourceFile(path, text))
    else assets.set(path, { path, bytes: Buffer.byteLength(text), text })
  }
  return { root: '', files, assets, findings: [] }
}
