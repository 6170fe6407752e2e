import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grade, trials } from '../testing/import-trials.ts'
import { importDocuments } from './import.ts'

test.each(trials().map((trial) => [`${trial.name}.${trial.format}`, trial] as const))('%s', async (_name, trial) => {
  const { wrong, lost } = await grade(trial)
  expect({ wrong, lost }).toEqual({ wrong: [], lost: 0 })
})

test('cut off, changed or put together of two, a file never throws; one that cannot be read is told of', async () => {
  const files = await Promise.all(
    trials().map(async ({ name, format, write }) => ({ path: `vadby-raadet-2024-01-02-${name}.${format}`, bytes: await write() })),
  )
  const file = fc.nat(files.length - 1).map((at) => files[at] as (typeof files)[number])
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const damaged = fc.tuple(
    file,
    file,
    share,
    share,
    fc.array(fc.tuple(share, fc.nat(255)), { maxLength: 30 }),
    fc.constantFrom('cut', 'lose', 'join', 'keep'),
  )
  await fc.assert(
    fc.asyncProperty(damaged, async ([{ path, bytes }, other, one, two, changes, how]) => {
      const [from, to] = [Math.min(one, two) * bytes.length, Math.max(one, two) * bytes.length].map(Math.floor) as [number, number]
      const rest = how === 'lose' ? bytes.slice(to) : how === 'join' ? other.bytes.slice(Math.floor(two * other.bytes.length)) : []
      const broken = how === 'keep' ? Uint8Array.from(bytes) : Uint8Array.from([...bytes.slice(0, from), ...rest])
      for (const [place, value] of changes) if (broken.length > 0) broken[Math.floor(place * (broken.length - 1))] = value
      const { documents, files: planned, exitCode } = await importDocuments([{ path, bytes: broken }], {}, new Map())
      const [document] = documents
      expect(documents).toHaveLength(1)
      if (document?.unreadable) expect([exitCode, document.findings.length, planned.length]).toEqual([2, 1, 0])
      else if (document?.folder === undefined) expect(document?.findings.some(({ severity }) => severity === 'error')).toBe(true)
    }),
    { numRuns: 120, seed: 1849 },
  )
}, 120_000)
