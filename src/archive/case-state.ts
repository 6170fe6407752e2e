import type { OutcomeId } from '../referat/beslutning.ts'
import type { Archive, Sag } from './archive.ts'

export type CaseStateId = 'running' | 'decided' | 'postponed' | 'hearing' | 'rejected' | 'withdrawn' | 'informed'

/** Where a case stands, and the treatment that put it there. */
export interface CaseState {
  readonly id: CaseStateId
  /** Id of the punkt that the state follows from. */
  readonly punkt: string
  /** ISO date of its meeting. */
  readonly since: string
}

/** A treatment as the rules see it. */
export interface CaseStep {
  /** Primary first; empty where there is no decision, or none that is public. */
  readonly outcomes: readonly OutcomeId[]
  /** Id of the body. */
  readonly udvalg: string
  /** True where it was sent on to another body. */
  readonly forwarded: boolean
}

/** What a page calls a state, and what it means in a sentence. */
export const CASE_STATES: Readonly<Record<CaseStateId, { readonly label: string; readonly about: string }>> = {
  running: { label: 'I gang', about: 'Arkivet har ingen endelig beslutning i sagen endnu.' },
  decided: { label: 'Afgjort', about: 'Der er truffet en beslutning, som ikke er sendt videre.' },
  postponed: { label: 'Udsat', about: 'Sagen er udsat og er ikke kommet igen.' },
  hearing: { label: 'I høring', about: 'Sagen er sendt i høring og er ikke kommet igen.' },
  rejected: { label: 'Afvist', about: 'Der er sagt nej.' },
  withdrawn: { label: 'Taget af dagsordenen', about: 'Sagen blev taget af dagsordenen og er ikke kommet igen.' },
  informed: { label: 'Til orientering', about: 'Sagen er taget til efterretning eller givet som orientering.' },
}

/**
 * The state of a case after its meetings so far; undefined for a standing case, and where the decisions tell none.
 *
 * The treatments at meetings that were held are read oldest first, and each sets the state by the first rule that fits.
 * "Onward" means that the decision also recommends, refers or names bodies in `videre til`.
 *
 * | # | the treatment                                           | state                                             |
 * |---|---------------------------------------------------------|---------------------------------------------------|
 * | 1 | primary: withdrawn                                      | withdrawn; a case decided or rejected stays so    |
 * | 2 | primary: postponed                                      | postponed                                         |
 * | 3 | primary: rejected                                       | rejected; onward or with a postponement: running  |
 * | 4 | primary: recommended or referred                        | running                                           |
 * | 5 | hearing among the outcomes                              | hearing                                           |
 * | 6 | approved, approved-amended or elected among them        | decided; onward or with a postponement: running   |
 * | 7 | onward, whatever the outcome                            | running                                           |
 * | 8 | postponed among the outcomes                            | postponed                                         |
 * | 9 | primary: discussed                                      | running; a case decided or rejected stays so      |
 * | 10| primary: noted or informed, the first word of the case  | informed                                          |
 * | 11| the same, after withdrawn or postponed                  | informed                                          |
 * | 12| the same, in another body than the one that sent it on  | informed                                          |
 * | 13| the same, after a hearing                               | running                                           |
 * | 14| nothing, other, or no decision that can be read         | running after a postponement or hearing           |
 * | 15| whatever else                                           | as before                                         |
 *
 * Noted is no approval: a case that was only ever noted is never "decided".
 */
export function caseStateOf(archive: Archive, sag: Sag): CaseState | undefined {
  if (sag.standing) return undefined
  let state: CaseState | undefined
  let sentOnBy: string | undefined
  for (const id of sag.punkter) {
    const punkt = archive.punkt(id)
    const meeting = archive.meeting(punkt.meeting)
    if (meeting.status === 'dagsorden' || meeting.status === 'aflyst') continue
    const step: CaseStep = { outcomes: punkt.beslutning.outcomes, udvalg: meeting.udvalg, forwarded: punkt.forwardedTo.length > 0 }
    const next = stateAfter(step, state?.id, sentOnBy)
    if (next === undefined) continue
    if (isOnward(step) || next !== 'running') sentOnBy = isOnward(step) ? meeting.udvalg : undefined
    // A state that lasts keeps the treatment that gave it, unless the same was decided anew.
    if (next !== state?.id || sets(step)) state = { id: next, punkt: id, since: meeting.date }
  }
  return state
}

/** The state of a case after one more treatment; see the table of `caseStateOf`. */
export function stateAfter(step: CaseStep, before?: CaseStateId, sentOnBy?: string): CaseStateId | undefined {
  const [primary] = step.outcomes
  const settled = before === 'decided' || before === 'rejected'
  const has = (outcome: OutcomeId): boolean => step.outcomes.includes(outcome)
  const open = isOnward(step) || has('postponed')
  if (primary === 'withdrawn') return settled ? before : 'withdrawn'
  if (primary === 'postponed') return 'postponed'
  if (primary === 'rejected') return open ? 'running' : 'rejected'
  if (primary === 'recommended' || primary === 'referred') return 'running'
  if (has('hearing')) return 'hearing'
  if (has('approved') || has('approved-amended') || has('elected')) return open ? 'running' : 'decided'
  if (isOnward(step)) return 'running'
  if (has('postponed')) return 'postponed'
  if (primary === 'discussed') return settled ? before : 'running'
  const cameBack = before === 'postponed' || before === 'withdrawn'
  if (primary === 'noted' || primary === 'informed') {
    if (before === undefined || cameBack || (sentOnBy !== undefined && sentOnBy !== step.udvalg)) return 'informed'
    return before === 'hearing' ? 'running' : before
  }
  return cameBack || before === 'hearing' ? 'running' : before
}

function isOnward({ outcomes, forwarded }: CaseStep): boolean {
  return forwarded || outcomes.includes('recommended') || outcomes.includes('referred')
}

/** True for outcomes that say themselves where a case stands. */
function sets({ outcomes }: CaseStep): boolean {
  return outcomes.some((outcome) => !['noted', 'informed', 'discussed', 'nothing', 'other', 'withdrawn'].includes(outcome))
}
