import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readContent } from '../source/read.ts'
import type { ImportResult } from './import.ts'
import type { InputFile } from './input.ts'
import { RECORD } from './plan.ts'
import type { DraftFile } from './write.ts'

/** A folder with more files than this is not looked through for attachments. */
const MOST_BESIDE = 5000

const DOCUMENT = /\.(?:pdf|docx|html?|xml|txt|md)$/i

/** The documents that paths stand for: a folder stands for those in it, in the order of their names. */
export async function documentsAt(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (given) => {
      const entries = await readdir(given, { withFileTypes: true }).catch(() => undefined)
      if (!entries) return [given]
      const names = entries
        .filter((entry) => entry.isFile() && DOCUMENT.test(entry.name) && !entry.name.startsWith('.'))
        .map(({ name }) => name)
      return names.sort().map((name) => path.join(given, name))
    }),
  )
  return lists.flat()
}

/** Gives a function that reads a document handed in; one that cannot be read comes without bytes. Folders are looked through once. */
export function inputReader(): (file: string) => Promise<InputFile> {
  const folders = new Map<string, Promise<string[]>>()
  return async (file) => {
    const folder = path.dirname(file)
    const beside = folders.get(folder) ?? filesBelow(folder)
    folders.set(folder, beside)
    const bytes = await readFile(file).catch(() => undefined)
    return { path: file, beside: await beside, ...(bytes && { bytes }) }
  }
}

/** Reads the documents handed in, one at a time. */
export async function* readInputs(paths: readonly string[]): AsyncGenerator<InputFile> {
  const read = inputReader()
  for (const file of paths) yield await read(file)
}

/** The files of a folder and of the folders in it, relative to it, with `/`. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files: string[] = []
  for (const entry of entries.slice(0, MOST_BESIDE)) {
    if (entry.name.startsWith('.')) continue
    if (entry.isFile()) files.push(entry.name)
    if (!entry.isDirectory()) continue
    const inner = await readdir(path.join(folder, entry.name), { withFileTypes: true }).catch(() => [])
    files.push(...inner.filter((file) => file.isFile() && !file.name.startsWith('.')).map((file) => `${entry.name}/${file.name}`))
  }
  return files.slice(0, MOST_BESIDE).sort()
}

/** The Markdown files of a content folder and the records of earlier imports, by path; none where it is not there yet. */
export async function readExisting(folder: string): Promise<Map<string, string>> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  if (!isThere) return new Map()
  const tree = readContent(folder)
  const existing = new Map([...tree.files].map(([file, source]) => [file, source.text]))
  for (const file of tree.files.keys()) {
    if (file.split('/').length !== 4 || !file.endsWith('/index.md')) continue
    const record = file.replace(/index\.md$/, RECORD)
    const text = await readFile(path.join(folder, record), 'utf8').catch(() => undefined)
    if (text !== undefined) existing.set(record, text)
  }
  return existing
}

/** Writes what is new or changed, each file whole or not at all, and copies the attachments that are not there yet. */
export async function writePlanned(folder: string, { files, copies, records }: ImportResult, force: boolean): Promise<void> {
  for (const file of files) if (file.state === 'new' || file.state === 'changed') await write(folder, file)
  for (const record of records) await write(folder, record)
  for (const { document, from, path: to } of copies) {
    const target = path.join(folder, to)
    const isThere = await stat(target).then(
      () => true,
      () => false,
    )
    if (isThere && !force) continue
    await mkdir(path.dirname(target), { recursive: true })
    await copyFile(path.join(path.dirname(document), from), target)
  }
}

async function write(folder: string, file: DraftFile): Promise<void> {
  const target = path.join(folder, file.path)
  await mkdir(path.dirname(target), { recursive: true })
  const half = `${target}.halv`
  await writeFile(half, file.text)
  await rename(half, target)
}
