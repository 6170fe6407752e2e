import { expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from '../publish/small-archive.ts'
import type { Archive } from './archive.ts'
import { APART, Fingerprints } from './fingerprints.ts'
import { observed } from './observed.ts'

const PUNKT = punktFile(
  'Sti',
  'sagsnummer: 05.04.00-G01-3-26\ntidligere:\n  - { udvalg: Byrådet, dato: 2026-01-06, punkt: 1 }',
  'Godkendt.',
)
const archiveWith = (punkt: string): Archive =>
  smallArchive({
    'soeby/byraadet/2026-01-06/index.md': meetingFile('2026-01-06'),
    'soeby/byraadet/2026-01-06/01-sti.md': punktFile('Sti', 'sagsnummer: 05.04.00-G01-3-26', 'Udsat.'),
    'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03'),
    'soeby/byraadet/2026-02-03/01-sti.md': punkt,
  })
const archive = archiveWith(PUNKT)
const ID = 'soeby/byraadet/2026-02-03/punkt-1'

/** Everything that can be asked of an archive, by the name of the part that it hangs on. */
const QUESTIONS: Readonly<Record<string, (from: Archive) => unknown>> = {
  site: (from) => from.site,
  authorities: (from) => from.authorities,
  udvalg: (from) => from.udvalg,
  meetings: (from) => from.meetings,
  punkter: (from) => from.punkter,
  sager: (from) => from.sager,
  'authority soeby': (from) => from.authority('soeby'),
  'body soeby/byraadet': (from) => from.body('soeby/byraadet'),
  'meeting soeby/byraadet/2026-02-03': (from) => from.meeting('soeby/byraadet/2026-02-03'),
  [`punkt ${ID}`]: (from) => from.punkt(ID),
  [`sag ${archive.sager[0]?.id}`]: (from) => from.sag(archive.sager[0]?.id ?? ''),
  [`sagOf ${ID}`]: (from) => from.sagOf(archive.punkt(ID)),
  [`sagNameOf ${ID}`]: (from) => from.sagNameOf(archive.punkt(ID)),
  'bodiesOf soeby': (from) => from.bodiesOf('soeby'),
  'meetingsOf soeby/byraadet': (from) => from.meetingsOf('soeby/byraadet'),
  'meetingsBeside soeby/byraadet/2026-02-03': (from) => from.meetingsBeside(archive.meeting('soeby/byraadet/2026-02-03')).older,
  'punkterOf soeby/byraadet/2026-02-03': (from) => from.punkterOf('soeby/byraadet/2026-02-03'),
  'sagerOf soeby': (from) => from.sagerOf('soeby'),
  [`sectionsOf ${ID}`]: (from) => from.sectionsOf(archive.punkt(ID)),
  [`referencesFrom ${ID}`]: (from) => from.referencesFrom(ID),
  [`referencesTo soeby/byraadet/2026-01-06/punkt-1`]: (from) => from.referencesTo('soeby/byraadet/2026-01-06/punkt-1'),
  'findBody soeby byrådet': (from) => from.findBody('soeby', 'byrådet'),
  'publishedAs soeby/index.md': (from) => from.publishedAs('soeby/index.md'),
}

test.each(Object.entries(QUESTIONS))(
  '%s is answered as the archive answers it, and noted by a name that has a fingerprint',
  (part, ask) => {
    const noted: [string, string][] = []
    expect(ask(observed(archive, (...name) => noted.push(name)))).toBe(ask(archive))
    expect(ask(archive)).toBeTruthy()
    expect(noted.map((name) => name.join(' ').trim())).toEqual([part])
    for (const name of noted) expect(Fingerprints.of(archive).part(...name)).toMatch(/./)
  },
)

test('what is not there is noted too', () => {
  const noted: [string, string][] = []
  const from = observed(archive, (...name) => noted.push(name))
  expect(from.find('punkt', 'soeby/byraadet/2026-02-03/punkt-9')).toBeUndefined()
  expect(noted).toEqual([['punkt', 'soeby/byraadet/2026-02-03/punkt-9']])
})

test('every member of the archive is asked for above, so that a new one is not forgotten here', () => {
  const asked = new Set(Object.keys(QUESTIONS).map((part) => part.split(' ')[0]))
  const members = Object.keys(archive).filter((member) => member !== 'find' && member !== 'publishedElsewhere')
  expect(members.filter((member) => !asked.has(member))).toEqual([])
})

test('words of a punkt that are no facts change its sections alone, and the facts of the archive not at all', () => {
  const [before, now] = [
    archive,
    archiveWith(PUNKT.replace('## Beslutning', '## Sagsfremstilling\n\nStien er smal.\n\n## Beslutning')),
  ].map((from) => Fingerprints.of(from))
  const changed = Object.keys(QUESTIONS).filter((part) => {
    const [kind = '', ...id] = part.split(' ')
    return before?.part(kind, id.join(' ')) !== now?.part(kind, id.join(' '))
  })
  expect(changed).toEqual([`sectionsOf ${ID}`])
  expect(now?.facts).toBe(before?.facts)
})

test.each([
  ['its title', PUNKT.replace('titel: Sti', 'titel: Bro')],
  ['its outcome', PUNKT.replace('Godkendt.', 'Afvist.')],
  ['its case', PUNKT.replace('3-26', '4-26')],
  ['what it points back at', PUNKT.replace('2026-01-06', '2026-01-07')],
])('a punkt with another of %s changes the facts, and parts that are not apart', (_what, punkt) => {
  const [before, now] = [archive, archiveWith(punkt)].map((from) => Fingerprints.of(from))
  expect(now?.facts).not.toBe(before?.facts)
  const kinds = Object.keys(QUESTIONS).filter((part) => {
    const [kind = '', ...id] = part.split(' ')
    return !APART.has(kind) && before?.part(kind, id.join(' ')) !== now?.part(kind, id.join(' '))
  })
  expect(kinds).not.toEqual([])
})
