import type { Authority } from '../../referat/authority.ts'
import { yearOf } from '../../referat/dato.ts'
import { partyName } from '../../referat/party.ts'
import { type AzGroup, groupByInitial } from '../az.ts'
import type { Membership } from '../homonyms.ts'
import type { Person } from '../people.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

/** The A–Å list of the members of an authority's political bodies. */
export interface PeopleView extends View {
  readonly authority: { readonly name: string; readonly url: string }
  readonly total: number
  readonly groups: readonly AzGroup[]
}

/** The A–Å list of the members of an authority's political bodies, by first name as minutes write them. */
export function peopleView(authority: Authority, people: readonly Person[]): PeopleView {
  return {
    template: 'views/people.njk',
    page: { url: urls.people(authority.id) },
    title: `Medlemmer i ${authority.name}`,
    description: `Medlemmer af kommunalbestyrelse, udvalg og råd i ${authority.name}: hvor de har siddet, hvornår og for hvem.`,
    breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Medlemmer' }),
    authority: { name: authority.name, url: urls.of(authority.id) },
    total: people.length,
    groups: groupByInitial(people.map((person) => ({ label: person.name, url: personUrl(person), note: noteOn(person) }))),
  }
}

/** The address of a person's page. */
export function personUrl({ authority, slug }: Person): string {
  return urls.person(authority.id, slug)
}

/** A membership's party in the words of its own term, such as "Venstre (V)"; undefined where none is given. */
export function partyOf(authority: Authority, { member }: Membership): string | undefined {
  if (member.party === undefined) return undefined
  const name = partyName(authority, member.party, member.from ?? member.to ?? '')
  return name === member.party ? name : `${name} (${member.party})`
}

function noteOn(person: Person): string {
  const newest = person.memberships[0]
  const party = newest && partyOf(person.authority, newest)
  const bodies = [...new Set(person.memberships.map(({ body }) => body.name))]
  const years = person.memberships.flatMap(({ member }) => [member.from, member.to].flatMap((date) => (date ? [yearOf(date)] : [])))
  const period = [...new Set([Math.min(...years), Math.max(...years)])].filter(Number.isFinite).join('–')
  return [party, bodies.join(', '), period].filter((part) => part !== undefined && part !== '').join(' · ')
}
