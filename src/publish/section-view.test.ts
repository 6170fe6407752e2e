import { expect, test } from 'vitest'
import { sectionsOf, subheadingsOf } from './section-view.ts'
import { meetingFile, smallArchive } from './small-archive.ts'

const TEXT = `Før det hele.

### Et afsnit

## Bilag

## Sagsfremstilling

### 2

Se [bilag](#bilag) og [afsnittet](#et-afsnit).

## Bilag

## Sagsfremstilling

## Indhold

## Beslutning fra Byrådet, den 6. januar 2026, punkt 1
`
const archive = smallArchive({
  'soeby/byraadet/2026-01-06/index.md': meetingFile('2026-01-06'),
  'soeby/byraadet/2026-01-06/01-a.md': '---\ntitel: A\nadgang: åben\n---\n\n## Beslutning\n\nUdsat.\n',
  'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03'),
  'soeby/byraadet/2026-02-03/01-b.md': `---\ntitel: B\nadgang: åben\n---\n\n${TEXT}`,
})
const punkt = archive.punkt('soeby/byraadet/2026-02-03/punkt-1')
const onOwnPage = sectionsOf(archive, punkt, { pageUrl: '/soeby/byraadet/2026-02-03/punkt-1/', level: 2, idPrefix: '' })
const onMeeting = sectionsOf(archive, punkt, { pageUrl: '/soeby/byraadet/2026-02-03/', level: 3, idPrefix: 'punkt-1' })

test('sections stand in the order of the clerk, under the words of the clerk', () => {
  expect(onOwnPage.map(({ key, heading }) => [key, heading.map(({ text }) => text).join('')])).toEqual([
    ['other', ''],
    ['attachments', 'Bilag'],
    ['case', 'Sagsfremstilling'],
    ['attachments', 'Bilag'],
    ['case', 'Sagsfremstilling'],
    ['wrapper', 'Indhold'],
    ['earlier-decision', 'Beslutning fra Byrådet, den 6. januar 2026, punkt 1'],
  ])
})

test('no two ids on a page are the same, whatever the headings', () => {
  for (const sections of [onOwnPage, onMeeting]) {
    const inner = sections.flatMap(({ html }) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const ids = [...sections.map(({ id }) => id), ...inner, 'indhold', 'beslutningen', 'forloeb']
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('headings follow on the level above them, with or without a section heading', () => {
  expect(onOwnPage[0]?.html).toContain('<h2 id="tekst--et-afsnit">')
  expect(onOwnPage[2]?.html).toContain('<h3 id="sagsfremstilling--2">')
  expect(onMeeting[0]?.html).toContain('<h3 ')
  expect(onMeeting[2]?.html).toContain('<h4 ')
})

test('a link to a heading finds it where it stands on the page', () => {
  expect(onOwnPage[2]?.html).toContain('href="#bilag"')
  expect(onOwnPage[2]?.html).toContain('href="#tekst--et-afsnit"')
  expect(onMeeting[2]?.html).toContain('href="#punkt-1-bilag"')
})

test('an earlier decision in a heading is a link to it', () => {
  expect(onOwnPage[6]?.heading).toEqual([
    { text: 'Beslutning fra ' },
    { text: 'Byrådet, den 6. januar 2026, punkt 1', href: '../../2026-01-06/punkt-1/' },
  ])
})

test('the headings of a text are read back as plain words', () => {
  expect(subheadingsOf('<h3 id="a--b">Køb &amp; <em>salg</em></h3><h4 id="a--c">Nej</h4>', 3)).toEqual([
    { id: 'a--b', label: 'Køb & salg' },
  ])
})
