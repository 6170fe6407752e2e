import { expect, test } from 'vitest'
import { contentTree } from '../source/content-tree.ts'
import { historyCircles } from './circles.ts'
import { loadArchive } from './load.ts'

/** Punkter by number, with the numbers of those that each names as earlier. */
function circlesOf(earlier: Readonly<Record<number, readonly number[]>>) {
  const files: Record<string, string> = {
    'by/index.md': '---\nnavn: By Kommune\ntype: kommune\n---\n',
    'by/raadet/index.md': '---\nnavn: Rådet\ntype: kommunalbestyrelse\n---\n',
    'by/raadet/2026-01-05/index.md': '---\ndato: 2026-01-05\nstatus: referat\n---\n',
  }
  for (const [number, names] of Object.entries(earlier)) {
    const head = names.map((name) => `\n  - { udvalg: Rådet, dato: 2026-01-05, punkt: ${name} }`).join('')
    files[`by/raadet/2026-01-05/${number.padStart(4, '0')}-sag.md`] =
      `---\ntitel: Sag\nnummer: ${number}\nadgang: åben\n${head === '' ? '' : `tidligere:${head}\n`}---\n`
  }
  return historyCircles(loadArchive(contentTree(files)).archive).map((circle) => circle.map((id) => Number(id.split('-').at(-1))).sort())
}

test('a line, a fork that meets again and a reference to itself are no circles', () => {
  expect(circlesOf({ 1: [], 2: [1], 3: [1], 4: [2, 3], 5: [5] })).toEqual([])
})

test('a circle is found once, whatever hangs on it', () => {
  expect(circlesOf({ 1: [3], 2: [1], 3: [2], 4: [1, 5], 5: [], 6: [7], 7: [6] })).toEqual([
    [1, 2, 3],
    [6, 7],
  ])
})
