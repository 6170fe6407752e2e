import { describe, expect, test } from 'vitest'
import { sourceFile } from '../../source/content-tree.ts'
import { readFrontmatter } from '../../source/frontmatter.ts'
import { readMeeting } from './meeting.ts'

function read(head: string) {
  const frontmatter = readFrontmatter(sourceFile('a/b/2026-03-03/index.md', `---\n${head}\n---\n\nTilhørere: 4.\n`))
  return readMeeting(frontmatter, { authority: 'a', udvalg: 'a/b', folder: '2026-03-03-ekstra' }, ['p']).value
}

test('a meeting in full', () => {
  expect(
    read(
      'dato: 2026-03-03\nstart: 9.00\nslut: "10:30"\nsted: Salen\nstatus: referat\nreferent: Lis\ndeltagere:\n  - { navn: Ida, parti: A, rolle: formand }\n  - { navn: Bo, fremmøde: afbud, stedfortræder for: Ida }',
    ),
  ).toMatchObject({
    id: 'a/b/2026-03-03-ekstra',
    date: '2026-03-03',
    start: '09:00',
    end: '10:30',
    place: 'Salen',
    status: 'referat',
    clerk: 'Lis',
    deltagere: [
      { name: 'Ida', party: 'A', role: 'formand', attendance: 'til stede' },
      { name: 'Bo', attendance: 'afbud', substituteFor: 'Ida' },
    ],
    text: '\nTilhørere: 4.\n',
    punkter: ['p'],
  })
})

describe('what cannot be read', () => {
  test('a date is taken from the folder', () => {
    expect(read('dato: 2026-02-30\nstatus: referat').date).toBe('2026-03-03')
  })

  test('without a status it is a draft, which is not published', () => {
    expect(read('dato: 2026-03-03').status).toBe('kladde')
    expect(read('dato: 2026-03-03\nstatus: færdig').status).toBe('kladde')
  })
})

test('a correction of personal data never tells what stood there', () => {
  const { rettelser } = read(
    'dato: 2026-03-03\nstatus: referat\nrettelser:\n  - { dato: 2026-03-04, type: persondata, tekst: Fjernet., før: Hansen, efter: En borger }\n  - { dato: 2026-03-04, type: faktuel, tekst: Rettet., før: "10", efter: "20", punkt: 2 }',
  )
  expect(rettelser).toEqual([
    { date: '2026-03-04', type: 'persondata', text: 'Fjernet.' },
    { date: '2026-03-04', type: 'faktuel', text: 'Rettet.', punkt: '2', before: '10', after: '20' },
  ])
})
