import type { Udvalg, UdvalgType } from '../referat/authority.ts'
import { daysBetween, yearOf } from '../referat/dato.ts'
import type { Member } from '../referat/deltager.ts'
import { personSlug } from './urls.ts'

/** A term in a body. */
export interface Membership {
  readonly body: Udvalg
  readonly member: Member
}

/** The terms that are one person's, and the last part of that person's address. */
export interface Identity {
  readonly slug: string
  /** Oldest first. */
  readonly memberships: readonly Membership[]
}

/** Two terms with more days between them and different parties are taken for two people's: a whole term lies between. */
const LONG_AWAY = 4 * 365

/**
 * Tells people of one name in an authority's bodies apart. Two terms are two people's where they overlap in one body (nobody has two seats), where
 * they overlap and the parties differ, where a whole term lies between them and the parties differ, and where one is in a
 * body of the council and the other in a council of citizens or a board, unless both name the same party. A term that could
 * be either's gets a page of its own: a wrong merge is worse than none. The first to sit keeps the plain address.
 */
export function identitiesOf(bodies: readonly Udvalg[]): readonly Identity[] {
  const byName = new Map<string, Membership[]>()
  for (const body of bodies) {
    for (const member of body.members) {
      const slug = personSlug(member.name)
      const list = byName.get(slug)
      if (list) list.push({ body, member })
      else byName.set(slug, [{ body, member }])
    }
  }
  const taken = new Set(byName.keys())
  return [...byName].flatMap(([slug, memberships]) =>
    groupsOf(memberships).map(
      (group, index): Identity => ({ slug: index === 0 ? slug : freeSlug(slug, group, taken), memberships: group }),
    ),
  )
}

function groupsOf(memberships: readonly Membership[]): Membership[][] {
  const groups: Membership[][] = []
  for (const membership of [...memberships].sort(oldestFirst)) {
    const fitting = groups.filter((group) => group.every((other) => mayBeOne(membership, other)))
    if (fitting.length === 1) fitting[0]?.push(membership)
    else groups.push([membership])
  }
  return groups
}

/** Bodies that only members of the council sit in. */
const OF_THE_COUNCIL: ReadonlySet<UdvalgType> = new Set(['kommunalbestyrelse', 'økonomiudvalg', 'fagudvalg'])

function mayBeOne(a: Membership, b: Membership): boolean {
  const sameParty = a.member.party !== undefined && a.member.party === b.member.party
  if (!sameParty && OF_THE_COUNCIL.has(a.body.type) !== OF_THE_COUNCIL.has(b.body.type)) return false
  const partiesDiffer = a.member.party !== undefined && b.member.party !== undefined && a.member.party !== b.member.party
  if (overlap(a.member, b.member)) return !partiesDiffer && (a.body.id !== b.body.id || isUndated(a.member) || isUndated(b.member))
  return !partiesDiffer || daysApart(a.member, b.member) <= LONG_AWAY
}

/** True for terms that share more than the day on which one takes over from the other. */
function overlap(a: Member, b: Member): boolean {
  return (a.from ?? '') < (b.to ?? '9999') && (b.from ?? '') < (a.to ?? '9999')
}

function isUndated({ from, to }: Member): boolean {
  return from === undefined && to === undefined
}

function daysApart(a: Member, b: Member): number {
  const [first, second] = (a.from ?? '') <= (b.from ?? '') ? [a, b] : [b, a]
  return first.to === undefined || second.from === undefined ? 0 : daysBetween(first.to, second.from)
}

function freeSlug(slug: string, group: readonly Membership[], taken: Set<string>): string {
  const from = group[0]?.member.from
  const wanted = from === undefined ? `${slug}-2` : `${slug}-${yearOf(from)}`
  let free = wanted
  for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`
  taken.add(free)
  return free
}

function oldestFirst(a: Membership, b: Membership): number {
  const [from, other] = [a.member.from ?? '', b.member.from ?? '']
  return from < other ? -1 : from > other ? 1 : a.body.id < b.body.id ? -1 : a.body.id > b.body.id ? 1 : 0
}
