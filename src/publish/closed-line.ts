import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'

/** A sentence on a punkt behind closed doors; '' for an open one. */
export function closedLine(punkt: Punkt, meeting: Meeting): string {
  if (!punkt.closed) return ''
  const ground = punkt.legalGround ? ` Grundlag: ${punkt.legalGround.replace(/[.\s]+$/, '')}.` : ''
  if (meeting.status === 'aflyst') return `Punktet skulle være behandlet for lukkede døre.${ground}`
  return `${meeting.status === 'dagsorden' ? 'Punktet behandles for lukkede døre.' : 'Punktet er behandlet for lukkede døre.'}${ground}`
}
