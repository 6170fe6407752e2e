import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingFile, punktFile } from '../publish/small-archive.ts'
import { ContentChanged, readContent } from '../source/read.ts'
import { type Outline, outlineOf } from './load.ts'
import { digestsOf, type MeetingUnit, punkterOf, readMeetingUnit } from './meeting-unit.ts'

let content: string
beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), 'referatarkiv-'))
  put('soeby/byraadet/2026-01-06/index.md', meetingFile('2026-01-06'))
  put('soeby/byraadet/2026-01-06/01-sti.md', punktFile('Sti', '', 'Godkendt.'))
})
afterEach(() => rmSync(content, { recursive: true }))

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(content, file)), { recursive: true })
  writeFileSync(path.join(content, file), text)
}

/** The folder looked through anew, and its only meeting as it is read or as its digests are. */
function looked<T>(at: (folder: Outline['folders'][number], tree: Outline['tree']) => T): { readonly outline: Outline; readonly found: T } {
  const outline = outlineOf(readContent(content))
  const [folder] = outline.folders
  if (!folder) throw new Error('There is no meeting.')
  return { outline, found: at(folder, outline.tree) }
}

test('a text that was saved after its meeting was remembered is not taken for the remembered one', () => {
  const unit: MeetingUnit = looked(readMeetingUnit).found
  const later = looked(() => undefined).outline.tree
  expect(punkterOf(unit, later)[0]?.sections.map(({ text }) => text)).toEqual(['Godkendt.'])
  const latest = looked(() => undefined).outline.tree
  put('soeby/byraadet/2026-01-06/01-sti.md', punktFile('Sti', '', 'Godkendt, men fortryd det.'))
  expect(() => punkterOf(unit, latest)[0]?.sections).toThrow(ContentChanged)
})

test('an empty seal is another than none', () => {
  const before = looked(digestsOf).found
  put('soeby/byraadet/2026-01-06/godkendt.json', '')
  expect(looked(digestsOf).found).not.toEqual(before)
})
