import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** How many files lie below a folder, and their bytes together. */
export interface FileCount {
  readonly files: number
  readonly bytes: number
}

/** Counts the files whose names end in `ending`. */
export function countFiles(folder: string, ending: string): FileCount {
  let [files, bytes] = [0, 0]
  for (const file of filesBelow(folder)) {
    if (!file.endsWith(ending)) continue
    files += 1
    bytes += statSync(file).size
  }
  return { files, bytes }
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }) as Dirent[]) {
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(inside)
    else yield inside
  }
}
