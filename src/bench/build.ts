import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadArchive } from '../archive/load.ts'
import type { StageTime } from '../build/stages.ts'
import { cacheFolder } from '../memory/cache-folder.ts'
import { readContent } from '../source/read.ts'
import { type ContentCount, generateContent } from './content/generate.ts'
import type { ContentSize } from './content/size.ts'
import { addMeeting, changePunkt, openMeeting } from './edits.ts'
import { peerPages } from './peers/pages.ts'
import { setUpPeers } from './peers/peers.ts'
import { type PreviewFigures, timePreview } from './preview.ts'
import { countFiles, type FileCount } from './printed.ts'
import { type Cost, type Finished, measure, medianCost } from './process.ts'
import { buildArchive, indexWithPagefind, runProject } from './project.ts'

const STAGED_BUILD = fileURLToPath(new URL('staged-build.ts', import.meta.url))

/** One way to build a site, measured. */
export interface BuildFigure extends Cost {
  readonly name: string
  /** Pages printed, and their bytes of HTML. */
  readonly pages: FileCount
}

/** What building at one size costs. Every cost is a median over the runs. */
export interface BuildFigures {
  readonly size: ContentSize
  readonly content: ContentCount
  /** Pages alone, from nothing. The archive is first. */
  readonly cold: readonly BuildFigure[]
  /** A full index of the peer's pages, by Pagefind itself; undefined where no peer printed. */
  readonly pagefind?: Cost
  /** The archive with search, from nothing; with a punkt changed; with a meeting added. */
  readonly whole: Cost
  readonly changed: Cost
  readonly added: Cost
  /** Where the time goes in each of these three. */
  readonly stages: Readonly<Record<'whole' | 'changed' | 'added', StagedBuild>>
  /** Findings alone, without and with what an earlier run kept. */
  readonly validated: Cost
  readonly validatedAgain: Cost
  readonly preview: PreviewFigures
}

/** A build by its parts, in seconds, and how much of the site it wrote. */
export interface StagedBuild {
  readonly stages: readonly StageTime[]
  readonly pages: number
  readonly written: number
}

/** Builds invented content of one size with the archive and with every other generator that is installed, turn by turn. */
export async function benchBuild(size: ContentSize, runs: number): Promise<BuildFigures> {
  const around = mkdtempSync(path.join(os.tmpdir(), 'referatarkiv-bench-'))
  try {
    return await benchIn(around, size, runs)
  } finally {
    const kept = [cacheFolder('content', contentIn(around)), cacheFolder('site', siteIn(around)), cacheFolder('site', previewIn(around))]
    for (const folder of [around, ...kept]) rmSync(folder, { recursive: true, force: true })
  }
}

const contentIn = (around: string): string => path.join(around, 'content')
const siteIn = (around: string): string => path.join(around, 'arkiv')
const previewIn = (around: string): string => path.join(around, 'visning')

async function benchIn(around: string, size: ContentSize, runs: number): Promise<BuildFigures> {
  const content = contentIn(around)
  const count = generateContent(content, size)
  const output = siteIn(around)
  const archive = { name: 'Referatarkiv', output, build: () => buildArchive(content, output, '--no-cache', '--no-search') }
  const peers = await setUpPeers(path.join(around, 'peers'), peerPages(loadArchive(readContent(content))), '')
  const cold = await inTurn([archive, ...peers], runs)

  const printed = peers[0]?.output
  const pagefind = printed === undefined ? undefined : await repeat(runs, () => indexWithPagefind(printed))
  const whole = await repeat(runs, () => buildArchive(content, output, '--no-cache'))

  const wholeStages = await stagedBuild(content, output, '--no-cache')
  await buildArchive(content, output)
  const meeting = openMeeting(content)
  const changed = await repeat(runs, (run) => {
    changePunkt(content, meeting, `Punktet er rettet ${run + 1} gange.`)
    return buildArchive(content, output)
  })
  changePunkt(content, meeting, 'Punktet er rettet en sidste gang.')
  const changedStages = await stagedBuild(content, output)
  const added = await repeat(runs, (run) => {
    addMeeting(content, meeting, run + 1)
    return buildArchive(content, output)
  })
  addMeeting(content, meeting, runs + 1)
  const addedStages = await stagedBuild(content, output)
  const stages = { whole: wholeStages, changed: changedStages, added: addedStages }
  const validated = await repeat(runs, () => runProject('validate', '--content', content, '--no-cache'))
  await runProject('validate', '--content', content)
  const validatedAgain = await repeat(runs, () => runProject('validate', '--content', content))
  const preview = await timePreview(content, previewIn(around), meeting)
  return { size, content: count, cold, ...(pagefind && { pagefind }), whole, changed, added, stages, validated, validatedAgain, preview }
}

interface Contender {
  readonly name: string
  readonly output: string
  build(): Promise<Finished>
}

/** All of them once, then all of them again: what the machine does besides then falls on all alike. */
async function inTurn(contenders: readonly Contender[], runs: number): Promise<BuildFigure[]> {
  const costs = contenders.map((): Cost[] => [])
  for (let run = 0; run < runs; run += 1) {
    for (const [at, { output, build }] of contenders.entries()) {
      rmSync(output, { recursive: true, force: true })
      costs[at]?.push(await build())
    }
  }
  return contenders.map(({ name, output }, at) => ({ name, pages: countFiles(output, '.html'), ...medianCost(costs[at] ?? []) }))
}

async function repeat(runs: number, work: (run: number) => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = []
  for (let run = 0; run < runs; run += 1) costs.push(await work(run))
  return medianCost(costs)
}

async function stagedBuild(content: string, output: string, ...flags: readonly string[]): Promise<StagedBuild> {
  const { stdout } = await measure(process.execPath, ['--import', 'tsx', STAGED_BUILD, content, output, ...flags])
  return JSON.parse(stdout) as StagedBuild
}
