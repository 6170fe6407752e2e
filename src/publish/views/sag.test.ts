import { describe, expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from '../small-archive.ts'
import { gatherSubjects, subjectNames } from '../subject-tree.ts'
import { sagView } from './sag.ts'

const CASE = 'sagsnummer: 05.05.00-P20-4-25'
const archive = smallArchive({
  'soeby/stabsgruppen/2026-02-04/index.md': meetingFile('2026-02-04'),
  'soeby/stabsgruppen/2026-02-04/01-sti.md': punktFile('Sti', `${CASE}\nvidere til: [Byrådet, Ukendt Råd]`, 'Anbefales.'),
  'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04'),
  'soeby/byraadet/2026-03-04/03-sti.md': punktFile('Ny sti', 'sagsnummer: 05.05.00P20-4-25', 'Godkendt.'),
  'soeby/byraadet/2026-03-04/04-meddelelser.md': punktFile('Meddelelser', 'sagsnummer: 00.01.00-P35-1-26', 'Intet.'),
  'soeby/byraadet/2026-05-06/index.md': meetingFile('2026-05-06', 'status: dagsorden'),
  'soeby/byraadet/2026-05-06/01-sti.md': punktFile('Sti, status', CASE),
})
const viewOf = (slug: string) =>
  sagView(
    archive,
    archive.sag(`soeby/sager/${slug}`),
    subjectNames(gatherSubjects(archive), archive.sag(`soeby/sager/${slug}`).sagsnummer.kle),
  )

describe('the page of a case', () => {
  const view = viewOf('05.05.00p20-4-25')

  test('tells its course from the oldest meeting on, whatever way the number is written', () => {
    expect(view.treatments.map(({ meeting, punkt }) => [meeting.date, punkt.title, punkt.outcomes[0]?.id])).toEqual([
      ['2026-02-04', 'Sti', 'recommended'],
      ['2026-03-04', 'Ny sti', 'approved'],
      ['2026-05-06', 'Sti, status', 'pending'],
    ])
  })

  test('says where it stands and when it comes up next', () => {
    expect(view.latest).toMatchObject({ date: '2026-03-04', outcomes: [{ id: 'approved' }] })
    expect(view.upcoming).toMatchObject({ date: '2026-05-06', bodyName: 'Byrådet' })
  })

  test('tells its state, the time between meetings, and draws the way', () => {
    expect(view.state).toMatchObject({ id: 'decided', label: 'Afgjort', date: '2026-03-04', bodyName: 'Byrådet' })
    expect(view.treatments.map(({ later }) => later)).toEqual(['', '28 dage senere', '2 måneder senere'])
    expect(view.drawing?.lanes.map(({ name }) => name)).toEqual(['Stabsgruppen', 'Byrådet'])
  })

  test('links the bodies it was sent on to, where the archive knows them', () => {
    expect(view.treatments[0]?.forwardedTo).toEqual([{ name: 'Byrådet', url: '/soeby/byraadet/' }, { name: 'Ukendt Råd' }])
  })

  test('gives the other spellings of the whole number, and no part of it as one', () => {
    expect(view.number).toBe('05.05.00-P20-4-25')
    expect(view.spellings).toContain('05.05.00P20-4-25')
    for (const part of ['05.05.00', 'P20', 'P20-4-25', '05.05.00-P20-4-25']) expect(view.spellings).not.toContain(part)
  })

  test('leads to its subject and to KL', () => {
    expect(view.subjects.map(({ kle, title, url }) => [kle, title, url])).toEqual([
      ['05', 'Veje', '/emner/05/'],
      ['05.05', undefined, '/emner/05.05/'],
      ['05.05.00', 'Nye stier', '/emner/05.05.00/'],
    ])
    expect(view.kleUrl).toBe('http://www.kle-online.dk/emneplan/05/#_05.05.00')
  })
})

test('a standing case is a list by year', () => {
  expect(viewOf('00.01.00p35-1-26')).toMatchObject({ standing: true, years: [{ year: 2026, treatments: [{}] }] })
})

test('a matter that goes on under another number, or came from one, is told', () => {
  const files = {
    'soeby/byraadet/2026-01-07/index.md': meetingFile('2026-01-07'),
    'soeby/byraadet/2026-01-07/01-bro.md': punktFile('Bro', 'sagsnummer: 05.05.00-P20-9-25', 'Udsat.'),
    'soeby/byraadet/2026-02-04/index.md': meetingFile('2026-02-04'),
    'soeby/byraadet/2026-02-04/01-bro.md': punktFile(
      'Ny bro',
      'sagsnummer: 05.05.00-P20-10-25\ntidligere:\n  - { udvalg: Byrådet, dato: 2026-01-07, punkt: 1 }\n  - { udvalg: Byrådet, dato: 2019-01-07, punkt: 1 }',
      'Godkendt med 2 stemmer mod 1.\n\nBo Lund (V) tog forbehold.',
    ),
  }
  const bridges = smallArchive(files)
  const [later, earlier] = ['05.05.00p20-10-25', '05.05.00p20-9-25'].map((slug) =>
    sagView(
      bridges,
      bridges.sag(`soeby/sager/${slug}`),
      subjectNames(gatherSubjects(bridges), bridges.sag(`soeby/sager/${slug}`).sagsnummer.kle),
    ),
  )
  expect(later?.treatments[0]?.related.map(({ kind, url }) => [kind, url])).toEqual([
    ['from', '/soeby/byraadet/2026-01-07/punkt-1/'],
    ['from', undefined],
  ])
  expect(later?.treatments[0]?.minority).toEqual([{ by: 'Bo Lund (V)', text: 'Bo Lund (V) tog forbehold.' }])
  expect(earlier?.treatments[0]?.related).toMatchObject([{ kind: 'to', url: '/soeby/byraadet/2026-02-04/punkt-1/' }])
})
