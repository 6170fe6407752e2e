import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import type { Outline } from '../archive/load.ts'
import { type MeetingFolder, type MeetingUnit, punkterOf, readMeetingUnit } from '../archive/meeting-unit.ts'
import { withMeeting } from '../archive/one-meeting.ts'
import type { Assets } from '../eleventy/assets.ts'
import { rendererOf } from '../eleventy/plugin.ts'
import { hasErrors } from '../findings/finding.ts'
import { meetingView } from '../publish/views/meeting.ts'
import { punktView } from '../publish/views/punkt.ts'
import type { ContentTree } from '../source/content-tree.ts'
import { ContentChanged, withFilesAnew } from '../source/read.ts'

/** The archive as it was built last. */
export interface LastBuild {
  readonly archive: Archive
  readonly outline: Outline
  readonly tree: ContentTree
}

/** What the pages are printed with, and where they go. */
interface Showing {
  readonly assets: Assets
  readonly made: string
  readonly output: string
}

/** See `SiteBuilder.showAtOnce`. `files` are paths below the content folder. */
export function showAtOnce({ archive, outline, tree }: LastBuild, files: readonly string[], { assets, made, output }: Showing): string[] {
  const byFile = new Map(outline.folders.flatMap((folder) => folder.punkter.map((punkt): [string, typeof folder] => [punkt.path, folder])))
  const folders = new Set(files.map((file) => byFile.get(file)))
  const [folder] = folders
  // A saved file is one file of one meeting; whatever is more is better seen as a whole.
  if (folders.size !== 1 || !folder || !archive.find('meeting', folder.folder)) return []
  const anew = withFilesAnew(tree, files)
  const unit = readNow(folder, anew)
  if (!unit || hasErrors(unit.findings)) return []
  const punkter = punkterOf(unit, anew)
  const now = withMeeting(archive, unit.meeting, punkter)
  const renderer = rendererOf(archive, assets.urls, made)
  const changed = punkter.filter(({ file, id }) => files.includes(file) && archive.find('punkt', id))
  return [...changed.map((punkt) => punktView(now, punkt)), meetingView(now, unit.meeting)].map((view) => {
    const file = `${view.page.url}index.html`
    const target = path.join(output, file)
    writeFileSync(`${target}.ny`, renderer.render(view))
    renameSync(`${target}.ny`, target)
    return file
  })
}

/** A meeting as it is; undefined where more than its texts has changed. */
function readNow(folder: MeetingFolder, tree: ContentTree): MeetingUnit | undefined {
  try {
    return readMeetingUnit(folder, tree)
  } catch (error) {
    if (error instanceof ContentChanged) return undefined
    throw error
  }
}
