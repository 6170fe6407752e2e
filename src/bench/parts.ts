import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cacheFolder } from '../memory/cache-folder.ts'
import { type ContentCount, generateContent } from './content/generate.ts'
import type { ContentSize } from './content/size.ts'
import { countFiles, type FileCount } from './printed.ts'
import type { Cost } from './process.ts'
import { buildArchive, runProject } from './project.ts'

/** What building authorities by themselves costs, side by side, and joining them, beside one build of the whole. */
export interface PartsFigures {
  readonly content: ContentCount
  readonly parts: readonly (Cost & { readonly authority: string })[]
  /** Seconds until the last part was there, and the sum of what all of them held. */
  readonly together: Cost
  readonly join: Cost
  readonly whole: Cost
  /** Files of the joined archive. */
  readonly joined: FileCount
}

/** Invents an archive of several authorities, builds each in a process of its own at the same time, joins them, and builds the whole. */
export async function benchParts(size: ContentSize): Promise<PartsFigures> {
  const around = mkdtempSync(path.join(os.tmpdir(), 'referatarkiv-bench-'))
  const below = (name: string): string => path.join(around, name)
  try {
    const count = generateContent(below('content'), size)
    const authorities = readdirSync(below('content')).filter((name) => statSync(path.join(below('content'), name)).isDirectory())
    const started = performance.now()
    const parts = await Promise.all(
      authorities.map(async (authority) => {
        const { seconds, memory } = await buildArchive(below('content'), below(authority), '--authority', authority, '--no-cache')
        return { authority, seconds, ...(memory !== undefined && { memory }) }
      }),
    )
    const seconds = (performance.now() - started) / 1000
    const together = { seconds, memory: parts.reduce((sum, { memory = 0 }) => sum + memory, 0) }
    const join = await runProject('join', '--content', below('content'), '--output', below('joined'), ...authorities.map(below))
    const whole = await buildArchive(below('content'), below('whole'), '--no-cache')
    return { content: count, parts, together, join, whole, joined: countFiles(below('joined'), '') }
  } finally {
    for (const folder of [around, cacheFolder('content', below('content'))]) rmSync(folder, { recursive: true, force: true })
  }
}
