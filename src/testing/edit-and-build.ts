import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { type BuildResult, buildSite, SiteBuilder } from '../build/build.ts'
import { digestOf } from '../source/content-tree.ts'
import { ContentChanged } from '../source/read.ts'
import { anyEdit, type Edit, makeEdit } from './edits.ts'

/**
 * Makes random changes to a copy of the content, builds after each from what is remembered, by the same builder or another,
 * and anew, and tells on standard
 * output where the two differ. Arguments: seed, number of changes. A program of its own, since Eleventy and Vitest read
 * the configuration in different ways.
 */
const [seed = '1', count = '10'] = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'referatarkiv-'))
const content = path.join(folder, 'content')
const [remembered, anew] = [path.join(folder, 'remembered'), path.join(folder, 'anew')]
let whilePrinting: (() => void) | undefined
/** What was published before an error was saved: the site that is made anew does not have it. */
let between = false
const onProgress = (stage: string): void => {
  if (stage === 'skriver sider') whilePrinting?.()
}
const options = { content, output: remembered, noSearch: true, putOff: true, onProgress }
let builder = new SiteBuilder(options)
const told: { edit: Edit | undefined; published: boolean; written: number; shown: number; differences: string[] }[] = []
try {
  cpSync('content', content, { recursive: true })
  const edits = fc.sample(anyEdit, { seed: Number(seed), numRuns: Number(count) })
  for (const edit of [undefined, ...edits]) {
    const rewritten = edit && makeEdit(content, edit)
    if (told.length % 3 === 0) {
      await builder.finish()
      builder = new SiteBuilder(options)
    }
    if (rewritten !== undefined) builder.showAtOnce([rewritten])
    let shown: ReadonlyMap<string, string> | undefined
    const saveOnce = (): void => {
      whilePrinting = undefined
      if (edit) shown = saveAndShow({ ...edit, kind: 'reword', pick: edit.pick + 1 })
    }
    whilePrinting = edit && told.length % 3 !== 0 ? saveOnce : undefined
    let first = await buildOrAgain()
    const after = contentsOf(remembered)
    const hidden = [...(shown ?? [])].filter(([file, now]) => after.get(file) !== now).map(([file]) => `${file}, shown while printing`)
    if (shown) first = await builder.build()
    const second = await buildSite({ content, output: anew, noSearch: true, anew: true })
    const findings = JSON.stringify(first.findings) === JSON.stringify(second.findings) ? [] : ['the findings']
    between = !second.published && (between || shown !== undefined)
    const differences = [
      ...hidden,
      ...findings,
      ...(first.published !== second.published ? ['published or not'] : between ? [] : differencesOf(remembered, anew)),
    ]
    told.push({ edit, published: second.published, written: first.written, shown: shown?.size ?? 0, differences })
    if (!second.published) {
      // What cannot be published is taken back, as a clerk would, so that the changes after it are seen.
      rmSync(content, { recursive: true })
      cpSync('content', content, { recursive: true })
    }
  }
  process.stdout.write(JSON.stringify(told))
} finally {
  rmSync(folder, { recursive: true })
}

/** Builds as the preview does: a build that meets a text which is saved meanwhile is begun again. */
async function buildOrAgain(): Promise<BuildResult> {
  try {
    return await builder.build()
  } catch (error) {
    if (error instanceof ContentChanged) return builder.build()
    throw error
  }
}

/** Saves a change while a build is printing, and shows it. Gives the files that show it. */
function saveAndShow(edit: Edit): ReadonlyMap<string, string> {
  const before = contentsOf(remembered)
  const rewritten = makeEdit(content, edit)
  if (rewritten !== undefined) builder.showAtOnce([rewritten])
  return new Map([...contentsOf(remembered)].filter(([file, now]) => before.get(file) !== now))
}

/** Files and folders of which one tree has another, or none. */
function differencesOf(a: string, b: string): string[] {
  const [inA, inB] = [contentsOf(a), contentsOf(b)]
  return [...new Set([...inA.keys(), ...inB.keys()])].filter((name) => inA.get(name) !== inB.get(name))
}

function contentsOf(place: string): Map<string, string> {
  return new Map(
    readdirSync(place, { recursive: true, withFileTypes: true }).map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(place, file), entry.isDirectory() ? 'folder' : digestOf(readFileSync(file, 'latin1'))]
    }),
  )
}
