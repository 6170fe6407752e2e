import { sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import { wordsOf } from './words.ts'
import type { DraftFile } from './write.ts'

/**
 * The words of a source that stand in content files, read back by the archive's own reader: the text, and those
 * fields that take words out of it. Fields that repeat words of the text or hold none of the source's own (`dato`,
 * `tidligere`, `adgang` …) are passed over.
 */
export function writtenWords(files: readonly DraftFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const { data, body } = readFrontmatter(sourceFile(path, text))
    return [...fieldWords(data), ...wordsOf(body)]
  })
}

/** The text of content files below their frontmatter. */
export function bodiesOf(files: readonly DraftFile[]): string[] {
  return files.map(({ path, text }) => readFrontmatter(sourceFile(path, text)).body)
}

function fieldWords(data: Readonly<Record<string, unknown>>): string[] {
  const scalars = ['titel', 'nummer', 'sagsnummer', 'sted', 'referent'].map((key) => data[key])
  const people = listOf(data['deltagere']).flatMap((person) => ['navn', 'parti', 'rolle', 'stedfortræder for'].map((key) => person[key]))
  const bilag = listOf(data['bilag'])
    .filter((item) => item['adgang'] !== 'lukket')
    .map((item) => item['titel'])
  return [...scalars, ...people, ...bilag]
    .filter((value) => value !== undefined && value !== null)
    .flatMap((value) => wordsOf(String(value)))
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null) : []
}
