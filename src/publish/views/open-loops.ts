import type { Archive } from '../../archive/archive.ts'
import { LOOP_KINDS, type LoopKind, newestHeldDate, type OpenLoop } from '../../archive/open-loops.ts'
import type { Authority } from '../../referat/authority.ts'
import { compareDanish } from '../../referat/collation.ts'
import { duration } from '../duration.ts'
import { type PunktItem, punktItem } from '../punkt-item.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

/** A matter that has not come back, in a list. */
export interface LoopItem {
  readonly kind: LoopKind
  readonly punkt: PunktItem
  /** "6 måneder". */
  readonly waited: string
  readonly awaitedIn: readonly { readonly name: string; readonly url: string }[]
  readonly upcoming?: { readonly date: string; readonly bodyName: string; readonly url: string }
}

/** The page of what an authority has put off or passed on, and that has not come back. */
export interface OpenLoopsView extends View {
  readonly authority: { readonly name: string; readonly url: string }
  readonly total: number
  /** ISO date that the waiting is counted to. */
  readonly countedTo: string
  readonly kinds: readonly { readonly id: LoopKind; readonly label: string; readonly count: number }[]
  /** By body; the longest wait first. */
  readonly bodies: readonly {
    readonly id: string
    readonly name: string
    readonly url: string
    readonly loops: readonly LoopItem[]
  }[]
}

/** The page of an authority's open ends. `loops` are those of its bodies, oldest first. */
export function openLoopsView(archive: Archive, authority: Authority, loops: readonly OpenLoop[]): OpenLoopsView {
  const bodies = archive
    .bodiesOf(authority.id)
    .map((body) => ({ body, own: loops.filter(({ udvalg }) => udvalg === body.id) }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => compareDanish(a.body.name, b.body.name))
  return {
    template: 'views/open-loops.njk',
    page: { url: urls.openLoops(authority.id) },
    title: `Åbne sager i ${authority.name}`,
    description: `${loops.length === 1 ? '1 sag' : `${loops.length} sager`} i ${authority.name}, som er udsat, sendt i høring, anbefalet eller sendt videre og ikke er kommet igen.`,
    breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Åbne sager' }),
    authority: { name: authority.name, url: urls.of(authority.id) },
    data: { countedTo: newestHeldDate(archive, authority.id), open: loops.map((loop) => dataOf(archive, loop)) },
    total: loops.length,
    countedTo: newestHeldDate(archive, authority.id),
    kinds: LOOP_KINDS.map(({ id, label }) => ({ id, label, count: loops.filter(({ kind }) => kind === id).length })).filter(
      ({ count }) => count > 0,
    ),
    bodies: bodies.map(({ body, own }) => ({
      id: body.slug,
      name: body.name,
      url: urls.of(body.id),
      loops: own.map((loop) => itemOf(archive, loop)),
    })),
  }
}

/** An open end for machines; dates ISO, `kind` and `outcomes` ids. */
function dataOf(archive: Archive, loop: OpenLoop): Readonly<Record<string, unknown>> {
  const punkt = archive.punkt(loop.punkt)
  return {
    kind: loop.kind,
    since: loop.since,
    days: loop.days,
    title: punkt.title,
    url: `${archive.site.url}${urls.of(punkt.id)}`,
    udvalg: archive.body(loop.udvalg).name,
    awaitedIn: loop.awaitedIn.map((id) => archive.body(id).name),
    ...(punkt.sagsnummer && { sagsnummer: punkt.sagsnummer.written }),
    outcomes: punkt.beslutning.outcomes,
    ...(loop.upcoming !== undefined && { upcoming: `${archive.site.url}${urls.of(loop.upcoming)}` }),
  }
}

function itemOf(archive: Archive, loop: OpenLoop): LoopItem {
  const upcoming = loop.upcoming === undefined ? undefined : archive.meeting(archive.punkt(loop.upcoming).meeting)
  return {
    kind: loop.kind,
    punkt: punktItem(archive, archive.punkt(loop.punkt)),
    waited: duration(loop.days),
    awaitedIn: loop.awaitedIn.map((id) => ({ name: archive.body(id).name, url: urls.of(id) })),
    ...(upcoming && {
      upcoming: { date: upcoming.date, bodyName: archive.body(upcoming.udvalg).name, url: urls.of(loop.upcoming ?? '') },
    }),
  }
}
