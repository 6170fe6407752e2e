import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'
import { CLOSED, EXAMPLE_ARCHIVE, MEETING, meetingText, PUNKT } from './example-archive.ts'
import { framesOf } from './frames.ts'

function frame(path: string, text?: string): string | undefined {
  return framesOf(loadArchive(contentTree(text === undefined ? EXAMPLE_ARCHIVE : { ...EXAMPLE_ARCHIVE, [path]: text })))(path)
}

describe('shown', () => {
  test.each(['index.md', 'fjordkoebing/index.md', 'fjordkoebing/byraadet/index.md', MEETING, PUNKT])('%s', (path) => {
    expect(frame(path)).toBe(EXAMPLE_ARCHIVE[path])
  })

  test('a meeting whose corrections of personal data tell nothing', () => {
    expect(frame(MEETING, meetingText('rettelser:\n  - { dato: 2025-10-10, type: persondata, tekst: Fjernet. }'))).toBeDefined()
  })
})

describe('not shown', () => {
  test('a closed punkt', () => {
    expect(frame(CLOSED)).toBeUndefined()
  })

  test.each([
    '---\ntitel: A\n---\nHemmeligt',
    '---\ntitel: A\nadgang: aben\n---\nHemmeligt',
    '---\ntitel: A\nadgang: åben\nadgang: åben\n---\nHemmeligt',
    'Hemmeligt',
  ])('a punkt that is not plainly open: %j', (text) => {
    expect(frame(PUNKT, text)).toBeUndefined()
  })

  test.each(['før: Hansen', 'efter: Hansen'])('a correction of personal data that does: %s', (field) => {
    expect(frame(MEETING, meetingText(`rettelser:\n  - { dato: 2025-10-10, type: persondata, tekst: Fjernet., ${field} }`))).toBeUndefined()
  })

  test('a meeting whose head cannot be read', () => {
    expect(frame(MEETING, '---\nrettelser: "\n---\n')).toBeUndefined()
  })

  test('a file that has no place', () => {
    expect(frame('fjordkoebing/byraadet/2025-09-30/Lukket punkt.md', 'Hemmeligt')).toBeUndefined()
  })
})
