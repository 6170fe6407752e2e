import type { Authority, Site, Udvalg } from '../referat/authority.ts'
import { compareDanish, foldLabel } from '../referat/collation.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Archive, ArchiveThings, ResolvedReference, Sag } from './archive.ts'
import { gatherCases, sagId } from './cases.ts'
import { resolveReferences } from './references.ts'

/** The parts that the graph is built from. */
export interface Parts {
  readonly site: Site
  readonly authorities: readonly Authority[]
  readonly udvalg: readonly Udvalg[]
  readonly meetings: readonly Meeting[]
  readonly punkter: readonly Punkt[]
  /** What a file of an authority that is not among these is published as. */
  readonly publishedElsewhere?: ((file: string) => string | undefined) | undefined
}

/** Builds the frozen graph: sorts, indexes, gathers cases and resolves references. */
export function buildGraph(parts: Parts): Archive {
  const authorities = [...parts.authorities].sort((a, b) => compareDanish(a.name, b.name) || compare(a.id, b.id))
  const udvalg = [...parts.udvalg].sort((a, b) => compare(a.authority, b.authority) || compareDanish(a.name, b.name) || compare(a.id, b.id))
  const meetings = [...parts.meetings].sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id))
  const rank = new Map(meetings.map((meeting, index) => [meeting.id, index]))
  const punkter = [...parts.punkter].sort(
    (a, b) => (rank.get(a.meeting) ?? 0) - (rank.get(b.meeting) ?? 0) || a.order - b.order || compare(a.file, b.file),
  )

  const authorityById = byId(authorities)
  const udvalgById = byId(udvalg)
  const meetingById = byId(meetings)
  const punktById = byId(punkter)
  const bodiesByAuthority = group(udvalg, (body) => body.authority)
  const meetingsByBody = group(meetings, (meeting) => meeting.udvalg)
  const punkterByMeeting = group(punkter, (punkt) => punkt.meeting)
  const meetingsByDay = group(meetings, (meeting) => `${meeting.udvalg} ${meeting.date}`)

  // The first of two punkter with one number is the one that a reference means; a rule reports the other.
  const numbered = new Map([...punkter].reverse().map((punkt) => [`${punkt.meeting} ${foldLabel(punkt.number)}`, punkt]))
  const names = new Map<string, Udvalg>()
  for (const body of [...udvalg].reverse()) {
    for (const name of [...body.aliases, body.slug, body.name]) names.set(`${body.authority} ${foldLabel(name)}`, body)
  }
  // A body is written in few ways and asked for in many places.
  const found = new Map<string, Udvalg | undefined>()
  const findBody = (authority: string, name: string): Udvalg | undefined => {
    const written = `${authority} ${name}`
    if (!found.has(written)) found.set(written, names.get(`${authority} ${foldLabel(name)}`))
    return found.get(written)
  }
  const successor = (body: Udvalg): Udvalg | undefined => (body.succeededBy ? findBody(body.authority, body.succeededBy) : undefined)
  const predecessors = group(udvalg, (body) => successor(body)?.id ?? '')

  const sager = gatherCases(punkter, (punkt) => must(meetingById, punkt.meeting)).sort(
    (a, b) => compare(a.authority, b.authority) || compareDanish(a.sagsnummer.key, b.sagsnummer.key) || compare(a.id, b.id),
  )
  const sagById = byId(sager)
  const sagByPunkt = new Map(sager.flatMap((sag) => sag.punkter.map((id): [Punkt, Sag] => [must(punktById, id), sag])))
  const sagOf = (punkt: Punkt): Sag | undefined =>
    punkt.sagsnummer && (sagByPunkt.get(punkt) ?? sagById.get(sagId(must(meetingById, punkt.meeting).authority, punkt)))
  const sagerByAuthority = group(sager, (sag) => sag.authority)

  const from = new Map<string, readonly ResolvedReference[]>()
  const to = new Map<string, ResolvedReference[]>()
  const index = {
    findBody,
    meetingsOn: (body: string, date: string) => meetingsByDay.get(`${body} ${date}`) ?? [],
    punktNumbered: (meeting: string, number: string) => numbered.get(`${meeting} ${foldLabel(number)}`),
    kin: (body: Udvalg) => [...[successor(body)].filter((found) => found !== undefined), ...(predecessors.get(body.id) ?? [])],
  }
  for (const punkt of punkter) {
    if (punkt.references.length === 0) continue
    const resolved = resolveReferences(punkt, must(meetingById, punkt.meeting).authority, index)
    from.set(punkt.id, resolved)
    for (const reference of resolved) {
      if (reference.kind !== 'punkt' || reference.target === undefined || reference.target === punkt.id) continue
      const list = to.get(reference.target)
      if (list) list.push(reference)
      else to.set(reference.target, [reference])
    }
  }

  let published: ReadonlyMap<string, string> | undefined
  const things = { authority: authorityById, body: udvalgById, meeting: meetingById, punkt: punktById, sag: sagById }
  return Object.freeze({
    site: parts.site,
    authorities: Object.freeze(authorities),
    udvalg: Object.freeze(udvalg),
    meetings: Object.freeze(meetings),
    punkter: Object.freeze(punkter),
    sager: Object.freeze(sager),
    authority: (id: string) => must(authorityById, id),
    body: (id: string) => must(udvalgById, id),
    meeting: (id: string) => must(meetingById, id),
    punkt: (id: string) => must(punktById, id),
    sag: (id: string) => must(sagById, id),
    sagOf,
    sagNameOf: sagOf,
    bodiesOf: (authority: string) => bodiesByAuthority.get(authority) ?? [],
    meetingsOf: (body: string) => meetingsByBody.get(body) ?? [],
    meetingsBeside: (meeting: Meeting) => {
      const all = meetingsByBody.get(meeting.udvalg) ?? []
      const at = all.findIndex(({ id }) => id === meeting.id)
      return { newer: all[at - 1], older: all[at + 1] }
    },
    punkterOf: (meeting: string) => punkterByMeeting.get(meeting) ?? [],
    sagerOf: (authority: string) => sagerByAuthority.get(authority) ?? [],
    sectionsOf: (punkt: Punkt) => punkt.sections,
    referencesFrom: (punkt: string) => from.get(punkt) ?? [],
    referencesTo: (punkt: string) => to.get(punkt) ?? [],
    findBody,
    publishedAs: (file: string) => {
      published ??= publishedFiles([{ file: parts.site.file, id: '' }, ...authorities, ...udvalg, ...meetings], punkter)
      return published.get(file) ?? parts.publishedElsewhere?.(file)
    },
    ...(parts.publishedElsewhere && { publishedElsewhere: parts.publishedElsewhere }),
    find: <Kind extends keyof ArchiveThings>(kind: Kind, id: string) => things[kind].get(id) as ArchiveThings[Kind] | undefined,
  })
}

/** What files are published as: those of things and punkter by their ids, open attachments by their paths. */
export function publishedFiles(
  things: readonly { readonly file: string; readonly id: string }[],
  punkter: readonly Punkt[],
): ReadonlyMap<string, string> {
  const published = new Map([...things, ...punkter].map(({ file, id }): [string, string] => [file, id]))
  for (const { meeting, bilag } of punkter) {
    for (const { open, file, bytes } of bilag)
      if (open && file !== undefined && bytes !== undefined) published.set(`${meeting}/${file}`, `${meeting}/${file}`)
  }
  return published
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const list = groups.get(keyOf(item))
    if (list) list.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function must<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id)
  if (found === undefined) throw new Error(`Nothing in the archive has the id ${id}.`)
  return found
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
