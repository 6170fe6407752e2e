import { describe, expect, test } from 'vitest'
import { contentTree } from '../source/content-tree.ts'
import type { Archive } from './archive.ts'
import { loadArchive } from './load.ts'
import { publishable } from './publishable.ts'

const SITE = '---\ntitel: Prøvearkiv\nurl: https://referater.example/\nbeskrivelse: Til prøve\n---\n'
const AUTHORITY = '---\nnavn: Ønskeby Kommune\ntype: kommune\nsagsnummer: [sbsys]\n---\n'
const body = (name: string, more = ''): string => `---\nnavn: ${name}\ntype: fagudvalg\n${more}---\n`
const meeting = (date: string, status = 'referat'): string => `---\ndato: ${date}\nstatus: ${status}\n---\n`
const punkt = (title: string, more = '', text = '\n## Beslutning\n\nGodkendt.\n'): string =>
  `---\ntitel: ${title}\nadgang: åben\n${more}---\n${text}`

function archiveOf(files: Record<string, string>): Archive {
  return loadArchive(contentTree({ 'index.md': SITE, 'oenskeby/index.md': AUTHORITY, ...files })).archive
}

const TWO_MEETINGS = {
  'oenskeby/skole/index.md': body('Skoleudvalget', 'aliaser: [Udvalget for Skole]\n'),
  'oenskeby/raad/index.md': body('Byrådet'),
  'oenskeby/skole/2026-03-03/index.md': meeting('2026-03-03'),
  'oenskeby/skole/2026-03-03/04-cykelsti.md': punkt('Cykelsti ved skolen', 'sagsnummer: 05.04.00-G01-3-26\n'),
  'oenskeby/raad/2026-03-24/index.md': meeting('2026-03-24'),
  'oenskeby/raad/2026-03-24/01-cykelsti.md': punkt(
    'Cykelsti',
    'sagsnummer: 05.04.00G01-3-26\ntidligere:\n  - { udvalg: udvalget for skole, dato: 2026-03-03, punkt: 4 }\n',
    '\n## Indstilling\n\nSkal godkendes.\n\n### Beslutning fra Skoleudvalget, den 3. marts 2026, punkt 4\n\nAnbefales.\n\n## Beslutning\n\nGodkendt.\n',
  ),
}

describe('the graph', () => {
  test('joins two spellings of a case number into one case, oldest first, named by its newest punkt', () => {
    const [sag] = archiveOf(TWO_MEETINGS).sagerOf('oenskeby')
    expect(sag).toMatchObject({
      id: 'oenskeby/sager/05.04.00g01-3-26',
      title: 'Cykelsti',
      standing: false,
      punkter: ['oenskeby/skole/2026-03-03/punkt-4', 'oenskeby/raad/2026-03-24/punkt-1'],
    })
  })

  test('resolves a reference by alias, tells both ends, and counts head and prose as one', () => {
    const archive = archiveOf(TWO_MEETINGS)
    const from = archive.referencesFrom('oenskeby/raad/2026-03-24/punkt-1')
    expect(from.map(({ kind, target }) => ({ kind, target }))).toEqual([{ kind: 'punkt', target: 'oenskeby/skole/2026-03-03/punkt-4' }])
    expect(archive.referencesTo('oenskeby/skole/2026-03-03/punkt-4').map((reference) => reference.from)).toEqual([
      'oenskeby/raad/2026-03-24/punkt-1',
    ])
  })

  test.each([
    [
      'a punkt that the held meeting lacks',
      '{ udvalg: Skoleudvalget, dato: 2026-03-03, punkt: 9 }',
      'meeting',
      'oenskeby/skole/2026-03-03',
    ],
    ['a meeting that is not held', '{ udvalg: Skoleudvalget, dato: 2019-01-01, punkt: 1 }', 'body', 'oenskeby/skole'],
    ['a body that is not known', '{ udvalg: Havneudvalget, dato: 2019-01-01 }', 'unknown', undefined],
  ])('says what it knows of %s', (_, reference, kind, target) => {
    const archive = archiveOf({
      ...TWO_MEETINGS,
      'oenskeby/raad/2026-03-24/01-cykelsti.md': punkt('Cykelsti', `tidligere: [${reference}]\n`),
    })
    expect(archive.referencesFrom('oenskeby/raad/2026-03-24/punkt-1')).toMatchObject([target === undefined ? { kind } : { kind, target }])
  })

  test('finds a meeting of the body that was there before', () => {
    const archive = archiveOf({
      ...TWO_MEETINGS,
      'oenskeby/skole/index.md': body('Skoleudvalget', 'nedlagt: 2026-03-31\nafløst af: Børneudvalget\n'),
      'oenskeby/boern/index.md': body('Børneudvalget'),
      'oenskeby/raad/2026-03-24/01-cykelsti.md': punkt('Cykelsti', 'tidligere: { udvalg: Børneudvalget, dato: 2026-03-03, punkt: 4 }\n'),
    })
    expect(archive.referencesFrom('oenskeby/raad/2026-03-24/punkt-1')).toMatchObject([
      { kind: 'punkt', target: 'oenskeby/skole/2026-03-03/punkt-4' },
    ])
  })

  test('sorts meetings newest first and bodies as Danes do', () => {
    const archive = archiveOf({
      ...TWO_MEETINGS,
      'oenskeby/aeldre/index.md': body('Ældreudvalget'),
      'oenskeby/aaudv/index.md': body('Åudvalget'),
    })
    expect(archive.meetings.map(({ date }) => date)).toEqual(['2026-03-24', '2026-03-03'])
    expect(archive.bodiesOf('oenskeby').map(({ name }) => name)).toEqual(['Byrådet', 'Skoleudvalget', 'Ældreudvalget', 'Åudvalget'])
  })

  test('a case that is only ever "Eventuelt" stands, and so does one with the facet of meetings', () => {
    const archive = archiveOf({
      ...TWO_MEETINGS,
      'oenskeby/skole/2026-03-03/05-eventuelt.md': punkt('Eventuelt', 'sagsnummer: 05.04.00G01-9-26\n'),
      'oenskeby/skole/2026-03-03/06-godt.md': punkt('Godt nyt', 'sagsnummer: 00.22.04P35-2-26\n'),
    })
    expect(
      archive
        .sagerOf('oenskeby')
        .filter(({ standing }) => standing)
        .map(({ title }) => title),
    ).toEqual(['Godt nyt', 'Eventuelt'])
  })
})

describe('what must not be public', () => {
  const secret = '\n## Sagsfremstilling\n\nHemmelig tekst om en borger.\n\n## Åben beslutning\n\nGodkendt.\n'

  test.each([
    ['lukket', 'adgang: lukket\n'],
    ['misspelt', 'adgang: aaben\n'],
    ['missing', ''],
    ['unreadable', 'adgang: "åben\n'],
  ])('a punkt whose adgang is %s keeps nothing but its open decision', (_, adgang) => {
    const archive = archiveOf({
      ...TWO_MEETINGS,
      'oenskeby/skole/2026-03-03/07-luk.md': `---\ntitel: Ejendomssag\n${adgang}bilag: [{ titel: Skøde, fil: bilag/a.pdf, adgang: åben }]\n---\n${secret}`,
      'oenskeby/skole/2026-03-03/bilag/a.pdf': 'x',
    })
    const closed = archive.punkt('oenskeby/skole/2026-03-03/punkt-7')
    expect(closed).toMatchObject({ closed: true, bilag: [], references: [] })
    expect(JSON.stringify(closed)).not.toContain('Hemmelig')
    expect(closed.sections.map(({ heading }) => heading)).toEqual(['Åben beslutning'])
  })

  test('a draft is not in the published archive, nor in its cases', () => {
    const loaded = archiveOf({ ...TWO_MEETINGS, 'oenskeby/raad/2026-03-24/index.md': meeting('2026-03-24', 'kladde') })
    const published = publishable(loaded)
    expect(published.meetings.map(({ id }) => id)).toEqual(['oenskeby/skole/2026-03-03'])
    expect(published.sager.flatMap((sag) => sag.punkter)).toEqual(['oenskeby/skole/2026-03-03/punkt-4'])
  })
})

test('files that have no place are reported where they lie, and the rest is read', () => {
  const { findings, archive } = loadArchive(
    contentTree({
      'index.md': SITE,
      'oenskeby/index.md': AUTHORITY,
      ...TWO_MEETINGS,
      'oenskeby/skole/marts/index.md': meeting('2026-03-03'),
      'oenskeby/skole/2026-03-03/Punkt 5.md': punkt('Fem'),
      'oenskeby/skole/noter.md': 'noter',
      'oenskeby/haveudvalg/2026-01-05/01-a.md': punkt('A'),
    }),
  )
  expect(findings.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual([
    'oenskeby/haveudvalg/2026-01-05/index.md index-mangler',
    'oenskeby/haveudvalg/index.md index-mangler',
    'oenskeby/skole/2026-03-03/Punkt 5.md punkt-filnavn',
    'oenskeby/skole/marts/index.md moede-mappe',
    'oenskeby/skole/noter.md fil-uden-plads',
  ])
  expect(archive.punkter).toHaveLength(3)
})
