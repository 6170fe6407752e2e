import { expect, test } from 'vitest'
import { MeasuredFailed, measure, median, medianCost, runMeasured } from './process.ts'

const HUNDRED_MB = 100 * 1024 * 1024
const HOLD = `const held = Buffer.alloc(${HUNDRED_MB}, 1); setTimeout(() => held.length, 600)`

test.skipIf(process.platform !== 'linux')('memory is that of the process and of all below it', async () => {
  const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(HOLD)}], { stdio: 'inherit' }); ${HOLD}`
  const { memory = 0, code } = await runMeasured(process.execPath, ['-e', script])
  expect(code).toBe(0)
  expect(memory).toBeGreaterThan(2 * HUNDRED_MB)
})

test('a command that fails is told of with its own words', async () => {
  const failing = measure(process.execPath, ['-e', 'console.error("intet at bygge"); process.exit(3)'])
  await expect(failing).rejects.toThrow(MeasuredFailed)
  await expect(failing).rejects.toThrow(/ended with 3:\nintet at bygge/)
})

test('the median of an odd and of an even number of runs', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 2, 100])).toBe(3)
  expect(medianCost([{ seconds: 3, memory: 1 }, { seconds: 1 }, { seconds: 2, memory: 5 }])).toEqual({ seconds: 2, memory: 3 })
})
