import { describe, expect, test } from 'vitest'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'
import { gatherSubjects } from './subject-tree.ts'
import { subjectPages, subjectRoots, subjectsView, subjectViews } from './views/subjects.ts'

const archive = smallArchive({
  'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04'),
  'soeby/byraadet/2026-03-04/01-sti.md': punktFile('Sti', 'sagsnummer: 05.05.00-P20-4-25', 'Godkendt.'),
  'soeby/byraadet/2026-03-04/02-bump.md': punktFile('Bump', 'sagsnummer: 05.13.10-P20-1-26', 'Udsat.'),
  'soeby/byraadet/2026-04-08/index.md': meetingFile('2026-04-08'),
  'soeby/byraadet/2026-04-08/01-sti.md': punktFile('Sti igen', 'sagsnummer: 05.05.00P20-4-25', 'Taget til efterretning.'),
  'soeby/byraadet/2026-05-06/index.md': meetingFile('2026-05-06', 'status: dagsorden'),
  'soeby/byraadet/2026-05-06/01-sti.md': punktFile('Sti til sidst', 'sagsnummer: 05.05.00P20-4-25'),
})
const tree = gatherSubjects(archive)

describe('the subjects', () => {
  test('take in the numbers above each case number, with the authority’s titles', () => {
    expect([...tree.values()].map(({ kle, title, total }) => [kle, title, total])).toEqual([
      ['05', 'Veje', 2],
      ['05.05', undefined, 1],
      ['05.05.00', 'Nye stier', 1],
      ['05.13', undefined, 1],
      ['05.13.10', undefined, 1],
    ])
  })

  test('are listed without levels that say nothing', () => {
    expect(subjectsView(subjectRoots(tree)).subjects).toMatchObject([{ kle: '05', children: [{ kle: '05.05.00' }, { kle: '05.13.10' }] }])
  })

  test('show the newest decisions of what is below them, and none that is still to come', () => {
    expect(tree.get('05')?.newest.map(({ title }) => title)).toEqual(['Sti igen', 'Sti', 'Bump'])
  })

  test('link to the number at KL', () => {
    const subject = tree.get('05.05.00')
    expect(subject && subjectViews(archive, subjectPages(subject))).toMatchObject([
      { kleUrl: 'http://www.kle-online.dk/emneplan/05/#_05.05.00', sager: [{ number: '05.05.00-P20-4-25' }] },
    ])
  })
})
