import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partIntoShards } from './shards.ts'

interface Item {
  readonly date: string
  readonly id: number
}

/** Punkter of a year, spread evenly over its months, newest first. */
function year(of: number, count: number): Item[] {
  return Array.from({ length: count }, (_, id) => ({ date: `${of}-${String(12 - Math.floor((id * 12) / count)).padStart(2, '0')}-15`, id }))
}

describe('an archive is parted into shards', () => {
  test('that have every punkt once, in order, named apart', () => {
    const years = fc.array(fc.nat(700), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(years, (counts) => {
        const punkter = counts.flatMap((count, at) => year(2026 - at, count))
        const shards = partIntoShards(punkter)
        expect(shards.flatMap((shard) => shard.punkter)).toEqual(punkter)
        expect(new Set(shards.map(({ name }) => name)).size).toBe(shards.length)
      }),
      { numRuns: 50 },
    )
  })

  test('of which a new year changes only those of the year before', () => {
    const counts = fc.array(fc.integer({ min: 200, max: 3000 }), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(counts, (punkterOf) => {
        const before = punkterOf.flatMap((count, at) => year(2025 - at, count))
        const after = partIntoShards([...year(2026, 50), ...before])
        const old = partIntoShards(before).filter(({ running, name }) => !running && name !== 'alle')
        const names = new Set(after.map(({ name, punkter }) => `${name} ${punkter.length}`))
        // The last of the closed years may now stand with the year that has been closed.
        expect(old.slice(1).filter(({ name, punkter }) => !names.has(`${name} ${punkter.length}`))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('whole while it is small, then by the newest months, by quarters and by years', () => {
    expect(partIntoShards(year(2026, 900)).map(({ name }) => name)).toEqual(['alle'])
    const years = [...year(2026, 3600), ...year(2025, 4000), ...year(2024, 300), ...year(2023, 300)]
    const names = partIntoShards(years).map(({ name }) => name)
    expect(names.slice(0, 6)).toEqual(['2026-12', '2026-11', '2026-10', '2026-09', '2026-08', '2026-07'])
    expect(names.slice(6)).toEqual(['2026-k2', '2026-k1', '2025-h2', '2025-h1', '2023-2024'])
    expect(partIntoShards([])).toEqual([])
  })
})
