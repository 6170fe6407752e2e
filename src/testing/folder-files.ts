import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Every file below a folder with its bytes, a letter each, by path from the folder and in that order: for comparing two of them. */
export function filesBelow(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort()
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]))
}
