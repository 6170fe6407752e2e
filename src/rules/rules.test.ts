import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import type { Finding } from '../findings/finding.ts'
import { contentTree } from '../source/content-tree.ts'
import { allRules } from './all-rules.ts'
import { EXAMPLE_ARCHIVE } from './example-archive.ts'
import type { Example, Rule } from './rule.ts'
import { validate } from './validate.ts'

function findingsOf(rule: Rule, { files }: Example): Finding[] {
  const laidOver = Object.entries({ ...EXAMPLE_ARCHIVE, ...files }).filter((entry): entry is [string, string] => entry[1] !== null)
  return validate(loadArchive(contentTree(Object.fromEntries(laidOver))), [rule]).filter((finding) => finding.rule === rule.id)
}

test('the sound archive has no findings at all', () => {
  expect(validate(loadArchive(contentTree(EXAMPLE_ARCHIVE)))).toEqual([])
})

test('ids are unique and ASCII', () => {
  const ids = allRules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
})

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('says why it is there', () => {
    expect(rule.about).toMatch(/^[A-ZÆØÅ].*\.$/)
  })

  test.each(rule.good.map((example) => [example.name, example] as const))('finds nothing: %s', (_name, example) => {
    expect(findingsOf(rule, example)).toEqual([])
  })

  test.each(rule.bad.map((example) => [example.name, example] as const))('finds: %s', (_name, example) => {
    const findings = findingsOf(rule, example)
    const expected = example.finds ?? []
    expect(expected.length).toBeGreaterThan(0)
    expect(findings.map(({ file, message }) => `${file}: ${message}`)).toHaveLength(expected.length)
    for (const [index, { file, line, message }] of expected.entries()) {
      const finding = findings[index]
      expect(finding).toMatchObject({ file, ...(line !== undefined && { line }) })
      expect(finding?.message).toContain(message)
    }
    for (const { message, hint } of findings) {
      expect(message).toMatch(/^["A-ZÆØÅ0-9].*[.]$/)
      expect(hint).toMatch(/^[A-ZÆØÅ].*[.?]$/)
    }
  })
})
