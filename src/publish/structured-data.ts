import type { Archive } from '../archive/archive.ts'
import type { Authority, AuthorityType } from '../referat/authority.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { urls } from './urls.ts'
import type { Breadcrumb } from './view.ts'

const ORGANISATION: Readonly<Record<AuthorityType, string>> = {
  kommune: 'GovernmentOrganization',
  region: 'GovernmentOrganization',
  fællesskab: 'GovernmentOrganization',
  skole: 'EducationalOrganization',
  forening: 'Organization',
}

type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>

/** JSON-LD as text that is safe inside a `<script>`: no `<` can end the element, and no line separator can break it. */
export function structuredData(...things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

/** schema.org BreadcrumbList of a page. */
export function breadcrumbList(archive: Archive, pageUrl: string, breadcrumbs: readonly Breadcrumb[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: breadcrumbs.map(({ label, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: `${archive.site.url}${url ?? pageUrl}`,
    })),
  }
}

/** schema.org Event of a meeting. Times are local, as schema.org reads a time without an offset. */
export function meetingEvent(archive: Archive, meeting: Meeting, name: string): Thing {
  const authority = archive.authority(meeting.authority)
  const at = (time: string | undefined): string => (time ? `${meeting.date}T${time}` : meeting.date)
  return {
    '@type': 'Event',
    name,
    url: `${archive.site.url}${urls.of(meeting.id)}`,
    startDate: at(meeting.start),
    ...(meeting.end && { endDate: at(meeting.end) }),
    eventStatus: `https://schema.org/${meeting.status === 'aflyst' ? 'EventCancelled' : 'EventScheduled'}`,
    ...(meeting.place && { location: { '@type': 'Place', name: meeting.place } }),
    organizer: {
      '@type': ORGANISATION[authority.type],
      name: archive.body(meeting.udvalg).name,
      url: `${archive.site.url}${urls.of(meeting.udvalg)}`,
      parentOrganization: organisation(authority),
    },
  }
}

/** schema.org CreativeWork of a punkt: what it is called, its case number, and the meeting it belongs to. */
export function punktWork(archive: Archive, punkt: Punkt, meeting: Meeting, description: string): Thing {
  return {
    '@type': 'CreativeWork',
    name: punkt.title,
    description,
    url: `${archive.site.url}${urls.of(punkt.id)}`,
    inLanguage: 'da',
    position: punkt.number,
    ...(punkt.sagsnummer && { identifier: punkt.sagsnummer.written }),
    isPartOf: {
      '@type': 'CreativeWork',
      name: `${archive.body(meeting.udvalg).name} ${meeting.date}`,
      url: `${archive.site.url}${urls.of(meeting.id)}`,
    },
    publisher: organisation(archive.authority(meeting.authority)),
  }
}

function organisation({ type, name, homepage }: Authority): Thing {
  return { '@type': ORGANISATION[type], name, ...(homepage && { url: homepage }) }
}
