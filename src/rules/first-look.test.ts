import { describe, expect, test } from 'vitest'
import { assemble, outlineOf, sourcesOf } from '../archive/load.ts'
import { MeetingAlone } from '../archive/meeting-alone.ts'
import { punkterOf, readMeetingUnit } from '../archive/meeting-unit.ts'
import { compareFindings } from '../findings/finding.ts'
import { type ContentTree, contentTree } from '../source/content-tree.ts'
import { readContent } from '../source/read.ts'
import { allRules } from './all-rules.ts'
import { EXAMPLE_ARCHIVE } from './example-archive.ts'
import { firstLook, MeetingCheck } from './validate.ts'

/** Looks at every meeting as it is read, goes on when all are, and compares with looking once at the end. */
function expectSame(tree: ContentTree): void {
  const outline = outlineOf(tree)
  const units = outline.folders.map((folder) => readMeetingUnit(folder, tree))
  const looks = units.map((unit) => firstLook(new MeetingAlone(outline, unit.meeting, punkterOf(unit, tree)), sourcesOf(tree), unit.folder))
  const check = new MeetingCheck(assemble(outline, units))
  for (const [index, { folder }] of units.entries()) {
    const look = looks[index]
    if (!look) throw new Error('There is a look at every meeting.')
    const once = check.run(folder)
    const twice = check.goOn(folder, look)
    expect([...twice.findings].sort(compareFindings)).toEqual([...once.findings].sort(compareFindings))
    expect(twice.reads).toEqual(expect.arrayContaining([...once.reads]))
  }
}

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (_id, { good, bad }) => {
  test('says the same in two steps as in one', () => {
    for (const { files } of [...good, ...bad]) {
      const laidOver = Object.entries({ ...EXAMPLE_ARCHIVE, ...files }).filter((entry): entry is [string, string] => entry[1] !== null)
      expectSame(contentTree(Object.fromEntries(laidOver)))
    }
  })
})

test('so do all rules on the shipped content, of which most is said at the first look', () => {
  const tree = readContent('content')
  expectSame(tree)
  const outline = outlineOf(tree)
  const open = outline.folders.flatMap((folder) => {
    const unit = readMeetingUnit(folder, tree)
    return firstLook(new MeetingAlone(outline, unit.meeting, punkterOf(unit, tree)), sourcesOf(tree), unit.folder).open
  })
  const ids = new Set(open.map(({ rule }) => rule))
  expect(ids.size).toBeGreaterThan(0)
  expect([...ids].every((id) => /^(?:henvisning|link)-/.test(id))).toBe(true)
})
