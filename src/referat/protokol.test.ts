import { expect, test } from 'vitest'
import { minorityStatements } from './protokol.ts'

test.each([
  ['Venstre ønskede ført til protokols: »Vi vil hellere have en bro. Den er billigere.«', 'Venstre'],
  ['**Mindretalsudtalelse.** Bo Lund (V) og Åse Holm (L) ønskede ført til protokols: »Nej.«', 'Bo Lund (V) og Åse Holm (L)'],
  ['Bo Lund (V) tog forbehold.', 'Bo Lund (V)'],
  ['Imod stemte V. Venstre ønsker tilført referatet, at sagen haster.', 'Venstre'],
  ['Ført til protokols: Liste Ø kan ikke støtte salget.', ''],
])('%s', (paragraph, by) => {
  const [found, ...more] = minorityStatements(`Godkendt.\n\n${paragraph}\n\nUdvalget takkede.`)
  expect(found?.by).toBe(by)
  expect(more).toEqual([])
})

test('leaves out the vote before it, and keeps every sentence after', () => {
  expect(minorityStatements('Imod stemte V. Venstre ønsker tilført referatet, at sagen haster. Der er is på vejen.')).toEqual([
    { by: 'Venstre', text: 'Venstre ønsker tilført referatet, at sagen haster. Der er is på vejen.' },
  ])
})

test.each(['Godkendt.', 'Referatet blev godkendt.', 'Udvalget protesterede.', 'Forbehold for prisændringer.'])('%s is none', (decision) => {
  expect(minorityStatements(decision)).toEqual([])
})
