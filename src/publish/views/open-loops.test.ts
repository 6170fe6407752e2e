import { expect, test } from 'vitest'
import { findOpenLoops } from '../../archive/open-loops.ts'
import { meetingFile, punktFile, smallArchive } from '../small-archive.ts'
import { openLoopsView } from './open-loops.ts'

const archive = smallArchive({
  'soeby/stabsgruppen/2025-11-04/index.md': meetingFile('2025-11-04'),
  'soeby/stabsgruppen/2025-11-04/01-sti.md': punktFile('Sti', 'videre til: [Byrådet]', 'Anbefales.'),
  'soeby/byraadet/2026-02-04/index.md': meetingFile('2026-02-04'),
  'soeby/byraadet/2026-02-04/01-bro.md': punktFile('Bro', 'sagsnummer: 05.05.00-P20-9-25', 'Udsat.'),
  'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04'),
  'soeby/byraadet/2026-05-06/index.md': meetingFile('2026-05-06', 'status: dagsorden'),
  'soeby/byraadet/2026-05-06/01-bro.md': punktFile('Bro', 'sagsnummer: 05.05.00-P20-9-25'),
})

test('tells by body what waits, for how long, where, and what is on an agenda', () => {
  const view = openLoopsView(archive, archive.authority('soeby'), findOpenLoops(archive))
  expect(view.bodies.map(({ name, loops }) => [name, loops.map(({ punkt, waited }) => `${punkt.title}: ${waited}`)])).toEqual([
    ['Byrådet', ['Bro: 28 dage']],
    ['Stabsgruppen', ['Sti: 4 måneder']],
  ])
  expect(view.bodies[0]?.loops[0]?.upcoming).toEqual({
    date: '2026-05-06',
    bodyName: 'Byrådet',
    url: '/soeby/byraadet/2026-05-06/punkt-1/',
  })
  expect(view.bodies[1]?.loops[0]?.awaitedIn).toEqual([{ name: 'Byrådet', url: '/soeby/byraadet/' }])
  expect(view.kinds.map(({ id, count }) => [id, count])).toEqual([
    ['postponed', 1],
    ['recommended', 1],
  ])
  expect(view.countedTo).toBe('2026-03-04')
})

test('gives the same as data, with whole addresses', () => {
  const { data } = openLoopsView(archive, archive.authority('soeby'), findOpenLoops(archive))
  const base = archive.site.url
  expect(data).toEqual({
    countedTo: '2026-03-04',
    open: [
      {
        ...{ kind: 'recommended', since: '2025-11-04', days: 120, title: 'Sti', udvalg: 'Stabsgruppen', awaitedIn: ['Byrådet'] },
        ...{ url: `${base}/soeby/stabsgruppen/2025-11-04/punkt-1/`, outcomes: ['recommended'] },
      },
      {
        ...{ kind: 'postponed', since: '2026-02-04', days: 28, title: 'Bro', udvalg: 'Byrådet', awaitedIn: [] },
        ...{ sagsnummer: '05.05.00-P20-9-25', outcomes: ['postponed'] },
        ...{ url: `${base}/soeby/byraadet/2026-02-04/punkt-1/`, upcoming: `${base}/soeby/byraadet/2026-05-06/punkt-1/` },
      },
    ],
  })
})
