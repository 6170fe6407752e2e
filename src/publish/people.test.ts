import { describe, expect, test } from 'vitest'
import { gatherPeople } from './people.ts'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'
import { peopleView } from './views/people.ts'
import { personView } from './views/person.ts'

const DELTAGERE =
  'status: referat\ndeltagere:\n  - { navn: Åse Holm, parti: L }\n  - { navn: Bo Lund, parti: V, fremmøde: afbud }\n  - { navn: Ida Krog, rolle: chef }\n  - { navn: Ole Bak, parti: V, stedfortræder for: Bo Lund }'

const archive = smallArchive({
  'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04', DELTAGERE),
  'soeby/byraadet/2026-03-04/01-budget.md': punktFile(
    'Budget',
    'afstemning:\n  for: { antal: 1, medlemmer: [Åse Holm (L)] }\n  imod: { antal: 3, partier: [V] }\nfraværende:\n  - { navn: Bo Lund, grund: afbud }',
    'Godkendt.',
  ),
  'soeby/byraadet/2026-04-08/index.md': meetingFile('2026-04-08', DELTAGERE.replace('referat', 'dagsorden')),
  'soeby/stabsgruppen/2026-03-05/index.md': meetingFile('2026-03-05', DELTAGERE),
})
const people = gatherPeople(archive).get('soeby') ?? []
const pageOf = (slug: string) => {
  const person = people.find((one) => one.slug === slug)
  if (!person) throw new Error(`${slug} has no page.`)
  return personView(archive, person)
}

describe('who has a page', () => {
  test('members of political bodies, in Danish order; no employees and no substitutes', () => {
    const view = peopleView(archive.authority('soeby'), people)
    expect(view.groups.flatMap(({ items }) => items.map(({ label }) => label))).toEqual(['Bo Lund', 'Åse Holm'])
  })
})

describe('a member’s page', () => {
  test('names the party as it was called in each term', () => {
    expect(pageOf('aase-holm').terms.map(({ party, role }) => [party, role])).toEqual([
      ['Landsbylisten (L)', undefined],
      ['Søbylisten (L)', 'borgmester'],
    ])
  })

  test('lists meetings of political bodies that were held, with absence', () => {
    const { attended, years } = pageOf('bo-lund')
    expect(attended).toEqual({ present: 0, total: 1 })
    expect(years).toMatchObject([
      { year: 2026, rows: [{ date: '2026-03-04', label: 'Afbud', absences: [{ label: 'punkt 1', reason: 'afbud' }] }] },
    ])
  })

  test('lists votes that name the member, and none of a member who was not there', () => {
    expect(pageOf('aase-holm').votes).toMatchObject([{ title: 'Budget', cast: 'For', url: '/soeby/byraadet/2026-03-04/punkt-1/' }])
    expect(pageOf('bo-lund').votes).toEqual([])
  })
})

describe('votes and dissent of a party', () => {
  const PARTIES = 'status: referat\ndeltagere:\n  - { navn: Åse Holm, parti: L }\n  - { navn: Bo Lund, parti: V }'
  const votesOf = (vote: string, decision = 'Godkendt.', more = '') => {
    const meeting = smallArchive({
      'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04', PARTIES),
      'soeby/byraadet/2026-03-04/01-budget.md': punktFile('Budget', `afstemning:\n${vote}${more}`, decision),
    })
    const members = gatherPeople(meeting).get('soeby') ?? []
    return Object.fromEntries(
      members.map(({ slug, votes, dissents }) => [
        slug,
        [
          ...votes.map(({ cast, withParty }) => `${cast}${withParty ? ' with party' : ''}`),
          ...dissents.map(({ statement }) => statement.text),
        ],
      ]),
    )
  }

  test('a member who was there votes with a party that is named as a whole', () => {
    expect(votesOf('  for: { antal: 1, partier: [L] }\n  imod: { antal: 1, partier: [V] }')).toEqual({
      'aase-holm': ['for with party'],
      'bo-lund': ['against with party'],
    })
  })

  test('a name goes before the party, and a split party speaks for nobody', () => {
    expect(votesOf('  for: { antal: 1, partier: [L, V] }\n  imod: { antal: 1, medlemmer: [Bo Lund] }')).toEqual({
      'aase-holm': ['for with party'],
      'bo-lund': ['against'],
    })
    expect(votesOf('  for: { antal: 1, partier: [L] }\n  imod: { antal: 1, partier: [L] }')).toEqual({ 'aase-holm': [], 'bo-lund': [] })
  })

  test('nobody votes who did not take part in the punkt', () => {
    expect(
      votesOf('  for: { antal: 1, partier: [V] }', 'Godkendt.', '\nfraværende:\n  - { navn: Bo Lund, grund: inhabil }')['bo-lund'],
    ).toEqual([])
  })

  test('a recorded dissent is the named members’, or the party’s', () => {
    expect(votesOf('  for: { antal: 2 }', 'Godkendt.\n\nLandsbylisten ønskede ført til protokols: »Nej.«')).toEqual({
      'aase-holm': ['Landsbylisten ønskede ført til protokols: »Nej.«'],
      'bo-lund': [],
    })
    expect(votesOf('  for: { antal: 2 }', 'Godkendt.\n\nBo Lund (V) tog forbehold.')).toEqual({
      'aase-holm': [],
      'bo-lund': ['Bo Lund (V) tog forbehold.'],
    })
  })
})
