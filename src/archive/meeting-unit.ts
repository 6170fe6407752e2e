import { type Finding, startOf } from '../findings/finding.ts'
import type { Authority } from '../referat/authority.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { readMeeting } from '../referat/reading/meeting.ts'
import { readPunkt, readSections } from '../referat/reading/punkt.ts'
import { type ContentTree, digestOf, type SourceFile, sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import { ContentChanged } from '../source/read.ts'
import { DIGEST_FILE } from './layout.ts'

/** A meeting's folder as the content tree has it: where it stands and what lies in it. Plain data. */
export interface MeetingFolder {
  /** Path below the content folder; the meeting's id. */
  readonly folder: string
  readonly authority: string
  readonly udvalg: string
  readonly name: string
  /** Files of its punkter. */
  readonly punkter: readonly { readonly path: string; readonly name: string }[]
  /** Sizes of what else lies in it, by path below the folder: its attachments and its seal. */
  readonly assets: ReadonlyMap<string, number>
  readonly formats: Authority['sagsnummerFormats']
}

/** A punkt without its texts, and where in its file they begin. */
export interface PunktFacts {
  readonly facts: Omit<Punkt, 'sections'>
  /** Offset and 1-based line at which the text below the frontmatter begins. */
  readonly bodyStart: number
  readonly bodyLine: number
}

/**
 * What one meeting's folder says, read for itself alone: the unit in which an archive is read, remembered, and shared out
 * among threads. Plain data; the texts stay in their files.
 */
export interface MeetingUnit {
  readonly folder: string
  readonly meeting: Meeting
  readonly punkter: readonly PunktFacts[]
  readonly findings: readonly Finding[]
  /** Digest of everything that the unit was read from, by path; of an attachment its size. */
  readonly digests: Readonly<Record<string, string>>
}

/** Reads a meeting's folder. Never throws on content; a file that is missing or broken becomes findings. */
export function readMeetingUnit(folder: MeetingFolder, tree: ContentTree): MeetingUnit {
  const findings: Finding[] = []
  const punkter = folder.punkter
    .map(({ path, name }) => readFacts(folder, name, tree.files.get(path) ?? sourceFile(path, ''), findings))
    .sort((a, b) => a.facts.order - b.facts.order || (a.facts.file < b.facts.file ? -1 : 1))
  const path = `${folder.folder}/index.md`
  const source = tree.files.get(path)
  if (!source) {
    const message = `Mødet "${folder.folder}" mangler index.md.`
    findings.push({ ...startOf(path), severity: 'error', rule: 'index-mangler', message, hint: `Læg filen ${path} på plads.` })
  }
  const meeting = readMeeting(
    readFrontmatter(source ?? sourceFile(path, '')),
    { authority: folder.authority, udvalg: `${folder.authority}/${folder.udvalg}`, folder: folder.name },
    punkter.map(({ facts }) => facts.id),
  )
  if (source) findings.push(...source.findings, ...meeting.findings)
  return { folder: folder.folder, meeting: meeting.value, punkter, findings, digests: digestsOf(folder, tree) }
}

/** The digests of everything in a folder; a unit whose digests are these, for the same formats, need not be read again. */
export function digestsOf(folder: MeetingFolder, tree: ContentTree): Readonly<Record<string, string>> {
  const seal = `${folder.folder}/${DIGEST_FILE}`
  const sealed = tree.assets.get(seal)?.text
  const files = [`${folder.folder}/index.md`, ...folder.punkter.map(({ path }) => path)]
  return Object.fromEntries([
    ...files.map((path) => [path, tree.files.get(path)?.digest ?? '']),
    ...[...folder.assets].map(([name, bytes]) => [`${folder.folder}/${name}`, String(bytes)]),
    [seal, sealed === undefined ? '' : digestOf(sealed)],
    ['', digestOf(JSON.stringify(folder.formats))],
  ])
}

function readFacts(folder: MeetingFolder, fileName: string, source: SourceFile, findings: Finding[]): PunktFacts {
  const frontmatter = readFrontmatter(source)
  const bytesOf = (file: string): number | undefined => folder.assets.get(file)
  const around = { meeting: folder.folder, digest: source.digest, fileName, formats: folder.formats, bytesOf }
  const reading = readPunkt(frontmatter, around)
  findings.push(...source.findings, ...reading.findings)
  const { sections, ...facts } = reading.value
  sectionsRead.set(source, new WeakRef(sections))
  return { facts, bodyStart: source.text.length - frontmatter.body.length, bodyLine: frontmatter.bodyLine }
}

/** Sections that were read with the facts, for the rules, which ask for them right after: no longer than there is room. */
const sectionsRead = new WeakMap<SourceFile, WeakRef<Punkt['sections']>>()

/** A punkt whose texts are read from its file when they are asked for. */
class PunktInFile {
  readonly #source: SourceFile
  readonly #bodyStart: number
  readonly #bodyLine: number
  /** They are asked for several times in a row, and then no more. */
  #read: WeakRef<Punkt['sections']> | undefined
  declare readonly closed: boolean
  declare readonly file: string
  declare readonly digest: string

  constructor({ facts, bodyStart, bodyLine }: PunktFacts, source: SourceFile) {
    Object.assign(this, facts)
    this.#source = source
    this.#bodyStart = bodyStart
    this.#bodyLine = bodyLine
    this.#read = sectionsRead.get(source)
  }

  get sections(): Punkt['sections'] {
    const known = this.#read?.deref()
    if (known) return known
    const { text, digest } = this.#source
    // A file that was remembered is not read until now, and may have been saved since it was looked at.
    if (digest !== this.digest) throw new ContentChanged(`${this.file} blev ændret imens.`)
    const sections = readSections({ body: text.slice(this.#bodyStart), bodyLine: this.#bodyLine }, this.closed)
    this.#read = new WeakRef(sections)
    return sections
  }
}

/** The punkter of a unit with their texts within reach. */
export function punkterOf(unit: MeetingUnit, tree: ContentTree): Punkt[] {
  return unit.punkter.map(
    (punkt) => new PunktInFile(punkt, tree.files.get(punkt.facts.file) ?? sourceFile(punkt.facts.file, '')) as unknown as Punkt,
  )
}
