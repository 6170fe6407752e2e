import { expect, test } from 'vitest'
import { groupByInitial } from './az.ts'

const groups = (labels: readonly string[]) =>
  groupByInitial(labels.map((label) => ({ label, url: `/${label}/` }))).map(({ initial, items }) => [
    initial,
    ...items.map(({ label }) => label),
  ])

test('letters stand in Danish order, with Aa under Å and digits first', () => {
  expect(groups(['Åhusene', 'Zebra', 'Østergade', 'Aalborg', 'Ældrerådet', 'Ane', '40 km/t'])).toEqual([
    ['0-9', '40 km/t'],
    ['A', 'Ane'],
    ['Z', 'Zebra'],
    ['Æ', 'Ældrerådet'],
    ['Ø', 'Østergade'],
    ['Å', 'Åhusene', 'Aalborg'],
  ])
})

test('entries with one name keep an order of their own', () => {
  const items = [
    { label: 'Eventuelt', url: '/b/' },
    { label: 'Eventuelt', url: '/a/' },
  ]
  expect(groupByInitial(items)).toEqual(groupByInitial([...items].reverse()))
})
