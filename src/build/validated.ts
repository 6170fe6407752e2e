import path from 'node:path'
import type { Loaded } from '../archive/archive.ts'
import { assemble, outlineOf } from '../archive/load.ts'
import type { Finding } from '../findings/finding.ts'
import { readCacheFile, writeCacheFile } from '../memory/cache-file.ts'
import { cacheFolder } from '../memory/cache-folder.ts'
import type { LedgerData } from '../memory/ledger.ts'
import { UnitStore } from '../memory/units.ts'
import { allRules } from '../rules/all-rules.ts'
import { findingsLedger, validate } from '../rules/validate.ts'
import { readContent } from '../source/read.ts'
import type { Crew } from './crew.ts'

/** An archive as it was read, with everything there is to say about it. */
export interface Validated {
  readonly loaded: Loaded
  readonly findings: readonly Finding[]
}

/** How far reading and validating is. */
export type Listener = (stage: 'læser' | 'prøver', done: number, total: number) => void

/**
 * Reads a content folder and validates it. With `version`, what was read and found before is remembered from run to run,
 * and only what changed since is looked at; without, everything is.
 * @throws ContentUnreadable for a folder that cannot be read
 */
export async function loadValidated(
  content: string,
  version: string | undefined,
  crew: Crew,
  onProgress: Listener = () => {},
): Promise<Validated> {
  const folder = version === undefined ? undefined : cacheFolder('content', content)
  onProgress('læser', 0, 1)
  const outline = outlineOf(readContent(content))
  const units = await new UnitStore(folder, version ?? '').unitsOf(outline, (folders) => crew.read(outline, folders))
  const loaded = assemble(outline, units)
  crew.assembled(outline, loaded, units)

  const file = path.join(folder ?? '', 'findings')
  const before = folder && (readCacheFile(file, version ?? '') as LedgerData<readonly Finding[]> | undefined)
  const ledger = findingsLedger(loaded, before || undefined)
  const given = (id: string): string => loaded.digests.get(id) ?? ''
  const stale = loaded.archive.meetings.map(({ id }) => id).filter((id) => !ledger.recall(id, given(id)))
  onProgress('prøver', 0, stale.length)
  for (const { meeting, reads, findings } of await crew.check(stale, (done) => onProgress('prøver', done, stale.length)))
    ledger.note(meeting, given(meeting), reads, findings)
  const findings = validate(loaded, allRules, ledger)
  if (folder !== undefined && ledger.changed) writeCacheFile(file, version ?? '', ledger.data())
  return { loaded, findings }
}
