import type { Udvalg } from '../referat/authority.ts'
import { foldLabel } from '../referat/collation.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Reference } from '../referat/reference.ts'
import type { ResolvedReference } from './archive.ts'

/** What references are resolved against. */
export interface ReferenceIndex {
  readonly findBody: (authority: string, name: string) => Udvalg | undefined
  readonly meetingsOn: (udvalg: string, date: string) => readonly Meeting[]
  /** A punkt of a meeting by its number as written, however it is cased. */
  readonly punktNumbered: (meeting: string, number: string) => Punkt | undefined
  /** Bodies that took over from a body, or that it took over from. */
  readonly kin: (udvalg: Udvalg) => readonly Udvalg[]
}

/**
 * Resolves what a punkt points back at. A prose reference that repeats one of the frontmatter's is dropped, and so is
 * the mere mention of a meeting: its own, or one that the archive does not hold.
 */
export function resolveReferences(punkt: Punkt, authority: string, index: ReferenceIndex): ResolvedReference[] {
  const resolved = new Map<string, ResolvedReference>()
  for (const reference of punkt.references) {
    const result = resolve(punkt.id, reference, authority, index)
    if (isMereMention(result, punkt)) continue
    const key = result.target ?? `${foldLabel(reference.udvalg)} ${reference.dato} ${reference.punkt ?? ''}`
    if (!resolved.has(key)) resolved.set(key, result)
  }
  return [...resolved.values()]
}

function isMereMention({ reference, kind, target }: ResolvedReference, punkt: Punkt): boolean {
  if (reference.origin === 'frontmatter' || reference.punkt !== undefined) return false
  return kind !== 'meeting' || target === punkt.meeting
}

function resolve(from: string, reference: Reference, authority: string, index: ReferenceIndex): ResolvedReference {
  const body = index.findBody(authority, reference.udvalg)
  if (!body) return { reference, from, kind: 'unknown' }
  const meetings = [body, ...index.kin(body)].flatMap((candidate) => index.meetingsOn(candidate.id, reference.dato))
  for (const meeting of meetings) {
    const target = reference.punkt === undefined ? undefined : index.punktNumbered(meeting.id, reference.punkt)
    if (target) return { reference, from, kind: 'punkt', target: target.id }
  }
  const meeting = meetings[0]
  return meeting ? { reference, from, kind: 'meeting', target: meeting.id } : { reference, from, kind: 'body', target: body.id }
}
