import type { Udvalg } from '../referat/authority.ts'
import type { OutcomeId } from '../referat/beslutning.ts'
import { foldLabel } from '../referat/collation.ts'
import { daysBetween } from '../referat/dato.ts'
import { hasMinutes, type Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { once } from '../source/once.ts'
import type { Archive } from './archive.ts'

export type LoopKind = 'postponed' | 'hearing' | 'referred' | 'recommended'

/** A matter that a body put off or passed on, and that has not come back. */
export interface OpenLoop {
  readonly kind: LoopKind
  /** Id of the punkt that left it open. */
  readonly punkt: string
  /** Id of the body that left it open. */
  readonly udvalg: string
  /** ISO date of the meeting. */
  readonly since: string
  /** Days from that meeting to the newest one that was held in the archive; the clock is never asked. */
  readonly days: number
  /** Ids of the bodies that it was sent to, where the archive knows them. */
  readonly awaitedIn: readonly string[]
  /** Id of a punkt on a coming agenda that takes it up. */
  readonly upcoming?: string
}

/** What a page calls a kind of open end, in the order of lists. */
export const LOOP_KINDS: readonly { readonly id: LoopKind; readonly label: string; readonly about: string }[] = [
  { id: 'postponed', label: 'Udsat', about: 'udsat og ikke taget op igen' },
  { id: 'hearing', label: 'Sendt i høring', about: 'sendt i høring og ikke kommet igen' },
  { id: 'recommended', label: 'Anbefalet', about: 'anbefalet til et andet udvalg, som ikke har behandlet den' },
  { id: 'referred', label: 'Sendt videre', about: 'sendt videre og ikke behandlet der' },
]

/** The newest date on which an authority held a meeting; '' where it held none. */
export function newestHeldDate(archive: Archive, authority: string): string {
  const newest = archive.bodiesOf(authority).flatMap(({ id }) => archive.meetingsOf(id).find(hasMinutes)?.date ?? [])
  return newest.sort().at(-1) ?? ''
}

/**
 * What was postponed, sent to a hearing, recommended or sent on and has not come back, oldest first. A matter has come
 * back when a later meeting that was held treats the same case, refers to the punkt, or treats a punkt of the same
 * title in the same body or in one that it was sent to. Standing cases are no matters; what was rejected or withdrawn
 * besides is closed.
 */
export const findOpenLoops = once((archive: Archive): readonly OpenLoop[] => {
  const newest = new Map(archive.authorities.map(({ id }) => [id, newestHeldDate(archive, id)]))
  const byTitle = titlesByBody(archive)
  const loops: OpenLoop[] = []
  for (const punkt of archive.punkter) {
    const meeting = archive.meeting(punkt.meeting)
    const kind = hasMinutes(meeting) ? loopKindOf(punkt) : undefined
    const sag = archive.sagOf(punkt)
    if (!kind || sag?.standing) continue
    const awaitedIn = punkt.forwardedTo.flatMap((name) => archive.findBody(meeting.authority, name)?.id ?? [])
    const places = [...new Set([meeting.udvalg, ...awaitedIn])]
    const followers = [
      ...(sag?.punkter ?? []),
      ...archive.referencesTo(punkt.id).map(({ from }) => from),
      ...places.flatMap((place) => byTitle.get(titleKey(place, punkt)) ?? []),
    ]
    const later = followers.flatMap((id) => {
      const follower = archive.punkt(id)
      const at = archive.meeting(follower.meeting)
      return isLater(at, meeting) && at.status !== 'aflyst' ? [{ id, at }] : []
    })
    if (later.some(({ at }) => hasMinutes(at))) continue
    const upcoming = later.map(({ id }) => id)[0]
    loops.push({
      ...{ kind, punkt: punkt.id, udvalg: meeting.udvalg, since: meeting.date },
      ...{
        days: daysBetween(meeting.date, newest.get(meeting.authority) ?? meeting.date),
        awaitedIn: [...new Set(awaitedIn)].filter((id) => id !== meeting.udvalg),
      },
      ...(upcoming !== undefined && { upcoming }),
    })
  }
  return loops.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.punkt < b.punkt ? -1 : 1))
})

/** In which way a punkt leaves a matter open, if it does. */
function loopKindOf({ beslutning: { outcomes }, forwardedTo }: Punkt): LoopKind | undefined {
  const has = (outcome: OutcomeId): boolean => outcomes.includes(outcome)
  if (outcomes[0] === 'withdrawn' || outcomes.length === 0) return undefined
  if (has('postponed')) return 'postponed'
  if (has('recommended')) return 'recommended'
  if (has('hearing')) return 'hearing'
  if (has('referred')) return 'referred'
  return forwardedTo.length > 0 && outcomes[0] !== 'rejected' ? 'referred' : undefined
}

function titlesByBody(archive: Archive): ReadonlyMap<string, readonly string[]> {
  const byTitle = new Map<string, string[]>()
  for (const punkt of archive.punkter) {
    const key = titleKey(archive.meeting(punkt.meeting).udvalg, punkt)
    const list = byTitle.get(key)
    if (list) list.push(punkt.id)
    else byTitle.set(key, [punkt.id])
  }
  return byTitle
}

function titleKey(udvalg: Udvalg['id'], { title }: Punkt): string {
  return `${udvalg} ${foldLabel(title)}`
}

function isLater(a: Meeting, b: Meeting): boolean {
  return a.date > b.date || (a.date === b.date && a.id !== b.id && (a.start ?? '') > (b.start ?? ''))
}
