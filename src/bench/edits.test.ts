import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { validate } from '../rules/validate.ts'
import { readContent } from '../source/read.ts'
import { generateContent } from './content/generate.ts'
import { SMALL } from './content/size.ts'
import { addMeeting, changePunkt, openMeeting } from './edits.ts'

let content: string

beforeAll(() => {
  content = mkdtempSync(path.join(os.tmpdir(), 'referatarkiv-edits-'))
  generateContent(content, { ...SMALL, bodies: 4, meetings: 24 })
})

afterAll(() => rmSync(content, { recursive: true, force: true }))

const errors = (): string[] =>
  validate(loadArchive(readContent(content))).flatMap(({ severity, file, message }) => (severity === 'error' ? `${file}: ${message}` : []))

test('a changed punkt has the new words at the address that is told, and the content stays sound', () => {
  const id = changePunkt(content, openMeeting(content), 'Her er en ny sætning.')
  const { archive } = loadArchive(readContent(content))
  expect(archive.find('punkt', id)?.sections.at(-1)?.text).toContain('Her er en ny sætning.')
  expect(errors()).toEqual([])
})

test('an added meeting is one more, with all its punkter, and the content stays sound', () => {
  const before = loadArchive(readContent(content)).archive
  const meeting = openMeeting(content)
  addMeeting(content, meeting, 3)
  const after = loadArchive(readContent(content)).archive
  expect(after.meetings).toHaveLength(before.meetings.length + 1)
  expect(after.punkter).toHaveLength(before.punkter.length + before.punkterOf(meeting).length)
  expect(errors()).toEqual([])
})
