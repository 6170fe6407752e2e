import { describe, expect, test } from 'vitest'
import { createEnvironment } from '../../eleventy/nunjucks.ts'
import { meetingFile, punktFile, smallArchive } from '../small-archive.ts'
import { meetingView } from './meeting.ts'

const HEAD = `status: godkendt
start: "17:00"
slut: "19:30"
deltagere:
  - { navn: Åse Holm, parti: L, rolle: borgmester, fremmøde: til stede }
  - { navn: Per Bæk, parti: V, fremmøde: til stede, stedfortræder for: Bo Lund }
  - { navn: Bo Lund, parti: V, fremmøde: afbud }
  - { navn: Ida Krog, rolle: chef, fremmøde: til stede }
rettelser:
  - { dato: 2026-01-20, type: sproglig, tekst: Et navn er stavet rigtigt., punkt: 2, før: Bek, efter: Bæk }`
const archive = smallArchive({
  'soeby/byraadet/2025-12-02/index.md': meetingFile('2025-12-02'),
  'soeby/byraadet/2026-01-06/index.md': `${meetingFile('2026-01-06', HEAD)}\nDer var to tilhørere.\n`,
  'soeby/byraadet/2026-01-06/01-a.md': punktFile('Første', 'afstemning:\n  for: { antal: 9 }', 'Godkendt.'),
  'soeby/byraadet/2026-01-06/02-b.md': punktFile('Andet'),
  'soeby/byraadet/2026-01-06/03-c.md': '---\ntitel: Tredje\nadgang: lukket\n---\n\n## Åben beslutning\n\nUdsat.\n',
  'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03', 'status: dagsorden'),
  'soeby/byraadet/2026-02-03/01-a.md': '---\ntitel: Lukket på dagsorden\nadgang: lukket\n---\n',
  'soeby/byraadet/2026-03-03-ekstraordinaert/index.md': meetingFile('2026-03-03', 'status: aflyst'),
})
const viewOf = (folder: string) => meetingView(archive, archive.meeting(`soeby/byraadet/${folder}`))
const environment = createEnvironment('templates', {
  site: archive.site,
  authorities: archive.authorities,
  assets: { css: '/assets/x.css', search: '/assets/x.js' },
})

describe('the minutes of a meeting', () => {
  const view = viewOf('2026-01-06')
  const html = environment.render('views/meeting.njk', view)

  test('tell who was there, as what and for whom', () => {
    expect(view.attendance).toEqual([
      { label: 'Til stede', people: ['Åse Holm (L), borgmester', 'Per Bæk (V), stedfortræder for Bo Lund'] },
      { label: 'Øvrige deltagere', people: ['Ida Krog, chef'] },
      { label: 'Afbud', people: ['Bo Lund (V)'] },
    ])
    expect(view.attendanceLine).toBe('3 til stede, 1 afbud')
  })

  test('list every punkt with its outcome, and hold each in full', () => {
    expect(view.punkter.map(({ anchor, outcomes }) => [anchor, ...outcomes.map(({ label }) => label)])).toEqual([
      ['punkt-1', 'Godkendt'],
      ['punkt-2', 'Ingen beslutning'],
      ['punkt-3', 'Lukket punkt', 'Udsat'],
    ])
    for (const { anchor } of view.punkter) {
      expect(html).toContain(`href="#${anchor}"`)
      expect(html).toContain(`id="${anchor}"`)
    }
  })

  test('put the vote with the decision, and say where a punkt has no text or is closed', () => {
    expect(html).toMatch(/data-section="decision">(?:(?!<\/section>)[\s\S])*<caption>Afstemning<\/caption>/)
    expect(html).toContain('Der er ingen tekst til punktet.')
    expect(html).toContain('Punktet er behandlet for lukkede døre.')
  })

  test('show corrections with the words before and after', () => {
    expect(view.rettelser).toMatchObject([
      { label: 'Sproglig rettelse', before: 'Bek', after: 'Bæk', punkt: { url: '/soeby/byraadet/2026-01-06/punkt-2/' } },
    ])
  })

  test('lead to the meetings before and after', () => {
    expect([view.previous?.date, view.next?.date]).toEqual(['2025-12-02', '2026-02-03'])
  })
})

test('an agenda has not been treated, and its closed punkter are to be closed', () => {
  const view = viewOf('2026-02-03')
  expect(view.statusLine).toBe('Dagsorden – ikke behandlet endnu')
  expect(view.punkter[0]?.closedLine).toBe('Punktet behandles for lukkede døre.')
  expect(view.description).toMatch(/^Dagsorden for Byrådet 3\.\u00a0februar 2026/)
})

test('a cancelled meeting without punkter is a page all the same, told apart by its suffix', () => {
  const view = viewOf('2026-03-03-ekstraordinaert')
  expect([view.statusLine, view.suffix]).toEqual(['Aflyst', 'ekstraordinært møde'])
  expect(view.title).toBe('Byrådet 3.\u00a0marts 2026, ekstraordinært møde')
  expect(environment.render('views/meeting.njk', view)).toContain('Mødet blev aflyst, og der er ingen punkter.')
})
