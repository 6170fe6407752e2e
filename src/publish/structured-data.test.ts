import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meetingFile, smallArchive } from './small-archive.ts'
import { breadcrumbList, meetingEvent, structuredData } from './structured-data.ts'

test('no text can end the script it stands in, and all of it can be read back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('</script><script>alert(1)</script>', '<!--', '\u2028')), (name) => {
      const text = structuredData({ '@type': 'Thing', name })
      expect(text).not.toMatch(/[<\u2028\u2029]/)
      expect(JSON.parse(text)['@graph'][0].name).toBe(name)
    }),
  )
})

test('a cancelled meeting is a cancelled event, at its local time', () => {
  const archive = smallArchive({
    'soeby/byraadet/2026-01-06/index.md': meetingFile('2026-01-06', 'status: aflyst\nstart: "17:00"\nsted: Salen'),
  })
  expect(meetingEvent(archive, archive.meeting('soeby/byraadet/2026-01-06'), 'Byrådet')).toMatchObject({
    url: 'https://referater.example/soeby/byraadet/2026-01-06/',
    startDate: '2026-01-06T17:00',
    eventStatus: 'https://schema.org/EventCancelled',
    location: { name: 'Salen' },
    organizer: { '@type': 'GovernmentOrganization', name: 'Byrådet', parentOrganization: { name: 'Søby Kommune' } },
  })
})

test('the last breadcrumb is the page itself', () => {
  const list = breadcrumbList(smallArchive({}), '/soeby/', [{ label: 'Forside', url: '/' }, { label: 'Søby' }])
  expect(list['itemListElement']).toMatchObject([
    { position: 1, item: 'https://referater.example/' },
    { position: 2, item: 'https://referater.example/soeby/' },
  ])
})
