import { describe, expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from '../small-archive.ts'
import type { YearPicture } from '../year-picture.ts'
import { authorityView } from './authority.ts'
import { frontView } from './front.ts'
import { udvalgView } from './udvalg.ts'

const CASE = 'sagsnummer: 05.05.00-P20-4-25'
const archive = smallArchive({
  'soeby/gammelt-udvalg/index.md': '---\nnavn: Gammelt Udvalg\ntype: fagudvalg\nnedlagt: 2025-12-31\nafløst af: Byrådet\n---\n',
  'soeby/nyt-udvalg/index.md': '---\nnavn: Nyt Udvalg\ntype: fagudvalg\naliaser: [NU, Det Nye, Udvalget]\n---\n',
  'soeby/stabsgruppen/2026-01-06/index.md': meetingFile('2026-01-06'),
  'soeby/stabsgruppen/2026-01-06/01-sti.md': punktFile('Sti', CASE, 'Anbefales.'),
  'soeby/byraadet/2025-02-04/index.md': meetingFile('2025-02-04'),
  'soeby/byraadet/2025-06-03/index.md': meetingFile('2025-06-03', 'status: dagsorden'),
  'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03'),
  'soeby/byraadet/2026-02-03/01-meddelelser.md': punktFile('Meddelelser', 'sagsnummer: 00.01.00-P35-1-26', 'Orientering givet.'),
  'soeby/byraadet/2026-02-03/02-sti.md': punktFile('Sti', CASE, 'Godkendt.'),
  'soeby/byraadet/2026-03-03/index.md': meetingFile('2026-03-03', 'status: dagsorden'),
  'soeby/byraadet/2026-03-03/01-bro.md': punktFile('Bro'),
  'soeby/byraadet/2026-03-03/02-lukket.md': '---\ntitel: Lukket\nadgang: lukket\n---\n',
})

describe('the front page', () => {
  const view = frontView(archive)

  test('shows what was decided last: each case once, and nothing that was only told', () => {
    expect(view.decisions.map(({ title, bodyName, outcomes }) => [title, bodyName, outcomes[0]?.label])).toEqual([
      ['Sti', 'Byrådet', 'Godkendt'],
    ])
  })

  test('shows what comes next; an agenda that a later meeting has overtaken does not come any more', () => {
    expect(view.upcoming.map(({ date, punkter, more }) => [date, punkter, more])).toEqual([['2026-03-03', ['Bro'], 1]])
  })

  test('leads to every body, those closed down last', () => {
    expect(view.authorities[0]?.bodyGroups.map(({ label, bodies }) => [label, bodies.map(({ name }) => name)])).toEqual([
      ['Politiske udvalg', ['Byrådet', 'Nyt Udvalg']],
      ['Administrative fora', ['Stabsgruppen']],
      ['Nedlagte udvalg', ['Gammelt Udvalg']],
    ])
  })
})

test('an authority shows its newest meetings across bodies and the nearest agenda first', () => {
  const view = authorityView(archive, archive.authority('soeby'))
  expect(view.latest.map(({ date }) => date)).toEqual(['2026-02-03', '2026-01-06', '2025-02-04'])
  expect(view.upcoming.map(({ date }) => date)).toEqual(['2026-03-03'])
})

test('an authority shows the newest year of all its bodies, and a body its own years', () => {
  const seen = (picture: YearPicture | undefined) => picture?.rows.map(({ label, count }) => [label, count])
  expect(seen(authorityView(archive, archive.authority('soeby')).picture)).toEqual([
    ['Byrådet', 2],
    ['Stabsgruppen', 1],
  ])
  expect(seen(udvalgView(archive, archive.body('soeby/byraadet')).picture)).toEqual([
    ['2026', 2],
    ['2025', 2],
  ])
  expect(udvalgView(archive, archive.body('soeby/stabsgruppen')).picture).toBeUndefined()
})

test('where nothing weighty was decided, what was discussed is better than nothing', () => {
  const quiet = smallArchive({
    'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03'),
    'soeby/byraadet/2026-02-03/01-sti.md': punktFile('Sti', CASE, 'Drøftet.'),
  })
  expect(frontView(quiet).decisions.map(({ title }) => title)).toEqual(['Sti'])
})

describe('the page of a body', () => {
  test('has its meetings by year, the overtaken agenda among them', () => {
    const view = udvalgView(archive, archive.body('soeby/byraadet'))
    expect(view.years.map(({ year, meetings }) => [year, meetings.map(({ date }) => date)])).toEqual([
      [2026, ['2026-02-03']],
      [2025, ['2025-06-03', '2025-02-04']],
    ])
    expect(view.upcoming.map(({ date }) => date)).toEqual(['2026-03-03'])
  })

  test('names members as they are on the day of the newest meeting, with a page each in a political body', () => {
    const council = udvalgView(archive, archive.body('soeby/byraadet'))
    expect(council.members).toEqual([
      { name: 'Åse Holm', url: '/soeby/personer/aase-holm/', note: 'Landsbylisten (L)', period: '' },
      { name: 'Bo Lund', url: '/soeby/personer/bo-lund/', note: 'V', period: '' },
    ])
    expect(council.formerMembers).toEqual([])
    expect(udvalgView(archive, archive.body('soeby/stabsgruppen')).members).toEqual([{ name: 'Ida Krog', note: 'chef', period: '' }])
  })

  test('tells in plain sentences what else it is called, when it was closed down and who took over', () => {
    const history = (id: string) =>
      udvalgView(archive, archive.body(`soeby/${id}`)).history.map(({ text, links }) =>
        [text, ...links.map(({ label }) => label)].join(' '),
      )
    expect(history('nyt-udvalg')).toEqual(['Nævnes også som NU, Det Nye og Udvalget.'])
    expect(history('gammelt-udvalg')).toEqual([
      'Gammelt Udvalg blev nedlagt den 31.\u00a0december 2025.',
      'Opgaverne er overtaget af Byrådet',
    ])
    expect(history('byraadet')).toEqual(['Har overtaget opgaver fra Gammelt Udvalg'])
  })
})
