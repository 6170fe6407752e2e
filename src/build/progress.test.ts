import { expect, test } from 'vitest'
import { Progress } from './progress.ts'

/** A stream that keeps what is written to it, and a clock that is set by hand. */
function watched(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const setTime = (time: number): void => {
    now = time
  }
  const stream = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }
  return { written, progress: new Progress(stream, () => now), at: setTime }
}

test('a terminal sees the stage, how far it is, and how long it will take yet', () => {
  const { written, progress, at } = watched(true)
  progress.show('skriver sider', 0, 1000)
  at(10_000)
  progress.show('skriver sider', 250, 1000)
  expect(written.at(-1)).toContain('█████░░░░░░░░░░░░░░░ skriver sider 250 af 1000, 30 s igen')
  at(100_000)
  progress.show('skriver sider', 300, 1000)
  expect(written.at(-1)).toContain('4 min. igen')
  progress.end()
  expect(written.at(-1)).toBe('\r\u001B[2K')
})

test('elsewhere there is a line for each stage, and one now and then while it lasts', () => {
  const { written, progress, at } = watched(false)
  progress.show('læser', 0, 1)
  progress.show('skriver sider', 0, 100)
  for (let second = 1; second <= 25; second += 1) {
    at(second * 1000)
    progress.show('skriver sider', second, 100)
  }
  expect(written).toEqual([
    'læser …\n',
    'skriver sider …\n',
    'skriver sider 10 af 100, 2 min. igen\n',
    'skriver sider 20 af 100, 2 min. igen\n',
  ])
  expect(progress.end()).toBe(25)
})
