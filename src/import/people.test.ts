import { describe, expect, test } from 'vitest'
import { parsePeople } from './people.ts'

const one = (text: string): unknown => parsePeople(text, 'til stede').people[0]

describe('one person', () => {
  test.each([
    ['Karen Lund', { navn: 'Karen Lund' }],
    ['Karen Lund (A)', { navn: 'Karen Lund', parti: 'A' }],
    ['Karen Lund (A) (1. viceborgmester)', { navn: 'Karen Lund', parti: 'A', rolle: '1. viceborgmester' }],
    ['Karen Lund (A) (1. viceborgmester) (Afbud)', { navn: 'Karen Lund', parti: 'A', rolle: '1. viceborgmester', fremmøde: 'afbud' }],
    ['Karen Lund (fraværende)', { navn: 'Karen Lund', fremmøde: 'fravær' }],
    ['Karen Lund ()', { navn: 'Karen Lund' }],
    ['Karen Lund (Løsgænger)', { navn: 'Karen Lund', parti: 'Løsgænger' }],
    ['Karen Lund (Socialdemokratiet)', { navn: 'Karen Lund', parti: 'Socialdemokratiet' }],
    ['Ib von Dam-Holst (kommunaldirektør)', { navn: 'Ib von Dam-Holst', rolle: 'kommunaldirektør' }],
    ['Borgmester Karen Lund (A)', { navn: 'Karen Lund', parti: 'A', rolle: 'Borgmester' }],
    ['havnefoged Karen Lund', { navn: 'Karen Lund', rolle: 'havnefoged' }],
    ['Karen Lund – afbud', { navn: 'Karen Lund', fremmøde: 'afbud' }],
    ['Karen Lund, formand', { navn: 'Karen Lund', rolle: 'formand' }],
    ['Karen Lund (stedfortræder for Jens Åby) (V)', { navn: 'Karen Lund', parti: 'V', stedfortræderFor: 'Jens Åby' }],
    ['Karen Lund (punkt 4)', { navn: 'Karen Lund', rolle: 'punkt 4' }],
  ])('%s', (text, person) => {
    expect(one(text)).toEqual({ fremmøde: 'til stede', ...person })
  })
})

test('a list parts at commas, at semicolons and before the last name, and not inside parentheses', () => {
  const { people } = parsePeople(', Bo Ask; Ib Dam (formand, valgt) og Åse Ås samt rektor Per Vig', 'afbud')
  expect(people.map(({ navn, fremmøde }) => `${navn}: ${fremmøde}`)).toEqual([
    'Bo Ask: afbud',
    'Ib Dam: afbud',
    'Åse Ås: afbud',
    'Per Vig: afbud',
  ])
})

test('what is no name is given back, so that nobody is lost', () => {
  const { people, unread } = parsePeople('Bo Ask, tre tilhørere fra 4. klasse', 'til stede')
  expect(people).toHaveLength(1)
  expect(unread).toEqual(['tre tilhørere fra 4. klasse'])
})

test('"ingen" is nobody', () => {
  expect(parsePeople('Ingen', 'afbud')).toEqual({ people: [], consumed: ['Ingen'], unread: [] })
})
