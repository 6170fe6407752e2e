import { type Finding, hasErrors } from '../findings/finding.ts'
import { sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import { slugify } from '../source/slug.ts'
import { type DocumentDraft, draftDocument } from './document.ts'
import type { KnownNames } from './identify.ts'
import type { ImportOptions, InputFile } from './input.ts'
import { Plan, type PlannedCopy, type PlannedFile } from './plan.ts'
import type { DraftFile } from './write.ts'

export interface ImportResult {
  readonly documents: readonly DocumentDraft[]
  /** What to write, by path. */
  readonly files: readonly PlannedFile[]
  /** Attachments to copy. */
  readonly copies: readonly PlannedCopy[]
  /** What the import has written of each meeting, so that a later one knows a clerk's changes from its own. */
  readonly records: readonly DraftFile[]
  readonly findings: readonly Finding[]
  /** Exit code of the command: 0 all words accounted for, 1 needs a person, 2 a file could not be read. */
  readonly exitCode: 0 | 1 | 2
}

/**
 * Converts documents to content files. Writes nothing: gives the plan, the findings and the books of the words.
 * @param existing Markdown files of the content folder by path, with their text, and the records of earlier imports
 */
export async function importDocuments(
  inputs: Iterable<InputFile> | AsyncIterable<InputFile>,
  options: ImportOptions,
  existing: ReadonlyMap<string, string>,
): Promise<ImportResult> {
  const known = knownNames(existing)
  const documents: DocumentDraft[] = []
  for await (const input of inputs) documents.push(await draftDocument(input, { ...options, ...options.answers?.get(input.path) }, known))
  return planDocuments(documents, options, existing)
}

/** Decides what to write of documents that are drafted, in their order. */
export function planDocuments(
  documents: readonly DocumentDraft[],
  options: Pick<ImportOptions, 'force'>,
  existing: ReadonlyMap<string, string>,
): ImportResult {
  const plan = new Plan(existing, options.force === true)
  for (const document of documents) plan.meeting(document)
  plan.indexes(documents)
  const findings = [...documents.flatMap((document) => document.findings), ...plan.findings]
  return {
    documents,
    files: plan.files(),
    copies: plan.copies,
    records: plan.records,
    findings,
    exitCode: documents.some(({ unreadable }) => unreadable) ? 2 : hasErrors(findings) ? 1 : 0,
  }
}

/** Authorities and bodies of an archive, with the names they go by. */
export function knownNames(existing: ReadonlyMap<string, string>): KnownNames {
  const authorities: { slug: string; navn: string }[] = []
  const udvalg: { authority: string; slug: string; names: string[] }[] = []
  for (const [path, text] of existing) {
    const [authority = '', body = '', ...more] = path.split('/')
    const isAuthority = body === 'index.md'
    if (!isAuthority && (more.length !== 1 || more[0] !== 'index.md')) continue
    const { data } = readFrontmatter(sourceFile(path, text))
    const navn = typeof data['navn'] === 'string' ? data['navn'] : isAuthority ? authority : body
    const aliases = Array.isArray(data['aliaser']) ? data['aliaser'].map(String) : []
    if (slugify(authority) !== authority) continue
    if (isAuthority) authorities.push({ slug: authority, navn })
    else udvalg.push({ authority, slug: body, names: [navn, ...aliases] })
  }
  return { authorities, udvalg }
}
