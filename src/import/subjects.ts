import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'
import { isEmneplan, mergeSubjects, readEmneplan, withParents } from './emneplan.ts'

/** What an emneplan gives an archive: the authority's file with titles, or why not. */
export interface SubjectsPlan {
  /** The authority's file and its new text; absent where nothing is to be written. */
  readonly file?: { readonly path: string; readonly text: string }
  readonly message: string
  /** 0 done · 1 a person must look · 2 unreadable or not told which authority. */
  readonly exitCode: 0 | 1 | 2
}

/**
 * Plans the titles of an emneplan XML for an authority of the archive: those of the KLE numbers that its case numbers use,
 * and of the numbers above them, so that the authority's file stays one that a clerk can read.
 * @param existing The Markdown files of the content folder, by path.
 */
export function planSubjects(xml: string, existing: ReadonlyMap<string, string>, authority?: string): SubjectsPlan {
  if (!isEmneplan(xml)) return { message: 'Filen er ikke en emneplan (KLE-Emneplan).', exitCode: 2 }
  const { archive } = loadArchive(contentTree(Object.fromEntries(existing)))
  const found = authority === undefined && archive.authorities.length === 1 ? archive.authorities[0]?.id : authority
  const one = archive.authorities.find(({ id }) => id === found)
  if (!one) return { message: 'Skriv, hvilken myndighed emneplanen hører til: --authority og navnet på dens mappe.', exitCode: 2 }

  const used = withParents(archive.sagerOf(one.id).flatMap(({ sagsnummer: { kle } }) => (kle === undefined ? [] : [kle])))
  const entries = readEmneplan(xml).filter(({ kle }) => used.has(kle))
  const merged = mergeSubjects(existing.get(one.file) ?? '', entries)
  if (!merged) return { message: `Titlerne kan ikke skrives i ${one.file}: Skriv feltet emner med én titel pr. linje.`, exitCode: 1 }
  const missing = used.size - entries.length
  const told = [
    `${merged.added} titler er skrevet i ${one.file}.`,
    ...(merged.kept > 0 ? [`${merged.kept} stod der i forvejen og er ikke rørt.`] : []),
    ...(missing > 0 ? [`${missing} af sagernes numre står ikke i emneplanen.`] : []),
  ]
  return { ...(merged.added > 0 && { file: { path: one.file, text: merged.text } }), message: told.join(' '), exitCode: 0 }
}
