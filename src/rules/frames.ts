import type { Loaded } from '../archive/archive.ts'
import { classifyPath } from '../archive/layout.ts'
import { isOpen } from '../referat/reading/punkt.ts'

/**
 * The text of a file for showing the line a finding is about; `undefined` for every file that may hold what must not be
 * public: a punkt that is not plainly open, corrections of personal data, and files that could not be placed.
 */
export function framesOf({ sources }: Pick<Loaded, 'sources'>): (file: string) => string | undefined {
  return (file) => {
    const text = sources.tree.files.get(file)?.text
    const frontmatter = sources.frontmatter.get(file)
    if (text === undefined || frontmatter === undefined) return undefined
    switch (classifyPath(file).kind) {
      case 'punkt':
        return isOpen(frontmatter) ? text : undefined
      case 'meeting':
        return frontmatter.findings.length > 0 || showsPersonalData(frontmatter.data['rettelser']) ? undefined : text
      case 'site':
      case 'authority':
      case 'udvalg':
        return text
      default:
        return undefined
    }
  }
}

/** True where a correction of personal data still tells what stood there: the file has an error, but no one may see it. */
function showsPersonalData(rettelser: unknown): boolean {
  if (!Array.isArray(rettelser)) return rettelser !== undefined && rettelser !== ''
  return rettelser.some(
    (rettelse) => typeof rettelse !== 'object' || rettelse === null || (rettelse.type === 'persondata' && (rettelse.før || rettelse.efter)),
  )
}
