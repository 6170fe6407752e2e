import { type Finding, hasErrors, startOf } from '../findings/finding.ts'
import { SAGSNUMMER_FORMATS, type SagsnummerFormat } from '../referat/sagsnummer.ts'
import { sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import { slugify } from '../source/slug.ts'
import { type DocumentDraft, draftDocument } from './document.ts'
import { authorityType, type KnownNames, udvalgType } from './identify.ts'
import type { ImportOptions, InputFile } from './input.ts'
import { authorityFile, type DraftFile, siteFile, udvalgFile } from './write.ts'

/** A content file of the plan. `kept`: it is there with other words and is left alone. */
export interface PlannedFile extends DraftFile {
  readonly state: 'new' | 'unchanged' | 'kept'
}

export interface ImportResult {
  readonly documents: readonly DocumentDraft[]
  /** What to write, by path. */
  readonly files: readonly PlannedFile[]
  readonly findings: readonly Finding[]
  /** Exit code of the command: 0 all words accounted for, 1 needs a person, 2 a file could not be read. */
  readonly exitCode: 0 | 1 | 2
}

/**
 * Converts documents to content files. Writes nothing: gives the plan, the findings and the books of the words.
 * @param existing Markdown files of the content folder by path, with their text
 */
export function importDocuments(
  inputs: readonly InputFile[],
  options: ImportOptions,
  existing: ReadonlyMap<string, string>,
  progress: (done: number, path: string) => void = () => {},
): ImportResult {
  const known = knownNames(existing)
  const documents = inputs.map((input, index) => {
    progress(index + 1, input.path)
    return draftDocument(input, options, known)
  })
  const plan = new Plan(existing)
  for (const document of documents) plan.meeting(document)
  plan.indexes(documents)
  const findings = [...documents.flatMap((document) => document.findings), ...plan.findings]
  return {
    documents,
    files: plan.files(),
    findings,
    exitCode: documents.some(({ unreadable }) => unreadable) ? 2 : hasErrors(findings) ? 1 : 0,
  }
}

class Plan {
  readonly findings: Finding[] = []
  readonly #existing: ReadonlyMap<string, string>
  readonly #files = new Map<string, PlannedFile>()

  constructor(existing: ReadonlyMap<string, string>) {
    this.#existing = existing
  }

  /** Plans a meeting's files, all or none: one that is there with other words may hold a clerk's corrections. */
  meeting(document: DocumentDraft): void {
    const { folder, files, path } = document
    if (folder === undefined) return
    const twin = files.some((file) => this.#files.has(file.path))
    if (twin) {
      if (files.some((file) => this.#files.get(file.path)?.text !== file.text)) {
        this.#report(
          path,
          'error',
          'import-samme-moede',
          `Et andet dokument i samme kørsel giver også mødet ${folder}; dette er ikke skrevet.`,
          'Er det to møder samme dag, så hent dem hver for sig, og giv det ene møde en mappe med et tillæg til datoen.',
        )
      }
      return
    }
    const inFolder = [...this.#existing.keys()].filter((file) => file.startsWith(`${folder}/`))
    const differs = inFolder.filter((file) => files.find((draft) => draft.path === file)?.text !== this.#existing.get(file))
    const state = differs.length > 0 ? 'kept' : 'new'
    for (const file of files)
      this.#files.set(file.path, { ...file, state: this.#existing.get(file.path) === file.text ? 'unchanged' : state })
    if (differs.length > 0) {
      this.#report(
        path,
        'error',
        'import-findes',
        `Mødet ${folder} findes allerede med andet indhold (${differs.map((file) => file.slice(folder.length + 1)).join(', ')}); intet er overskrevet.`,
        'Behold rettelserne, som de er, eller slet mødets mappe, og hent dokumentet igen.',
      )
    }
  }

  /** Plans `index.md` of the archive, and of each authority and body that has none. */
  indexes(documents: readonly DocumentDraft[]): void {
    const formats = formatsByAuthority(documents)
    for (const { authority, udvalg, folder } of documents) {
      if (!authority || !udvalg || folder === undefined) continue
      const type = authorityType(authority.navn)
      if (this.#add(authorityFile(authority.slug, authority.navn, type, formats.get(authority.slug) ?? []))) {
        this.#report(
          `${authority.slug}/index.md`,
          'info',
          'import-ny-myndighed',
          `${authority.navn} er ny i arkivet og er oprettet som ${type}.`,
          'Se navn og type efter, og skriv hjemmeside og kontakt.',
        )
      }
      const guess = udvalgType(udvalg.navn)
      if (this.#add(udvalgFile(authority.slug, udvalg.slug, udvalg.navn, guess))) {
        this.#report(
          `${authority.slug}/${udvalg.slug}/index.md`,
          'info',
          'import-nyt-udvalg',
          `${udvalg.navn} er ny i arkivet; typen "${guess}" er gættet ud fra navnet.`,
          'Se typen efter, og skriv, om sagsnummer er krævet eller valgfrit.',
        )
      }
    }
    if (this.#files.size > 0 && this.#add(siteFile())) {
      this.#report(
        'index.md',
        'info',
        'import-nyt-arkiv',
        'Arkivets forside er oprettet med en adresse, der kun er et eksempel.',
        'Skriv arkivets titel, adresse og beskrivelse i index.md.',
      )
    }
  }

  files(): PlannedFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** True where the file is new; one that is there is the clerk's. */
  #add(file: DraftFile): boolean {
    if (this.#existing.has(file.path) || this.#files.has(file.path)) return false
    this.#files.set(file.path, { ...file, state: 'new' })
    return true
  }

  #report(file: string, severity: Finding['severity'], rule: string, message: string, hint: string): void {
    this.findings.push({ ...startOf(file), severity, rule, message, hint })
  }
}

function formatsByAuthority(documents: readonly DocumentDraft[]): Map<string, SagsnummerFormat[]> {
  const seen = new Map<string, Set<SagsnummerFormat>>()
  for (const { authority, formats } of documents) {
    if (authority) seen.set(authority.slug, new Set([...(seen.get(authority.slug) ?? []), ...formats]))
  }
  return new Map([...seen].map(([slug, set]) => [slug, SAGSNUMMER_FORMATS.filter((format) => set.has(format))]))
}

function knownNames(existing: ReadonlyMap<string, string>): KnownNames {
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
