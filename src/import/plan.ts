import { type Finding, startOf } from '../findings/finding.ts'
import { SAGSNUMMER_FORMATS, type SagsnummerFormat } from '../referat/sagsnummer.ts'
import { digestOf } from '../source/content-tree.ts'
import type { DocumentDraft } from './document.ts'
import { authorityType, udvalgType } from './identify.ts'
import type { PlacedOrigin } from './origin.ts'
import { authorityFile, type DraftFile, siteFile, udvalgFile } from './write.ts'

/**
 * A content file of the plan. `changed`: it is there as an earlier import wrote it, and is to be overwritten.
 * `kept`: it is there with words that a person wrote, and is left alone.
 */
export interface PlannedFile extends DraftFile {
  readonly state: 'new' | 'unchanged' | 'changed' | 'kept'
  /** What is there now, where it differs. */
  readonly before?: string
}

/** An attachment to copy into the archive. */
export interface PlannedCopy {
  /** Path of the document that it belongs to. */
  readonly document: string
  /** Path relative to the document's folder. */
  readonly from: string
  /** Path below the content folder. */
  readonly path: string
}

/** Digests of what an import wrote and how it found each field, in the meeting's folder; hidden, so that the archive passes it over. */
export const RECORD = '.import.json'

/** Decides what an import writes beside what is there. */
export class Plan {
  readonly findings: Finding[] = []
  readonly copies: PlannedCopy[] = []
  readonly records: DraftFile[] = []
  readonly #existing: ReadonlyMap<string, string>
  readonly #files = new Map<string, PlannedFile>()

  readonly #force: boolean

  constructor(existing: ReadonlyMap<string, string>, force: boolean) {
    this.#existing = existing
    this.#force = force
  }

  /** Plans a meeting's files: what is new, what has changed since the last import, and what a clerk has changed, which stays. */
  meeting(document: DocumentDraft): void {
    if (document.folder === undefined) return
    const folder = this.#folderOf(document)
    const inFolder = [...this.#existing].filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.md'))
    const files = document.files.map((file) => this.#placed(file, document.folder ?? '', folder, inFolder))
    if (files.some((file) => this.#files.has(file.path))) {
      this.#twin(document, files)
      return
    }
    const record = readRecord(this.#existing.get(`${folder}/${RECORD}`))
    const isSealed = inFolder.some(([path, text]) => path === `${folder}/index.md` && /^status: *["']?godkendt/m.test(text))
    const planned = files.map((file): PlannedFile => {
      const before = this.#existing.get(file.path)
      if (before === undefined) return { ...file, state: isSealed && !this.#force ? 'kept' : 'new' }
      if (before === file.text) return { ...file, state: 'unchanged' }
      const isOwn = record.get(file.path.slice(folder.length + 1)) === digestOf(before)
      return { ...file, before, state: this.#force || (isOwn && !isSealed) ? 'changed' : 'kept' }
    })
    for (const file of planned) this.#files.set(file.path, file)
    this.copies.push(
      ...document.copies.map(({ from, path }) => ({ document: document.path, from, path: folder + path.slice(document.folder?.length) })),
    )
    this.#record(folder, document, planned, record)
    const kept = planned.filter(({ state }) => state === 'kept').map(({ path }) => path.slice(folder.length + 1))
    if (kept.length > 0)
      this.#report(
        document.path,
        'error',
        'import-findes',
        `Mødet ${folder} findes allerede${isSealed ? ', er godkendt' : ''} og har andet indhold (${kept.join(', ')}); det er ikke overskrevet.`,
        'Se forskellen, og skriv selv det ind, der mangler. Med --force bliver filerne overskrevet.',
      )
    const left = inFolder.map(([path]) => path).filter((path) => !planned.some((file) => file.path === path))
    if (left.length > 0)
      this.#report(
        document.path,
        'warning',
        'import-overskydende',
        `Mødet ${folder} har filer, som dokumentet ikke giver: ${left.map((path) => path.slice(folder.length + 1)).join(', ')}.`,
        'Slet dem, hvis punkterne ikke findes; de er ikke rørt.',
      )
  }

  /** The meeting's folder: its own, or the only one of that body and day, whatever its suffix. */
  #folderOf({ folder = '' }: DocumentDraft): string {
    if (this.#existing.has(`${folder}/index.md`)) return folder
    const sameDay = [...this.#existing.keys()].filter(
      (path) => path.startsWith(`${folder}-`) && path.split('/').length === 4 && path.endsWith('/index.md'),
    )
    return sameDay.length === 1 ? (sameDay[0] ?? '').slice(0, -'/index.md'.length) : folder
  }

  /** A draft where the archive has it: a punkt whose file has another name is found by its number. */
  #placed(file: DraftFile, from: string, to: string, inFolder: readonly (readonly [string, string])[]): DraftFile {
    const path = to + file.path.slice(from.length)
    if (this.#existing.has(path) || path.endsWith('/index.md')) return { ...file, path }
    const number = numberOf(file.text)
    const same = inFolder.filter(([other, text]) => number !== undefined && !other.endsWith('/index.md') && numberOf(text) === number)
    return { ...file, path: same.length === 1 ? (same[0]?.[0] ?? path) : path }
  }

  #twin({ path, folder }: DocumentDraft, files: readonly DraftFile[]): void {
    if (files.every((file) => this.#files.get(file.path)?.text === file.text)) return
    this.#report(
      path,
      'error',
      'import-samme-moede',
      `Et andet dokument i samme kørsel giver også mødet ${folder}; dette er ikke skrevet.`,
      'Er det to møder samme dag, så hent dem hver for sig, og giv det ene møde en mappe med et tillæg til datoen.',
    )
  }

  #record(folder: string, document: DocumentDraft, planned: readonly PlannedFile[], before: ReadonlyMap<string, string>): void {
    const digests = new Map(before)
    for (const { path, text, state } of planned) if (state !== 'kept') digests.set(path.slice(folder.length + 1), digestOf(text))
    const filer = Object.fromEntries([...digests].sort(([a], [b]) => (a < b ? -1 : 1)))
    const kilde = document.path.split(/[\\/]/).at(-1)
    this.records.push({
      path: `${folder}/${RECORD}`,
      text: `${JSON.stringify({ kilde, filer, felter: document.origins.map(recorded) }, null, 2)}\n`,
    })
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

/** How a field was found, by the Danish keys of the record; without its value, so that what is removed from the file later is gone. */
function recorded({ file, field, line, page, rule }: PlacedOrigin): Readonly<Record<string, unknown>> {
  return { fil: file, felt: field, linje: line, side: page, fundet: rule }
}

function numberOf(text: string): string | undefined {
  return /^nummer: *["']?([^"'\n]+?)["']?$/m.exec(text)?.[1]
}

function readRecord(text: string | undefined): Map<string, string> {
  try {
    const { filer } = JSON.parse(text ?? '{}') as { filer?: unknown }
    return new Map(typeof filer === 'object' && filer !== null ? Object.entries(filer).map(([path, digest]) => [path, String(digest)]) : [])
  } catch {
    return new Map()
  }
}
