import { type OutcomeId, outcomeLabel } from '../referat/beslutning.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'

/** An outcome as a page shows it: words, and an id that picks its mark. */
export interface OutcomeView {
  readonly id: OutcomeId | 'missing' | 'closed' | 'pending' | 'cancelled'
  readonly label: string
  /** True where it was read from the text and not written by the clerk. */
  readonly derived: boolean
}

/**
 * What became of a punkt, primary first, never empty. A closed punkt says so before its open outcome; what stands on an
 * agenda or belonged to a cancelled meeting has no outcome yet and is not called undecided.
 */
export function outcomesOf(punkt: Punkt, meeting: Meeting): readonly OutcomeView[] {
  const { status, outcomes, derived } = punkt.beslutning
  const known = outcomes.map((id): OutcomeView => ({ id, label: outcomeLabel(id), derived }))
  const closed: OutcomeView[] = punkt.closed || status === 'closed' ? [{ id: 'closed', label: outcomeLabel('closed'), derived: false }] : []
  if (known.length > 0) return [...closed, ...known]
  if (meeting.status === 'aflyst') return [...closed, { id: 'cancelled', label: 'Mødet aflyst', derived: false }]
  if (meeting.status === 'dagsorden') return [...closed, { id: 'pending', label: 'Ikke behandlet endnu', derived: false }]
  return closed.length > 0 ? closed : [{ id: 'missing', label: outcomeLabel('missing'), derived: false }]
}

/** The value of `data-outcome` on a punkt's page: outcome ids primary first, or `missing` or `closed`. */
export function outcomeHook(punkt: Punkt): string {
  const { status, outcomes } = punkt.beslutning
  if (status === 'closed') return 'closed'
  return outcomes.length > 0 ? outcomes.join(' ') : 'missing'
}
