import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ContentChanged, ContentUnreadable, readContent } from './read.ts'

let folder: string
let content: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'referatarkiv-'))
  content = path.join(folder, 'content')
  await mkdir(content)
})
afterEach(async () => rm(folder, { recursive: true }))

async function put(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(path.join(content, file)), { recursive: true })
  await writeFile(path.join(content, file), text)
}

describe('what is read', () => {
  test('Markdown as text, the rest by name and size, hidden files not at all', async () => {
    await put('index.md', '\uFEFFEn\r\nto')
    await put('a/b/2026-03-03/bilag/plan.pdf', '12345')
    await put('a/b/2026-03-03/godkendt.json', '{}')
    await put('.git/index.md', 'x')
    await put('a/.DS_Store', 'x')
    const tree = readContent(content)
    expect([...tree.files.keys()]).toEqual(['index.md'])
    expect(tree.files.get('index.md')?.text).toBe('En\nto')
    expect([...tree.assets.values()]).toMatchObject([
      { path: 'a/b/2026-03-03/bilag/plan.pdf', bytes: 5 },
      { path: 'a/b/2026-03-03/godkendt.json', bytes: 2, text: '{}' },
    ])
    expect(tree.findings).toEqual([])
  })

  test('a text that changes after it was first read is not taken for the same', async () => {
    await put('a.md', 'En')
    const { files } = readContent(content)
    expect(files.get('a.md')?.text).toBe('En')
    for (let other = 0; other < 300; other += 1) await put(`andre/${other}.md`, 'x')
    const tree = readContent(content)
    expect(tree.files.get('a.md')?.digest).toBe(files.get('a.md')?.digest)
    await put('a.md', 'To')
    for (const file of tree.files.values()) if (file.path !== 'a.md') expect(file.text).toBe('x')
    expect(() => tree.files.get('a.md')?.text).toThrow(ContentChanged)
  })

  test('a file has the same digest whatever its line ends and letters are made of', async () => {
    await put('a.md', 'Å\nø')
    await put('b.md', 'Å\r\nø'.normalize('NFD'))
    const { files } = readContent(content)
    expect(files.get('a.md')?.digest).toBe(files.get('b.md')?.digest)
  })

  test('no folder is a usage error', async () => {
    expect(() => readContent(path.join(folder, 'nowhere'))).toThrow(ContentUnreadable)
    await put('index.md', '')
    expect(() => readContent(path.join(content, 'index.md'))).toThrow(ContentUnreadable)
  })
})

describe('what is left out, and said to be', () => {
  test('a link out of the folder', async () => {
    await writeFile(path.join(folder, 'secret.md'), 'hemmeligt')
    await mkdir(path.join(folder, 'content-secret'))
    await writeFile(path.join(folder, 'content-secret', 'index.md'), 'hemmeligt')
    await symlink(path.join(folder, 'secret.md'), path.join(content, 'a.md'))
    await symlink(path.join(folder, 'content-secret'), path.join(content, 'b'))
    const tree = readContent(content)
    expect(tree.files.size).toBe(0)
    expect(tree.findings.map(({ file, rule }) => [file, rule])).toEqual([
      ['a.md', 'link-ud-af-indhold'],
      ['b', 'link-ud-af-indhold'],
    ])
  })

  test('a folder that holds itself is walked once', async () => {
    await put('a/index.md', 'A')
    await symlink(content, path.join(content, 'a', 'loop'))
    const tree = readContent(content)
    expect([...tree.files.keys()]).toEqual(['a/index.md'])
  })

  test('a link that leads nowhere', async () => {
    await symlink(path.join(content, 'gone.md'), path.join(content, 'a.md'))
    expect(readContent(content).findings.map(({ rule }) => rule)).toEqual(['fil-ulaeselig'])
  })

  test('a text of more than 5 MB', async () => {
    await put('a.md', 'x'.repeat(5 * 1024 * 1024 + 1))
    const tree = readContent(content)
    expect(tree.files.size).toBe(0)
    expect(tree.findings).toMatchObject([{ file: 'a.md', rule: 'fil-for-stor', severity: 'error' }])
  })

  test('letters in another encoding', async () => {
    await put('a.md', Buffer.from('M\u00f8de', 'latin1'))
    expect(
      readContent(content)
        .files.get('a.md')
        ?.findings.map(({ rule }) => rule),
    ).toEqual(['tegnsaet'])
  })

  test('a replacement character that really stands there is no fault', async () => {
    await put('a.md', 'Tegnet \uFFFD')
    await put('b.md', Buffer.concat([Buffer.from('Tegnet '), Buffer.from([0xff])]))
    const { files } = readContent(content)
    expect(files.get('a.md')?.findings).toEqual([])
    expect(files.get('b.md')?.text).toBe(files.get('a.md')?.text)
    expect(files.get('b.md')?.digest).not.toBe(files.get('a.md')?.digest)
  })
})
