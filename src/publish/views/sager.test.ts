import { describe, expect, test } from 'vitest'
import type { Archive } from '../../archive/archive.ts'
import { meetingFile, punktFile, smallArchive } from '../small-archive.ts'
import { type SagerView, sagerPages, sagerView, sagsnumrePages, sagsnumreView } from './sager.ts'

function sagerViews(archive: Archive): SagerView[] {
  const authority = archive.authority('soeby')
  return sagerPages(archive, authority).map((page) => sagerView(archive, authority, page))
}

const few = smallArchive({
  'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04'),
  'soeby/byraadet/2026-03-04/01-aa.md': punktFile('Åens bred', 'sagsnummer: 01.00.00-P20-1-26', 'Godkendt.'),
  'soeby/byraadet/2026-03-04/02-a.md': punktFile('Ansøgning', 'sagsnummer: 02.00.00-P20-1-26', 'Afvist.'),
  'soeby/byraadet/2026-03-04/03-eventuelt.md': punktFile('Eventuelt', 'sagsnummer: 00.01.00-P35-1-26', 'Intet.'),
  'soeby/byraadet/2026-05-06/index.md': meetingFile('2026-05-06', 'status: dagsorden'),
  'soeby/byraadet/2026-05-06/01-a.md': punktFile('Ansøgning igen', 'sagsnummer: 02.00.00-P20-1-26'),
})

describe('the cases of an authority', () => {
  const [front, ...rest] = sagerViews(few)

  test('stand on one page in Danish order under the title they were last treated by, standing cases apart', () => {
    expect(rest).toEqual([])
    expect(front?.groups.map(({ initial, items }) => [initial, ...items.map(({ label }) => label)])).toEqual([
      ['A', 'Ansøgning'],
      ['Å', 'Åens bred'],
    ])
    expect(front?.standing.map(({ label }) => label)).toEqual(['Eventuelt'])
  })

  test('count a meeting as a treatment once it has been held', () => {
    expect(front?.groups[0]?.items[0]?.note).toBe('02.00.00-P20-1-26 · behandlet 4.\u00a0marts 2026 · på dagsordenen 6.\u00a0maj 2026')
  })

  test('stand by number too', () => {
    const authority = few.authority('soeby')
    const views = sagsnumrePages(few, authority).map((page) => sagsnumreView(few, authority, page))
    expect(views.flatMap(({ items }) => items.map(({ number }) => number))).toEqual([
      '00.01.00-P35-1-26',
      '01.00.00-P20-1-26',
      '02.00.00-P20-1-26',
    ])
  })
})

test('many cases have a page for each letter, at addresses that no case number can have', () => {
  const files = Object.fromEntries(
    Array.from({ length: 420 }, (_, index) => [
      `soeby/byraadet/2026-03-04/${index + 1}-sag.md`,
      punktFile(
        `${['Æble', 'Ansøgning', 'Århus', '7 træer', '§ 3'][index % 5]} ${index}`,
        `sagsnummer: 02.00.00-P20-${index + 1}-26`,
        'Godkendt.',
      ),
    ]),
  )
  const archive = smallArchive({ 'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04'), ...files })
  const [front, ...letters] = sagerViews(archive)
  expect(front).toMatchObject({
    groups: [],
    letters: [{ initial: '#' }, { initial: '0-9' }, { initial: 'A' }, { initial: 'Æ' }, { initial: 'Å' }],
  })
  expect([front, ...letters].map((view) => view && `${view.total} ${view.which}`)).toEqual([
    '420 ',
    '84 med et tegn først',
    '84 med et tal først',
    ...['A', 'Æ', 'Å'].map((letter) => `84 på ${letter}`),
  ])
  expect(front?.newest.length).toBeGreaterThan(0)
  expect(letters.map(({ page }) => page.url)).toEqual(['tegn', 'tal', 'a', 'ae', 'aa'].map((name) => `/soeby/sager/${name}/`))
  expect(letters.flatMap(({ groups }) => groups.flatMap(({ items }) => items))).toHaveLength(420)
})
