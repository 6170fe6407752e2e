import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { buildSite, SiteBuilder } from '../build/build.ts'
import { digestOf } from '../source/content-tree.ts'
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
let whilePrinting = (): void => {}
let savedMeanwhile = false
/** What was published before an error was saved: the site that is made anew does not have it. */
let between = false
const onProgress = (stage: string): void => {
  if (stage === 'skriver sider') whilePrinting()
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
    const shown = new Map<string, string>()
    if (edit && told.length % 3 !== 0) whilePrinting = () => saveAndShow({ ...edit, kind: 'reword', pick: edit.pick + 1 }, shown)
    savedMeanwhile = false
    let first = await builder.build()
    const after = shown.size > 0 && first.published ? contentsOf(remembered) : shown
    const hidden = [...shown].filter(([file, now]) => after.get(file) !== now).map(([file]) => `${file}, shown while printing`)
    if (savedMeanwhile) first = await builder.build()
    const second = await buildSite({ content, output: anew, noSearch: true, anew: true })
    const findings = JSON.stringify(first.findings) === JSON.stringify(second.findings) ? [] : ['the findings']
    between = !second.published && (between || savedMeanwhile)
    const differences = [
      ...hidden,
      ...findings,
      ...(first.published !== second.published ? ['published or not'] : between ? [] : differencesOf(remembered, anew)),
    ]
    told.push({ edit, published: second.published, written: first.written, shown: shown.size, differences })
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

/** Saves a change while a build is printing, once, and shows it. Notes the files that show it. */
function saveAndShow(edit: Edit, shown: Map<string, string>): void {
  whilePrinting = () => {}
  savedMeanwhile = true
  const before = contentsOf(remembered)
  const rewritten = makeEdit(content, edit)
  if (rewritten !== undefined) builder.showAtOnce([rewritten])
  for (const [file, now] of contentsOf(remembered)) if (before.get(file) !== now) shown.set(file, now)
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
