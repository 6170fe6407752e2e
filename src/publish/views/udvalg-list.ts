import type { Archive } from '../../archive/archive.ts'
import type { Authority, Udvalg } from '../../referat/authority.ts'
import { formatDate } from '../../referat/dato.ts'
import { type AzGroup, groupByInitial } from '../az.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { TYPE_LABELS } from './udvalg.ts'

/** The A–Å list of an authority's bodies. */
export interface UdvalgListView extends View {
  readonly authority: { readonly name: string; readonly url: string; readonly peopleUrl: string }
  readonly total: number
  readonly groups: readonly AzGroup[]
}

/** The A–Å list of an authority's bodies. */
export function udvalgListView(archive: Archive, authority: Authority): UdvalgListView {
  const bodies = archive.bodiesOf(authority.id)
  return {
    template: 'views/udvalg-list.njk',
    page: { url: urls.bodies(authority.id) },
    title: `Udvalg og råd i ${authority.name}`,
    description: `De ${bodies.length} udvalg, råd og grupper i ${authority.name}, hvis referater er i arkivet.`,
    breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Udvalg' }),
    authority: { name: authority.name, url: urls.of(authority.id), peopleUrl: urls.people(authority.id) },
    total: bodies.length,
    groups: groupByInitial(bodies.map((body) => ({ label: body.name, url: urls.of(body.id), note: noteOn(archive, body) }))),
  }
}

function noteOn(archive: Archive, body: Udvalg): string {
  const meetings = archive.meetingsOf(body.id)
  const newest = meetings[0]
  return [
    TYPE_LABELS[body.type],
    newest === undefined
      ? 'ingen møder endnu'
      : `${meetings.length === 1 ? '1 møde' : `${meetings.length} møder`}, senest ${formatDate(newest.date)}`,
    ...(body.closedDown === undefined ? [] : [`nedlagt ${formatDate(body.closedDown)}`]),
  ].join(' · ')
}
