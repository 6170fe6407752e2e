import { expect, test } from 'vitest'
import { AtHand } from './at-hand.ts'

test('what was made of a text is made once while it is at hand, and the oldest goes first', () => {
  const made: string[] = []
  const atHand = new AtHand<string>(6)
  const of = (text: string): string =>
    atHand.of(text, (given) => {
      made.push(given)
      return given.toUpperCase()
    })
  expect(['aaa', 'bbb', 'aaa', 'bbb'].map(of)).toEqual(['AAA', 'BBB', 'AAA', 'BBB'])
  expect(made).toEqual(['aaa', 'bbb'])
  of('cc')
  of('bbb')
  of('aaa')
  expect(made).toEqual(['aaa', 'bbb', 'cc', 'aaa'])
})

test('a text above the limit is not kept, and nothing else with it', () => {
  const atHand = new AtHand<number>(3)
  let times = 0
  const count = (): number => {
    times += 1
    return times
  }
  expect(['long text', 'long text', 'x', 'x'].map((text) => atHand.of(text, count))).toEqual([1, 2, 3, 3])
})
