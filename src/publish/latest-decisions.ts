import type { Archive } from '../archive/archive.ts'
import type { OutcomeId } from '../referat/beslutning.ts'
import type { Meeting } from '../referat/meeting.ts'
import { type PunktItem, punktItem } from './punkt-item.ts'

/** Outcomes that settle or move a matter; an orientation given is no news to a citizen. */
const WEIGHTY: ReadonlySet<OutcomeId> = new Set<OutcomeId>([
  'approved',
  'approved-amended',
  'rejected',
  'postponed',
  'recommended',
  'hearing',
  'referred',
  'elected',
])

const OF_EACH = 3

/**
 * The decisions that matter most to a reader from the given meetings (newest first), at most three of each meeting.
 * A case that has been through several bodies stands once, with its newest treatment. Where none is weighty, any will do.
 */
export function latestDecisions(archive: Archive, meetings: readonly Meeting[], limit: number): readonly PunktItem[] {
  const weighty = pick(archive, meetings, limit, (outcome) => WEIGHTY.has(outcome))
  return weighty.length > 0 ? weighty : pick(archive, meetings, limit, () => true)
}

function pick(
  archive: Archive,
  meetings: readonly Meeting[],
  limit: number,
  counts: (outcome: OutcomeId) => boolean,
): readonly PunktItem[] {
  const items: PunktItem[] = []
  const seen = new Set<string>()
  for (const meeting of meetings) {
    if (items.length >= limit) break
    const picked = archive
      .punkterOf(meeting.id)
      .filter(({ closed, beslutning }) => !closed && beslutning.outcomes[0] !== undefined && counts(beslutning.outcomes[0]))
      .filter((punkt) => {
        const sag = archive.sagOf(punkt)?.id ?? punkt.id
        return !seen.has(sag) && seen.add(sag)
      })
    items.push(...picked.slice(0, OF_EACH).map((punkt) => punktItem(archive, punkt)))
  }
  return items.slice(0, limit)
}
