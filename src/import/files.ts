import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readContent } from '../source/read.ts'
import type { PlannedFile } from './import.ts'
import type { InputFile } from './input.ts'

/** Reads the documents handed in; one that cannot be read comes back without bytes. */
export async function readInputs(paths: readonly string[]): Promise<InputFile[]> {
  return Promise.all(
    paths.map(async (file) => {
      try {
        return { path: file, bytes: await readFile(file) }
      } catch {
        return { path: file }
      }
    }),
  )
}

/** The Markdown files of a content folder by path; none where the folder is not there yet. */
export async function readExisting(folder: string): Promise<Map<string, string>> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  if (!isThere) return new Map()
  const tree = await readContent(folder)
  return new Map([...tree.files].map(([file, source]) => [file, source.text]))
}

/** Writes the planned files that are new, each whole or not at all. */
export async function writePlanned(folder: string, files: readonly PlannedFile[]): Promise<number> {
  const wanted = files.filter(({ state }) => state === 'new')
  for (const file of wanted) {
    const target = path.join(folder, file.path)
    await mkdir(path.dirname(target), { recursive: true })
    const half = `${target}.halv`
    await writeFile(half, file.text)
    await rename(half, target)
  }
  return wanted.length
}
