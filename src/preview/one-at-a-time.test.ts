import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

test('work that is asked for while it is done is done once more, and never twice at once', async () => {
  let running = 0
  let done = 0
  let go = (): void => {}
  const work = oneAtATime(async () => {
    running += 1
    expect(running).toBe(1)
    await new Promise<void>((resolve) => {
      go = resolve
    })
    running -= 1
    done += 1
  })
  const first = work()
  await Promise.all([work(), work()])
  go()
  await expect.poll(() => [done, running]).toEqual([1, 1])
  go()
  await first
  expect([done, running]).toEqual([2, 0])
})

test('work that failed is done when it is asked for again', async () => {
  let times = 0
  const work = oneAtATime(async () => {
    times += 1
    if (times === 1) throw new Error('Gik galt.')
  })
  await expect(work()).rejects.toThrow('Gik galt.')
  await work()
  expect(times).toBe(2)
})
