import { isUtf8 } from 'node:buffer'
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { type Finding, startOf } from '../findings/finding.ts'
import { Refusal } from '../findings/refusal.ts'
import { type Asset, type ContentTree, digestOf, type OnDisk, type SourceFile, takenIn } from './content-tree.ts'

/** A text above this size is no punkt but an accident (5 MB). */
const LARGEST_TEXT = 5 * 1024 * 1024

/** How many texts are at hand at once: those of the meeting that is worked on, and some more. */
const AT_HAND = 256

/** A file that was written this short a time before it is looked at may be written again without its times telling (ms). */
const TOO_FRESH = 100

/** Thrown where the content folder itself cannot be read: a usage error, not a finding. */
export class ContentUnreadable extends Refusal {}

/** Thrown where a file changed while it was worked on: what was made of it so far is not to be trusted. */
export class ContentChanged extends Refusal {}

/**
 * Looks a content folder through: what files there are. Their texts are read when they are asked for, so that an archive
 * need not fit into memory. Hidden files are passed over; symbolic links that lead out of the folder, unreadable and
 * oversized files become findings and are left out.
 * @throws ContentUnreadable where `root` is no readable folder; asking for a text that changed throws ContentChanged
 */
export function readContent(root: string): ContentTree {
  const absolute = path.resolve(root)
  let real: string
  try {
    real = realpathSync(absolute)
    if (!statSync(real).isDirectory()) throw new Error('er ikke en mappe')
  } catch (cause) {
    throw new ContentUnreadable(`Indholdsmappen ${root} kan ikke læses.`, { cause })
  }
  const reader = new FolderReader(real)
  reader.walk('', real)
  return {
    root: absolute,
    files: sorted(reader.files),
    assets: sorted(reader.assets),
    findings: reader.findings,
  }
}

/** A tree in which single texts are read anew, and all else is as it was. Texts that are gone are left out. */
export function withFilesAnew(tree: ContentTree, files: readonly string[]): ContentTree {
  const texts = new TextsAtHand()
  const anew = files.flatMap((file): [string, SourceFile][] => {
    const real = path.join(tree.root, file)
    const info = statSync(real, { throwIfNoEntry: false })
    return info?.isFile() ? [[file, new FileOnDisk(file, real, lookOf(info), texts)]] : []
  })
  return { ...tree, files: new Map([...tree.files, ...anew]) }
}

/** The time of the inode too: unlike the other it cannot be set back. */
function lookOf({ size, mtimeMs, ctimeMs, ino }: Stats): Required<OnDisk> {
  return { signature: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, fresh: Date.now() - Math.max(mtimeMs, ctimeMs) < TOO_FRESH }
}

class FolderReader {
  readonly files = new Map<string, SourceFile>()
  readonly assets = new Map<string, Asset>()
  readonly findings: Finding[] = []
  readonly root: string
  readonly #texts = new TextsAtHand()
  readonly #seen = new Set<string>()

  constructor(root: string) {
    this.root = root
  }

  walk(folder: string, here: string): void {
    if (this.#seen.has(here)) return
    this.#seen.add(here)
    const entries = readdirSync(here, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      this.#take(folder === '' ? entry.name : `${folder}/${entry.name}`, path.join(here, entry.name), entry)
    }
  }

  #take(inside: string, found: string, entry: Dirent): void {
    try {
      const real = entry.isSymbolicLink() ? realpathSync(found) : found
      if (real !== this.root && !real.startsWith(this.root + path.sep)) {
        this.#report(
          inside,
          'link-ud-af-indhold',
          'Filen er en genvej, der peger ud af indholdsmappen, og er ikke læst.',
          'Læg selve filen ind i mappen i stedet for en genvej.',
        )
        return
      }
      if (entry.isDirectory()) {
        this.walk(inside, real)
        return
      }
      const info = statSync(real)
      if (info.isDirectory()) this.walk(inside, real)
      else if (info.isFile()) this.#takeFile(inside, real, info)
    } catch {
      this.#report(inside, 'fil-ulaeselig', 'Filen kan ikke læses.', 'Se efter, om filen findes, og om du har ret til at læse den.')
    }
  }

  #takeFile(inside: string, real: string, info: Stats): void {
    const bytes = info.size
    const onDisk = lookOf(info)
    if (!inside.endsWith('.md')) {
      const asset = { path: inside, bytes, ...onDisk }
      this.assets.set(inside, /\.(?:json|svg)$/.test(inside) && bytes < LARGEST_TEXT ? withText(asset, real) : asset)
      return
    }
    if (bytes > LARGEST_TEXT) {
      this.#report(
        inside,
        'fil-for-stor',
        `Filen fylder ${Math.round(bytes / 1024 / 1024)} MB; en tekst må fylde højst 5 MB.`,
        'Del teksten op, eller læg det store materiale som bilag.',
      )
      return
    }
    this.files.set(inside, new FileOnDisk(inside, real, onDisk, this.#texts))
  }

  #report(file: string, rule: string, message: string, hint: string): void {
    this.findings.push({ ...startOf(file), severity: 'error', rule, message, hint })
  }
}

function withText(asset: Asset, real: string): Asset {
  return {
    ...asset,
    get text() {
      try {
        return readFileSync(real, 'utf8')
      } catch {
        throw new ContentChanged(`${asset.path} blev ændret imens.`)
      }
    },
  }
}

interface ReadText {
  readonly text: string
  readonly digest: string
  readonly findings: readonly Finding[]
}

/** The texts that were asked for last. */
class TextsAtHand {
  readonly #texts = new Map<string, ReadText>()

  get(path: string): ReadText | undefined {
    return this.#texts.get(path)
  }

  keep(path: string, text: ReadText): void {
    this.#texts.set(path, text)
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= AT_HAND) return
      this.#texts.delete(oldest)
    }
  }
}

class FileOnDisk implements SourceFile {
  readonly path: string
  readonly signature: string
  readonly fresh: boolean
  readonly #real: string
  readonly #texts: TextsAtHand
  #digest: string | undefined

  constructor(inside: string, real: string, { signature, fresh }: Required<OnDisk>, texts: TextsAtHand) {
    this.path = inside
    this.signature = signature
    this.fresh = fresh
    this.#real = real
    this.#texts = texts
  }

  get text(): string {
    return this.#read().text
  }

  get digest(): string {
    this.#digest ??= this.#read().digest
    return this.#digest
  }

  get findings(): readonly Finding[] {
    return this.#read().findings
  }

  #read(): ReadText {
    const known = this.#texts.get(this.path)
    if (known) return known
    const { path: file } = this
    let raw: string
    let sound: boolean
    try {
      raw = readFileSync(this.#real, 'utf8')
      sound = !raw.includes('\uFFFD') || isUtf8(readFileSync(this.#real))
    } catch {
      const hint = 'Se efter, om filen findes, og om du har ret til at læse den.'
      const finding: Finding = { ...startOf(file), severity: 'error', rule: 'fil-ulaeselig', message: 'Filen kan ikke læses.', hint }
      return { text: '', digest: '', findings: [finding] }
    }
    const text = takenIn(raw)
    // Read as UTF-8, a broken text may be the same as a sound one.
    const digest = digestOf(sound ? text : `\0${text}`)
    if (this.#digest !== undefined && this.#digest !== digest) throw new ContentChanged(`${file} blev ændret imens.`)
    this.#digest = digest
    const read = { text, digest, findings: sound ? [] : [notUtf8(file)] }
    this.#texts.keep(file, read)
    return read
  }
}

function notUtf8(file: string): Finding {
  return {
    ...startOf(file),
    severity: 'error',
    rule: 'tegnsaet',
    message: 'Filen indeholder tegn, som ikke er UTF-8.',
    hint: 'Gem filen igen med tegnsættet UTF-8.',
  }
}

function sorted<T>(map: Map<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
