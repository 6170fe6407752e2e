import { hash } from 'node:crypto'
import path from 'node:path'
import type { Outline } from '../archive/load.ts'
import { digestsOf, type MeetingFolder, type MeetingUnit } from '../archive/meeting-unit.ts'
import { type ContentTree, isSettled } from '../source/content-tree.ts'
import { readCacheFile, writeCacheFile } from './cache-file.ts'

/** A meeting as it was read, and how its files looked on the disk then. */
interface Remembered {
  readonly signature: string
  readonly unit: MeetingUnit
}

/**
 * The meetings of an archive as they were read before, in a folder that is kept between runs, one file for each body.
 * A meeting is read again when one of its files has changed; without a folder, each time.
 */
export class UnitStore {
  readonly #folder: string | undefined
  readonly #version: string
  readonly #known = new Map<string, Map<string, Remembered>>()

  constructor(folder: string | undefined, version: string) {
    this.#folder = folder
    this.#version = version
  }

  /** The meetings of an outline, in its order. `readAnew` reads those that are not remembered. */
  async unitsOf(
    outline: Outline,
    readAnew: (folders: readonly string[]) => Promise<readonly MeetingUnit[]>,
  ): Promise<readonly MeetingUnit[]> {
    const { tree, folders } = outline
    const signatures = folders.map((folder) => (this.#folder === undefined ? '' : signatureOf(folder, tree)))
    const known = folders.map((folder, index) => this.#recall(folder, signatures[index] ?? '', tree))
    const anew = await readAnew(folders.filter((_, index) => known[index] === undefined).map(({ folder }) => folder))
    const read = new Map(anew.map((unit) => [unit.folder, unit]))
    const units = folders.map((folder, index) => known[index] ?? (read.get(folder.folder) as MeetingUnit))
    if (this.#folder !== undefined) this.#keep(folders, signatures, units)
    return units
  }

  #recall(folder: MeetingFolder, signature: string, tree: ContentTree): MeetingUnit | undefined {
    if (this.#folder === undefined) return undefined
    const remembered = this.#ofBody(folder).get(folder.folder)
    if (!remembered) return undefined
    if (signature !== '' && remembered.signature === signature) return remembered.unit
    const { digests } = remembered.unit
    const now = digestsOf(folder, tree)
    const names = Object.keys(now)
    const same = names.length === Object.keys(digests).length && names.every((name) => digests[name] === now[name])
    return same ? remembered.unit : undefined
  }

  #ofBody(folder: MeetingFolder): Map<string, Remembered> {
    const body = bodyOf(folder)
    const known = this.#known.get(body) ?? readBody(this.#fileOf(body), this.#version)
    this.#known.set(body, known)
    return known
  }

  #keep(folders: readonly MeetingFolder[], signatures: readonly string[], units: readonly MeetingUnit[]): void {
    const bodies = new Map<string, Map<string, Remembered>>()
    for (const [index, folder] of folders.entries()) {
      const unit = units[index]
      const body = bodies.get(bodyOf(folder)) ?? new Map<string, Remembered>()
      bodies.set(bodyOf(folder), body)
      if (unit) body.set(folder.folder, { signature: signatures[index] ?? '', unit })
    }
    for (const [body, meetings] of bodies) {
      const before = this.#known.get(body)
      const same =
        before?.size === meetings.size &&
        [...meetings].every(([id, { signature, unit }]) => before.get(id)?.unit === unit && before.get(id)?.signature === signature)
      if (!same) writeCacheFile(this.#fileOf(body), this.#version, meetings)
      this.#known.set(body, meetings)
    }
  }

  #fileOf(body: string): string {
    return path.join(this.#folder ?? '', `${hash('sha1', body)}.units`)
  }
}

function readBody(file: string, version: string): Map<string, Remembered> {
  const value = readCacheFile(file, version)
  return value instanceof Map ? value : new Map()
}

function bodyOf({ authority, udvalg }: MeetingFolder): string {
  return `${authority}/${udvalg}`
}

/** How a meeting's files look on the disk; '' where that is not to be relied on. */
function signatureOf(folder: MeetingFolder, tree: ContentTree): string {
  const parts: string[] = [JSON.stringify(folder.formats)]
  for (const file of [`${folder.folder}/index.md`, ...folder.punkter.map(({ path: punkt }) => punkt)]) {
    const source = tree.files.get(file)
    if (source && !isSettled(source)) return ''
    parts.push(file, source?.signature ?? '')
  }
  for (const name of folder.assets.keys()) {
    const asset = tree.assets.get(`${folder.folder}/${name}`)
    if (!asset || !isSettled(asset)) return ''
    parts.push(name, asset.signature ?? '')
  }
  return hash('sha1', parts.join('\n'))
}
