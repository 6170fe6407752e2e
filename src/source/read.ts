import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Finding, startOf } from '../findings/finding.ts'
import { type Asset, type ContentTree, type SourceFile, sourceFile } from './content-tree.ts'

/** A text above this size is no punkt but an accident (5 MB). */
const LARGEST_TEXT = 5 * 1024 * 1024

/** Thrown where the content folder itself cannot be read: a usage error, not a finding. */
export class ContentUnreadable extends Error {}

/**
 * Reads a content folder into memory. Hidden files are passed over; symbolic links that lead out of the folder,
 * unreadable and oversized files become findings and are left out.
 * @throws ContentUnreadable where `root` is no readable folder
 */
export async function readContent(root: string): Promise<ContentTree> {
  const absolute = path.resolve(root)
  let real: string
  try {
    real = await realpath(absolute)
    if (!(await stat(real)).isDirectory()) throw new Error('er ikke en mappe')
  } catch (cause) {
    throw new ContentUnreadable(`Indholdsmappen ${root} kan ikke læses.`, { cause })
  }
  const reader = new FolderReader(real)
  await reader.walk('')
  return {
    root: absolute,
    files: sorted(reader.files),
    assets: sorted(reader.assets),
    findings: reader.findings,
  }
}

class FolderReader {
  readonly files = new Map<string, SourceFile>()
  readonly assets = new Map<string, Asset>()
  readonly findings: Finding[] = []
  readonly root: string
  readonly #seen = new Set<string>()

  constructor(root: string) {
    this.root = root
  }

  async walk(folder: string): Promise<void> {
    const here = await realpath(path.join(this.root, folder))
    if (this.#seen.has(here)) return
    this.#seen.add(here)
    const entries = await readdir(here, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const inside = folder === '' ? entry.name : `${folder}/${entry.name}`
      await this.#take(inside)
    }
  }

  async #take(inside: string): Promise<void> {
    try {
      const real = await realpath(path.join(this.root, inside))
      if (real !== this.root && !real.startsWith(this.root + path.sep)) {
        this.#report(
          inside,
          'link-ud-af-indhold',
          'Filen er en genvej, der peger ud af indholdsmappen, og er ikke læst.',
          'Læg selve filen ind i mappen i stedet for en genvej.',
        )
        return
      }
      const info = await stat(real)
      if (info.isDirectory()) await this.walk(inside)
      else if (info.isFile()) await this.#takeFile(inside, real, info.size)
    } catch {
      this.#report(inside, 'fil-ulaeselig', 'Filen kan ikke læses.', 'Se efter, om filen findes, og om du har ret til at læse den.')
    }
  }

  async #takeFile(inside: string, real: string, bytes: number): Promise<void> {
    if (!inside.endsWith('.md')) {
      const text = /\.(?:json|svg)$/.test(inside) && bytes < LARGEST_TEXT ? { text: await readFile(real, 'utf8') } : {}
      this.assets.set(inside, { path: inside, bytes, ...text })
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
    const raw = await readFile(real)
    const file = sourceFile(inside, raw.toString('utf8'))
    if (file.text.includes('\uFFFD') && !Buffer.from(file.text, 'utf8').equals(raw)) {
      this.#report(inside, 'tegnsaet', 'Filen indeholder tegn, som ikke er UTF-8.', 'Gem filen igen med tegnsættet UTF-8.')
    }
    this.files.set(inside, file)
  }

  #report(file: string, rule: string, message: string, hint: string): void {
    this.findings.push({ ...startOf(file), severity: 'error', rule, message, hint })
  }
}

function sorted<T>(map: Map<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
