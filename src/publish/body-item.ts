import type { Archive } from '../archive/archive.ts'
import type { Udvalg, UdvalgType } from '../referat/authority.ts'
import { isUpcoming } from './meeting-item.ts'
import { urls } from './urls.ts'

/** A body in a list. */
export interface BodyItem {
  readonly name: string
  readonly url: string
  readonly type: UdvalgType
  readonly meetingCount: number
  /** Newest meeting that has been held, and the next on the agenda. */
  readonly latest?: { readonly date: string; readonly url: string }
  readonly next?: { readonly date: string; readonly url: string }
  readonly closedDown?: string
}

/** What a list shows of a body. */
export function bodyItem(archive: Archive, body: Udvalg): BodyItem {
  const meetings = archive.meetingsOf(body.id)
  const latest = meetings.find(({ status }) => status === 'referat' || status === 'godkendt')
  const next = meetings.findLast((meeting) => isUpcoming(archive, meeting))
  return {
    name: body.name,
    url: urls.of(body.id),
    type: body.type,
    meetingCount: meetings.length,
    ...(latest && { latest: { date: latest.date, url: urls.of(latest.id) } }),
    ...(next && { next: { date: next.date, url: urls.of(next.id) } }),
    ...(body.closedDown && { closedDown: body.closedDown }),
  }
}

const GROUPS: readonly { readonly label: string; readonly types: readonly UdvalgType[] }[] = [
  { label: 'Politiske udvalg', types: ['kommunalbestyrelse', 'økonomiudvalg', 'fagudvalg'] },
  { label: 'Råd og bestyrelser', types: ['råd', 'bestyrelse'] },
  { label: 'Administrative fora', types: ['administrativt'] },
]

/** Bodies in groups as a citizen knows them: the council first, those that are closed down last. */
export function groupBodies(bodies: readonly BodyItem[]): { readonly label: string; readonly bodies: readonly BodyItem[] }[] {
  const standing = bodies.filter(({ closedDown }) => closedDown === undefined)
  const groups = GROUPS.map(({ label, types }) => ({
    label,
    bodies: types.flatMap((type) => standing.filter((body) => body.type === type)),
  }))
  const closed = bodies.filter(({ closedDown }) => closedDown !== undefined)
  return [...groups, { label: 'Nedlagte udvalg', bodies: closed }].filter((group) => group.bodies.length > 0)
}
