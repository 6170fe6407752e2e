import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Finding, startOf } from '../findings/finding.ts'
import { readContent } from '../source/read.ts'
import { type Answer, keepAnswer, recallAnswer } from './answer.ts'
import { cacheFolder } from './cache-folder.ts'

const FINDING: Finding = {
  ...startOf('index.md'),
  severity: 'info',
  rule: 'titel-lang',
  message: 'Titlen er lang.',
  hint: 'Gør den kortere.',
}
const ANSWER: Answer = { findings: [FINDING], seen: { meetings: 2, punkter: 7 } }

let content: string
let index: string

beforeEach(async () => {
  content = mkdtempSync(path.join(tmpdir(), 'referatarkiv-'))
  index = path.join(content, 'index.md')
  writeFileSync(index, '---\ntitel: A\n---\n')
  mkdirSync(path.join(content, 'bilag'))
  writeFileSync(path.join(content, 'bilag/plan.pdf'), 'x')
  await settled()
})

afterEach(() => {
  for (const folder of [content, cacheFolder('content', content)]) rmSync(folder, { recursive: true, force: true })
})

/** A file that was just written is not relied on. */
function settled(): Promise<void> {
  return wait(150)
}

function recalled(version = 'v1'): Answer | undefined {
  return recallAnswer(content, version, readContent(content))
}

test('a folder that is as it was gets the same answer', () => {
  expect(recalled()).toBeUndefined()
  keepAnswer(content, 'v1', readContent(content), ANSWER)
  expect(recalled()).toMatchObject(ANSWER)
})

test.each([
  [
    'a word is changed, and the time set back',
    (): void => {
      const { atime, mtime } = statSync(index)
      writeFileSync(index, '---\ntitel: B\n---\n')
      utimesSync(index, atime, mtime)
    },
  ],
  ['a file is added', (): void => writeFileSync(path.join(content, 'ny.md'), '')],
  ['a file is taken away', (): void => rmSync(index)],
  ['an attachment is changed', (): void => writeFileSync(path.join(content, 'bilag/plan.pdf'), 'y')],
  ['an attachment is taken away', (): void => rmSync(path.join(content, 'bilag/plan.pdf'))],
  ['a file may be read no longer', (): void => chmodSync(index, 0o000)],
])('none is given where %s', (_what, change) => {
  keepAnswer(content, 'v1', readContent(content), ANSWER)
  change()
  expect(recalled()).toBeUndefined()
})

test('nor by another version of the code', () => {
  keepAnswer(content, 'v1', readContent(content), ANSWER)
  expect(recalled('v2')).toBeUndefined()
})

test('none is kept about a file that was written just now, or could not be read', async () => {
  writeFileSync(index, '---\ntitel: B\n---\n')
  keepAnswer(content, 'v1', readContent(content), ANSWER)
  await settled()
  expect(recalled()).toBeUndefined()
  keepAnswer(content, 'v1', readContent(content), { ...ANSWER, findings: [{ ...FINDING, rule: 'fil-ulaeselig' }] })
  expect(recalled()).toBeUndefined()
})
