import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { readPdf } from '../documents/pdf.ts'
import { type InventedMeeting, type InventedPunkt, MEETING } from '../testing/documents/meeting.ts'
import { writePdf } from '../testing/documents/pdf.ts'
import { type Cost, measure, medianCost } from './process.ts'
import { runProject } from './project.ts'

export interface ImportFigures {
  readonly documents: number
  readonly pages: number
  readonly processes: number
  /** The text of the same files and nothing else, in one process. */
  readonly plain: Cost
  readonly alone: Cost
  /** With a process for each processor. */
  readonly together: Cost
}

/** Punkter that fill about twenty pages. */
const PUNKTER = 15

/**
 * Imports invented PDFs of twenty pages by the command that clerks use, in one process and in several, beside the plain
 * text of the same files. Times are those of whole commands, their start included.
 * @throws MeasuredFailed where an import leaves a word unexplained
 */
export async function benchImport(documents: number, runs: number): Promise<ImportFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-import-'))
  try {
    const files: string[] = []
    let pages = 0
    for (let index = 0; index < documents; index += 1) {
      const file = path.join(folder, `${index}.pdf`)
      const bytes = await writePdf(meetingOf(index))
      const reading = await readPdf(bytes)
      if (reading.kind === 'read') pages += reading.pages.length
      await writeFile(file, bytes)
      files.push(file)
    }
    const processes = availableParallelism()
    const node = (...words: string[]): Promise<Cost> => measure(process.execPath, ['--import', 'tsx', ...words])
    const imported = (workers: number): Promise<Cost> =>
      runProject('import', ...files, '--content', path.join(folder, 'content'), '--dry-run', '--workers', String(workers))
    const figures = { plain: [] as Cost[], alone: [] as Cost[], together: [] as Cost[] }
    for (let run = 0; run < runs; run += 1) {
      figures.plain.push(await node('src/testing/documents/extract-text.ts', ...files))
      figures.alone.push(await imported(1))
      figures.together.push(await imported(processes))
    }
    const { plain, alone, together } = figures
    return { documents, pages, processes, plain: medianCost(plain), alone: medianCost(alone), together: medianCost(together) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A long meeting on a day of its own. */
function meetingOf(index: number): InventedMeeting {
  const long = MEETING.punkter[1] as InventedPunkt
  const day = new Date(Date.UTC(2010, 0, 1 + index))
  const when = `${day.getUTCDate()}-${day.getUTCMonth() + 1}-${day.getUTCFullYear()} kl. 15:00`
  const punkter = Array.from({ length: PUNKTER }, (_unused, at): InventedPunkt => {
    const number = index * PUNKTER + at + 1
    return { ...long, number, title: `${long.title}, etape ${number}`, sagsnummer: `05.01.02P20-${number}-09` }
  })
  return { ...MEETING, when, punkter }
}
