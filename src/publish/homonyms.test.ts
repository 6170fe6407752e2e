import { expect, test } from 'vitest'
import { identitiesOf } from './homonyms.ts'
import { gatherPeople, politicalBodies } from './people.ts'
import { meetingFile, smallArchive } from './small-archive.ts'

type Row = readonly [body: 'byraadet' | 'udvalget' | 'aeldreraadet', party: string, from: string, to: string]

function archiveWith(rows: readonly Row[], meetings: Record<string, string> = {}) {
  const members = (wanted: Row[0]): string =>
    rows
      .filter(([body]) => body === wanted)
      .map(
        ([, party, from, to]) =>
          `  - { navn: Anne Hansen${party && `, parti: ${party}`}${from && `, fra: ${from}`}${to && `, til: ${to}`} }`,
      )
      .join('\n')
  const body = (name: string, type: string, list: string): string =>
    `---\nnavn: ${name}\ntype: ${type}\n${list === '' ? '' : `medlemmer:\n${list}\n`}---\n`
  return smallArchive({
    'soeby/byraadet/index.md': body('Byrådet', 'kommunalbestyrelse', members('byraadet')),
    'soeby/udvalget/index.md': body('Udvalget', 'fagudvalg', members('udvalget')),
    'soeby/aeldreraadet/index.md': body('Ældrerådet', 'råd', members('aeldreraadet')),
    ...meetings,
  })
}

test.each<[string, readonly string[], readonly Row[]]>([
  [
    'two terms after each other',
    ['anne-hansen'],
    [
      ['byraadet', 'A', '2022-01-01', '2025-12-31'],
      ['byraadet', 'A', '2026-01-01', ''],
    ],
  ],
  [
    'council and committee at once, one party',
    ['anne-hansen'],
    [
      ['byraadet', 'A', '2022-01-01', ''],
      ['udvalget', 'A', '2022-01-01', ''],
    ],
  ],
  [
    'a change of party',
    ['anne-hansen'],
    [
      ['byraadet', 'A', '2022-01-01', '2023-05-31'],
      ['byraadet', 'V', '2023-06-01', ''],
    ],
  ],
  [
    'no dates and no parties',
    ['anne-hansen'],
    [
      ['byraadet', '', '', ''],
      ['udvalget', '', '', ''],
    ],
  ],
  [
    'two seats at once in one body',
    ['anne-hansen', 'anne-hansen-2022'],
    [
      ['byraadet', 'A', '2022-01-01', ''],
      ['byraadet', 'A', '2022-01-01', ''],
    ],
  ],
  [
    'two parties at once',
    ['anne-hansen', 'anne-hansen-2023'],
    [
      ['byraadet', 'A', '2022-01-01', ''],
      ['udvalget', 'V', '2023-01-01', ''],
    ],
  ],
  [
    'years between and another party',
    ['anne-hansen', 'anne-hansen-2022'],
    [
      ['byraadet', 'A', '2006-01-01', '2009-12-31'],
      ['byraadet', 'V', '2022-01-01', ''],
    ],
  ],
  [
    'years between and the same party',
    ['anne-hansen'],
    [
      ['byraadet', 'A', '2006-01-01', '2009-12-31'],
      ['byraadet', 'A', '2022-01-01', ''],
    ],
  ],
  [
    'a term that could be either’s',
    ['anne-hansen', 'anne-hansen-2022', 'anne-hansen-2024'],
    [
      ['byraadet', 'A', '2022-01-01', ''],
      ['byraadet', 'V', '2022-01-01', ''],
      ['udvalget', '', '2024-01-01', ''],
    ],
  ],
  [
    'a citizen in a council of citizens with the name of a member of the council',
    ['anne-hansen', 'anne-hansen-2024'],
    [
      ['byraadet', 'A', '2022-01-01', ''],
      ['aeldreraadet', '', '2024-01-01', ''],
    ],
  ],
])('%s: %j', (_name, slugs, rows) => {
  expect(identitiesOf(politicalBodies(archiveWith(rows), 'soeby')).map(({ slug }) => slug)).toEqual(slugs)
})

test('minutes are put to the one who sat there on the day, by party, and to nobody where it stays open', () => {
  const rows: Row[] = [
    ['byraadet', 'A', '2022-01-01', ''],
    ['byraadet', 'V', '2022-01-01', ''],
  ]
  const archive = archiveWith(rows, {
    'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04', 'status: referat\ndeltagere:\n  - { navn: Anne Hansen, parti: V }'),
    'soeby/byraadet/2026-04-08/index.md': meetingFile('2026-04-08', 'status: referat\ndeltagere:\n  - { navn: Anne Hansen }'),
  })
  expect(
    (gatherPeople(archive).get('soeby') ?? []).map(({ slug, attended }) => [slug, attended.map(({ meeting }) => meeting.date)]),
  ).toEqual([
    ['anne-hansen', []],
    ['anne-hansen-2022', ['2026-03-04']],
  ])
})
