import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeFrame } from './code-frame.ts'

function frame(text: string, line: number, column: number, endColumn: number): string[] {
  return codeFrame(text, { line, column, endColumn }).split('\n')
}

describe('carets stand under the place', () => {
  test('with the line above', () => {
    expect(frame('---\ntitel: A\nadgang: aben\n---', 3, 9, 13)).toEqual(['2 | titel: A', '3 | adgang: aben', '  |         ^^^^'])
  })

  test('on the first line, and without an end', () => {
    expect(frame('titel: A', 1, 1, 1)).toEqual(['1 | titel: A', '  | ^'])
  })

  test('an empty line above is left out; the numbers align', () => {
    expect(frame(`${'\n'.repeat(9)}her`, 10, 1, 4)).toEqual(['10 | her', '   | ^^^'])
    expect(frame(`${'\n'.repeat(8)}før\nher`, 10, 1, 4)).toEqual([' 9 | før', '10 | her', '   | ^^^'])
  })

  test('after tabs', () => {
    expect(frame('\ta\tb', 1, 4, 5)).toEqual(['1 |     a    b', '  |          ^'])
  })

  test('after wide letters and combining ones', () => {
    expect(frame('会議 her', 1, 4, 7)).toEqual(['1 | 会議 her', '  |      ^^^'])
    expect(frame('🚲 her', 1, 4, 7)[1]).toBe('  |    ^^^')
    expect(frame('e\u0301 her', 1, 4, 7)[1]).toBe('  |   ^^^')
  })

  test('in a paragraph on one line, of which the part around the place is shown', () => {
    const [row = '', carets = ''] = frame(`${'x'.repeat(5000)}HER${'y'.repeat(5000)}`, 1, 5001, 5004)
    expect(row.length).toBeLessThan(120)
    expect(row.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HER')
  })
})

describe('what is not shown', () => {
  test('digits like those of a CPR number, also over a line break', () => {
    expect(frame('cpr 010203-1234 her', 1, 17, 20)[0]).toBe('1 | cpr ••••••-•••• her')
    expect(codeFrame('en 010203\n1234 to', { line: 2, column: 6, endColumn: 8 })).not.toMatch(/010203|1234/)
  })

  test('control characters, which could drive the terminal', () => {
    expect(frame('a\u001b[31mb\u0007', 1, 1, 2)[0]).toBe('1 | a·[31mb·')
  })

  test('a line that is not there', () => {
    expect(codeFrame('a', { line: 3, column: 1, endColumn: 2 })).toBe('')
  })
})

test('never throws, and the carets are at most as wide as the window', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.integer({ min: -1, max: 5 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 0, max: 500 }),
      (text, line, column, width) => {
        for (const row of codeFrame(text, { line, column, endColumn: column + width }).split('\n')) expect(row.length).toBeLessThan(1000)
      },
    ),
  )
})
