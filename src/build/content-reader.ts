import path from 'node:path'
import type { Loaded } from '../archive/archive.ts'
import { assemble, type Outline, outlineOf, outlineOfAuthority } from '../archive/load.ts'
import type { MeetingUnit } from '../archive/meeting-unit.ts'
import type { Finding } from '../findings/finding.ts'
import { type Answer, keepAnswer } from '../memory/answer.ts'
import { readCacheFile, writeCacheFile } from '../memory/cache-file.ts'
import { cacheFolder, tendCaches } from '../memory/cache-folder.ts'
import { type LedgerData, type PackedLedger, packLedger, unpackLedger } from '../memory/ledger.ts'
import { UnitStore } from '../memory/units.ts'
import { allRules } from '../rules/all-rules.ts'
import { type FirstLook, findingsLedger, MeetingCheck, noteFindings, validate } from '../rules/validate.ts'
import { readContent } from '../source/read.ts'
import type { Crew } from './crew.ts'

/** An archive as it was read, with everything there is to say about it. */
export interface Validated {
  readonly loaded: Loaded
  readonly outline: Outline
  readonly units: readonly MeetingUnit[]
  readonly findings: readonly Finding[]
}

/** How far reading and validating is; told between its parts too, so that who listens can do something else in between. */
export type Listener = (stage: 'læser' | 'prøver', done: number, total: number) => void

/**
 * Reads a content folder and validates it, as often as it is asked to. With `version`, what was read and found before is
 * remembered, here and from run to run, and only what changed since is looked at; without, everything is.
 */
export class ContentReader {
  readonly #content: string
  readonly #folder: string | undefined
  readonly #version: string
  readonly #units: UnitStore
  readonly #authority: string | undefined
  #findings: LedgerData<readonly Finding[]> | undefined

  /** `authority` is the only one whose meetings are read; all are where it is absent. */
  constructor(content: string, version: string | undefined, authority?: string) {
    this.#content = content
    this.#authority = authority
    this.#folder = version === undefined ? undefined : path.join(cacheFolder('content', content), authority ?? '')
    this.#version = version ?? ''
    this.#units = new UnitStore(this.#folder, this.#version)
  }

  /**
   * `tree` is the folder as it was looked through already, where it was.
   * @throws ContentUnreadable for a folder that cannot be read
   */
  async read(crew: Crew, onProgress: Listener = () => {}, tree = readContent(this.#content)): Promise<Validated> {
    onProgress('læser', 0, 1)
    if (this.#folder !== undefined) tendCaches('content', this.#content)
    const whole = outlineOf(tree)
    const outline = this.#authority === undefined ? whole : outlineOfAuthority(whole, this.#authority)
    onProgress('læser', 0, 1)
    const looks = new Map<string, FirstLook>()
    const units = await this.#units.unitsOf(outline, async (folders) => {
      const read = await crew.read(outline, folders)
      for (const { unit, look } of read) looks.set(unit.folder, look)
      return read.map(({ unit }) => unit)
    })
    onProgress('læser', 0, 1)
    const loaded = assemble(outline, units)
    onProgress('læser', 0, 1)
    crew.assembled(outline, loaded, units)
    const findings = await this.#validate(loaded, looks, crew, onProgress)
    if (this.#folder !== undefined && this.#authority === undefined)
      keepAnswer(this.#content, this.#version, tree, { findings, seen: seenIn(loaded) })
    return { loaded, outline, units, findings }
  }

  async #validate(loaded: Loaded, looks: ReadonlyMap<string, FirstLook>, crew: Crew, onProgress: Listener): Promise<Finding[]> {
    const file = this.#folder && path.join(this.#folder, 'findings')
    if (file) this.#findings ??= recallFindings(file, this.#version)
    const ledger = findingsLedger(loaded, this.#findings)
    const given = (id: string): string => loaded.digests.get(id) ?? ''
    const stale = loaded.archive.meetings.map(({ id }) => id).filter((id) => !ledger.recall(id, given(id)))
    onProgress('prøver', 0, stale.length)
    const check = new MeetingCheck(loaded)
    for (const [id, look] of looks) {
      noteFindings(ledger, id, given(id), check.goOn(id, look))
    }
    const left = stale.filter((id) => !looks.has(id))
    const done = stale.length - left.length
    for (const { meeting, ...found } of await crew.check(left, (more) => onProgress('prøver', done + more, stale.length)))
      noteFindings(ledger, meeting, given(meeting), found)
    onProgress('prøver', stale.length, stale.length)
    const findings = validate(loaded, allRules, ledger)
    onProgress('prøver', stale.length, stale.length)
    if (file && ledger.changed) {
      this.#findings = ledger.data()
      writeCacheFile(file, this.#version, packLedger(this.#findings))
    }
    return findings
  }
}

function recallFindings(file: string, version: string): LedgerData<readonly Finding[]> | undefined {
  const stored = readCacheFile(file, version) as PackedLedger<readonly Finding[]> | undefined
  return stored && unpackLedger(stored)
}

/** What there was to look through. */
export function seenIn({ archive: { meetings, punkter } }: Loaded): Answer['seen'] {
  return { meetings: meetings.length, punkter: punkter.length }
}
