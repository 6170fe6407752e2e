import type { Head } from './heads.ts'
import { isLabel } from './labels.ts'
import { fullText, type LeftOut, type Line, sourceWords } from './line.ts'
import { namesGroup, partOfAgenda, saysClosed } from './lukket.ts'
import { caseNumberOf } from './sagsnummer-line.ts'

/** Lines without those that part the agenda, and what the last of these says of the punkter after it. */
export interface AgendaParts {
  readonly lines: Line[]
  readonly last?: 'closed' | 'open'
  readonly leftOut: LeftOut[]
}

/** Takes out the lines that part the agenda into open and closed punkter, and the names of groups of punkter at the end. */
export function partsOf(lines: readonly Line[]): AgendaParts {
  const kept: Line[] = []
  const leftOut: LeftOut[] = []
  let last: 'closed' | 'open' | undefined
  for (const line of lines) {
    const part = line.marker === undefined && !isLabel(line) ? partOfAgenda(line.text) : undefined
    if (part) {
      last = part
      leftOut.push({ line: line.number, text: sourceWords(line), reason: 'felt: adgang' })
    } else kept.push(line)
  }
  for (let end = kept.at(-1); end?.gap && !end.cells && namesGroup(fullText(end)); end = kept.at(-1)) {
    leftOut.push({ line: end.number, text: sourceWords(end), reason: 'overskrift for en gruppe af punkter' })
    kept.pop()
  }
  return { lines: kept, ...(last && { last }), leftOut }
}

/** What a line such as "LUKKET PUNKT" right above a head says. */
export interface MarkAbove {
  readonly index: number
  /** True where it may as well belong to the punkt before, which then is closed too. */
  readonly isUnsure: boolean
}

/**
 * The line above a head that says "closed": of the punkt that follows where it is set as a heading, of the one before
 * where this has nothing else, of both where nothing tells.
 */
export function markAbove(lines: readonly Line[], head: Head, before: Head | undefined): MarkAbove | undefined {
  const index = above(lines, head)
  const line = lines[index]
  if (!line || line.marker || !saysClosed(line.text)) return undefined
  if (!before) return { index, isUnsure: false }
  const hasOwnText = lines.slice(before.end, index).some((other) => caseNumberOf(other) === undefined)
  if (!hasOwnText) return undefined
  const isSetApart = line.level > 0 || line.bold || line.text === line.text.toUpperCase()
  return { index, isUnsure: !isSetApart }
}

function above(lines: readonly Line[], head: Head): number {
  const line = lines[head.index - 1]
  return line && caseNumberOf(line) !== undefined ? head.index - 2 : head.index - 1
}
