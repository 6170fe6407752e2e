import { rmSync } from 'node:fs'
import path from 'node:path'
import type { MeetingUnit } from '../archive/meeting-unit.ts'
import { readCacheFile, writeCacheFile } from '../memory/cache-file.ts'
import type { SiteFile } from './press.ts'

/** Name of the file in the folder of a part that tells what the part is; it is never published. */
export const PART_FILE = '.referatarkiv-del'

/** One authority's part of an archive: what the pages that authorities share are made from, and what there is to link to. */
export interface Part {
  readonly authority: string
  /** Its meetings, without drafts. */
  readonly units: readonly MeetingUnit[]
  readonly files: readonly SiteFile[]
  /** The addresses that its files link to, by their numbers. */
  readonly links: readonly string[]
}

/** Writes down what a part is, in its folder. */
export function writePart(folder: string, version: string, part: Part): void {
  const units = part.units.filter(({ meeting }) => meeting.status !== 'kladde').map(withoutSecrets)
  writeCacheFile(path.join(folder, PART_FILE), version, { ...part, units })
}

/** A unit without what no page shows: names of closed attachments and their files, and what was found, which may quote them. */
function withoutSecrets(unit: MeetingUnit): MeetingUnit {
  const punkter = unit.punkter.map(({ facts, ...others }) => ({
    ...others,
    facts: { ...facts, bilag: facts.bilag.map((bilag) => (bilag.open ? bilag : { title: '', open: false })) },
  }))
  return { ...unit, punkter, findings: [], digests: {} }
}

/** Takes away what tells that a folder is a part: it is built whole now, and the file would be published with it. */
export function removePart(folder: string): void {
  rmSync(path.join(folder, PART_FILE), { force: true })
}

/** What the part in a folder is; undefined where there is none, or one that was made by another version. */
export function readPart(folder: string, version: string): Part | undefined {
  return readCacheFile(path.join(folder, PART_FILE), version) as Part | undefined
}
