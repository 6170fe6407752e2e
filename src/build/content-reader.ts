import path from 'node:path'
import type { Loaded } from '../archive/archive.ts'
import { assemble, type Outline, outlineOf, outlineOfAuthority } from '../archive/load.ts'
import type { MeetingUnit } from '../archive/meeting-unit.ts'
import type { Finding } from '../findings/finding.ts'
import { readCacheFile, writeCacheFile } from '../memory/cache-file.ts'
import { cacheFolder, tendCaches } from '../memory/cache-folder.ts'
import type { LedgerData } from '../memory/ledger.ts'
import { UnitStore } from '../memory/units.ts'
import { allRules } from '../rules/all-rules.ts'
import { findingsLedger, validate } from '../rules/validate.ts'
import { readContent } from '../source/read.ts'
import type { Crew } from './crew.ts'

/** An archive as it was read, with everything there is to say about it. */
export interface Validated {
  readonly loaded: Loaded
  readonly outline: Outline
  readonly units: readonly MeetingUnit[]
  readonly findings: readonly Finding[]
}

/** How far reading and validating is. */
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

  /** @throws ContentUnreadable for a folder that cannot be read */
  async read(crew: Crew, onProgress: Listener = () => {}): Promise<Validated> {
    onProgress('læser', 0, 1)
    if (this.#folder !== undefined) tendCaches('content', this.#content)
    const whole = outlineOf(readContent(this.#content))
    const outline = this.#authority === undefined ? whole : outlineOfAuthority(whole, this.#authority)
    const units = await this.#units.unitsOf(outline, (folders) => crew.read(outline, folders))
    const loaded = assemble(outline, units)
    crew.assembled(outline, loaded, units)
    return { loaded, outline, units, findings: await this.#validate(loaded, crew, onProgress) }
  }

  async #validate(loaded: Loaded, crew: Crew, onProgress: Listener): Promise<Finding[]> {
    const file = this.#folder && path.join(this.#folder, 'findings')
    if (file) this.#findings ??= readCacheFile(file, this.#version) as LedgerData<readonly Finding[]> | undefined
    const ledger = findingsLedger(loaded, this.#findings)
    const given = (id: string): string => loaded.digests.get(id) ?? ''
    const stale = loaded.archive.meetings.map(({ id }) => id).filter((id) => !ledger.recall(id, given(id)))
    onProgress('prøver', 0, stale.length)
    for (const { meeting, reads, findings } of await crew.check(stale, (done) => onProgress('prøver', done, stale.length)))
      ledger.note(meeting, given(meeting), reads, findings)
    const findings = validate(loaded, allRules, ledger)
    if (file && ledger.changed) {
      this.#findings = ledger.data()
      writeCacheFile(file, this.#version, this.#findings)
    }
    return findings
  }
}
