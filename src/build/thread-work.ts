import type { Loaded, Sources } from '../archive/archive.ts'
import { assemble, type Outline, outlineOf, sourcesOf } from '../archive/load.ts'
import { MeetingAlone } from '../archive/meeting-alone.ts'
import { type MeetingUnit, punkterOf, readMeetingUnit } from '../archive/meeting-unit.ts'
import { publishable } from '../archive/publishable.ts'
import type { Assets } from '../eleventy/assets.ts'
import { rendererOf } from '../eleventy/plugin.ts'
import type { PageTask } from '../publish/page-task.ts'
import { pageTasks } from '../publish/views.ts'
import { type FirstLook, firstLook, MeetingCheck, type MeetingFindings } from '../rules/validate.ts'
import { ContentChanged, readContent } from '../source/read.ts'
import { Press, type PressFolders, type Printed, PrintedNumbers } from './press.ts'

/** A meeting as it was read, and what can be said of it by then. */
export interface MeetingRead {
  readonly unit: MeetingUnit
  readonly look: FirstLook
}

/** What was found in a meeting, and which parts of the archive were asked for. */
export interface MeetingFound extends MeetingFindings {
  readonly meeting: string
}

/** What was printed of a task, by its place among all tasks. */
export interface TaskPrinted extends Printed {
  readonly task: number
}

/** How an archive is printed. Plain data. */
export interface Printing {
  readonly drafts: boolean
  readonly folders: PressFolders
  readonly assets: Assets['urls']
  /** What the pages are made with, as `madeWith` tells it. */
  readonly made: string
}

/** The part of a build that can be shared out: reading meetings, checking them, printing pages. Every thread has one. */
export class ThreadWork {
  readonly #content: string
  #outline: Outline | undefined
  #sources: Sources | undefined
  #loaded: Loaded | undefined
  #check: MeetingCheck | undefined
  /** Those of this thread, for all that it prints. */
  readonly numbers = new PrintedNumbers()
  #printing: { readonly press: Press; readonly tasks: readonly PageTask[] } | undefined

  constructor(content: string, known?: { readonly outline: Outline; readonly loaded?: Loaded }) {
    this.#content = content
    this.#outline = known?.outline
    this.#loaded = known?.loaded
  }

  read(folders: readonly string[]): MeetingRead[] {
    const outline = this.#outlineRead()
    this.#sources ??= sourcesOf(outline.tree)
    const sources = this.#sources
    const byId = new Map(outline.folders.map((folder) => [folder.folder, folder]))
    return folders.map((id) => {
      const folder = byId.get(id)
      if (!folder) throw new ContentChanged(`${id} blev flyttet imens.`)
      const unit = readMeetingUnit(folder, outline.tree)
      // The rules are asked at once, while the texts are at hand.
      const alone = new MeetingAlone(outline, unit.meeting, punkterOf(unit, outline.tree))
      return { unit, look: firstLook(alone, sources, unit.folder) }
    })
  }

  /** Takes in what all threads have read together. */
  assemble(units: readonly MeetingUnit[]): void {
    this.#loaded = assemble(this.#outlineRead(), units)
  }

  check(meetings: readonly string[]): MeetingFound[] {
    this.#check ??= new MeetingCheck(this.#loadedArchive())
    const check = this.#check
    return meetings.map((meeting) => ({ meeting, ...check.run(meeting) }))
  }

  print({ drafts, assets, made, folders }: Printing, numbers: readonly number[]): TaskPrinted[] {
    if (!this.#printing) {
      const loaded = this.#loadedArchive().archive
      const archive = drafts ? loaded : publishable(loaded)
      this.#printing = {
        press: new Press(archive, rendererOf(archive, assets, made), folders, this.numbers),
        tasks: [...pageTasks(archive)],
      }
    }
    return printTasks(this.#printing.press, this.#printing.tasks, numbers)
  }

  #outlineRead(): Outline {
    this.#outline ??= outlineOf(readContent(this.#content))
    return this.#outline
  }

  #loadedArchive(): Loaded {
    if (!this.#loaded) throw new Error('A thread was asked about an archive that it does not have.')
    return this.#loaded
  }
}

/** Prints tasks by their numbers. */
export function printTasks(press: Press, tasks: readonly PageTask[], numbers: readonly number[]): TaskPrinted[] {
  return numbers.map((number) => {
    const task = tasks[number]
    if (!task) throw new Error(`There is no task ${number}.`)
    return { task: number, ...press.print(task) }
  })
}
