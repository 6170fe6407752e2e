import type { Loaded } from '../archive/archive.ts'
import { type Finding, hasErrors } from '../findings/finding.ts'
import type { Meeting } from '../referat/meeting.ts'
import { approvalOf, approvalPath, formatApproval } from './approval.ts'

/** What locking the words of approved minutes comes to. */
export interface ApprovePlan {
  /** Digest files to write, by path below the content folder. */
  readonly files: ReadonlyMap<string, string>
  /** Ids of meetings whose digest is right already. */
  readonly unchanged: readonly string[]
  /** Why a meeting was not locked, one Danish sentence each, by id. */
  readonly refused: ReadonlyMap<string, string>
}

/**
 * Plans the digest files of approved minutes. A meeting that has errors is refused, so that a change to the words
 * without a correction cannot be locked in.
 * @param meetings ids; all approved meetings where it is left out
 * @param findings of `validate`
 */
export function planApproval({ archive, sources }: Loaded, findings: readonly Finding[], meetings?: readonly string[]): ApprovePlan {
  const files = new Map<string, string>()
  const unchanged: string[] = []
  const refused = new Map<string, string>()
  const byId = new Map(archive.meetings.map((meeting) => [meeting.id, meeting]))
  const chosen = meetings ?? archive.meetings.filter(({ status }) => status === 'godkendt').map(({ id }) => id)
  for (const id of [...new Set(chosen)].sort()) {
    const meeting = byId.get(id)
    const reason = meeting ? reasonAgainst(meeting, findings) : 'Mødet findes ikke i arkivet.'
    if (!meeting || reason) {
      refused.set(id, reason ?? '')
      continue
    }
    const path = approvalPath(meeting)
    const text = formatApproval(approvalOf(meeting, archive))
    if (sources.tree.assets.get(path)?.text === text) unchanged.push(id)
    else files.set(path, text)
  }
  return { files, unchanged, refused }
}

function reasonAgainst({ id, status }: Meeting, findings: readonly Finding[]): string | undefined {
  if (status !== 'godkendt') return `Mødet har status ${status}; kun et godkendt referat kan låses.`
  if (hasErrors(findings.filter(({ file }) => file.startsWith(`${id}/`)))) return 'Mødet har fejl; ret dem først (npm run validate).'
  return undefined
}
