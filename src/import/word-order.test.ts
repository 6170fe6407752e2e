import { describe, expect, test } from 'vitest'
import { movedRuns } from './word-order.ts'

const lines = [
  'udvalget godkendte den nye cykelsti langs havnen med bemærkning om træerne ved skolen',
  'forvaltningen fremlægger regnskabet for tredje kvartal og en plan for vinterens snerydning',
  'borgmesteren orienterede om mødet med regionen og om de nye busruter til oplandet',
]
const source = lines.join('\n')

describe('the order of the words', () => {
  test('as in the source, whatever is put in or left out between', () => {
    expect(movedRuns(source, [`## Beslutning\n\n${lines[0]}`, `${lines[2]}`])).toEqual([])
  })

  test('a paragraph that has come into another punkt is found, with its line', () => {
    const moved = movedRuns(source, [`${lines[1]}\n\n${lines[0]}`, lines[2] as string])
    expect(moved).toHaveLength(1)
    expect([1, 2]).toContain(moved[0]?.line)
  })

  test('words that stand in many places tell no place', () => {
    const often = Array.from({ length: 9 }, () => 'Afbud Karen Lund og Jens Åby og Mia Holt og Ib Dam var her').join('\n')
    expect(movedRuns(often, [often, often])).toEqual([])
  })

  test('a short line may be put where it belongs', () => {
    expect(movedRuns(`Afbud: Karen Lund, Jens Åby\n${source}`, [`${source}\n\nAfbud: Karen Lund, Jens Åby`])).toEqual([])
  })
})
