import { hash } from 'node:crypto'
import path from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { type ContentTree, isSettled } from '../source/content-tree.ts'
import { readCacheFile, writeCacheFile } from './cache-file.ts'
import { cacheFolder } from './cache-folder.ts'

/** What validating a content folder came to. */
export interface Answer {
  readonly findings: readonly Finding[]
  /** What was looked through. */
  readonly seen: { readonly meetings: number; readonly punkter: number }
}

interface Kept extends Answer {
  readonly look: string
}

/**
 * What validating a content folder came to the last time, where no file of it has changed since, come or gone: then there is
 * nothing to read. Undefined where one has, or may have without its times telling.
 */
export function recallAnswer(content: string, version: string, tree: ContentTree): Answer | undefined {
  const kept = readCacheFile(fileOf(content), version) as Kept | undefined
  return kept && kept.look === lookOf(tree) ? kept : undefined
}

/** Keeps an answer for the next time; none about a folder of which a file may change, or become readable, without its look telling. */
export function keepAnswer(content: string, version: string, tree: ContentTree, { findings, seen }: Answer): void {
  const look = lookOf(tree)
  if (look === undefined || findings.some(({ rule }) => rule === 'fil-ulaeselig')) return
  const kept: Kept = { look, findings, seen }
  writeCacheFile(fileOf(content), version, kept)
}

/** Changes when a file of a folder does; undefined where that is not to be relied on. */
function lookOf(tree: ContentTree): string | undefined {
  const looks: string[] = [JSON.stringify(tree.findings)]
  for (const files of [tree.files, tree.assets]) {
    for (const file of files.values()) {
      if (!isSettled(file)) return undefined
      looks.push(file.path, file.signature ?? '')
    }
  }
  return hash('sha256', looks.join('\n'))
}

function fileOf(content: string): string {
  return path.join(cacheFolder('content', content), 'answer')
}
