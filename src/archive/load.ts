import { type Finding, startOf } from '../findings/finding.ts'
import type { Authority, Site, Udvalg } from '../referat/authority.ts'
import { type Reading, readAuthority, readSite, readUdvalg } from '../referat/reading/authority.ts'
import { type ContentTree, digestOf, sourceFile } from '../source/content-tree.ts'
import { type Frontmatter, readFrontmatter } from '../source/frontmatter.ts'
import type { Loaded, Sources } from './archive.ts'
import { buildGraph, publishedFiles } from './graph.ts'
import { type ContentPath, classifyPath } from './layout.ts'
import { type MeetingFolder, type MeetingUnit, punkterOf, readMeetingUnit } from './meeting-unit.ts'

/**
 * Reads a content tree into the archive's graph. Never throws on content: what is wrong becomes findings, and what
 * could be read is there all the same, so that one run reports everything. Rules are applied by `rules/validate.ts`.
 */
export function loadArchive(tree: ContentTree): Loaded {
  const outline = outlineOf(tree)
  return assemble(
    outline,
    outline.folders.map((folder) => readMeetingUnit(folder, tree)),
  )
}

/** An archive before its meetings are read: its site, authorities and bodies, and the folders of its meetings. */
export interface Outline {
  readonly tree: ContentTree
  readonly site: Site
  readonly authorities: readonly Authority[]
  readonly udvalg: readonly Udvalg[]
  readonly folders: readonly MeetingFolder[]
  /** Folders of meetings that are not to be read, but may be linked to. */
  readonly elsewhere?: readonly MeetingFolder[]
  readonly findings: readonly Finding[]
}

/** Sorts a content tree, and reads what is above the meetings. */
export function outlineOf(tree: ContentTree): Outline {
  const loader = new Loader(tree)
  loader.sort()
  const site = loader.site()
  const { authorities, udvalg } = loader.folders()
  return { tree, site, authorities, udvalg, folders: loader.meetings(authorities), findings: loader.findings }
}

/** The outline of an archive with the meetings of one authority alone; all else that it tells of the others stays. */
export function outlineOfAuthority(outline: Outline, authority: string): Outline {
  const inside = ({ file }: Finding): boolean => file.split('/').length < 4 || file.startsWith(`${authority}/`)
  return {
    ...outline,
    folders: outline.folders.filter((folder) => folder.authority === authority),
    elsewhere: outline.folders.filter((folder) => folder.authority !== authority),
    findings: outline.findings.filter(inside),
  }
}

/** The archive of an outline and its meetings, in the order of its folders. */
export function assemble({ tree, site, authorities, udvalg, findings, elsewhere }: Outline, units: readonly MeetingUnit[]): Loaded {
  const meetings = units.map(({ meeting }) => meeting)
  const punkter = units.flatMap((unit) => punkterOf(unit, tree))
  return {
    archive: buildGraph({ site, authorities, udvalg, meetings, punkter, publishedElsewhere: elsewhere && publishedIn(elsewhere, tree) }),
    sources: sourcesOf(tree),
    digests: new Map(units.map(({ folder, digests }) => [folder, digestOf(JSON.stringify(digests))])),
    findings: [...findings, ...units.flatMap((unit) => unit.findings)],
  }
}

/** The files of a tree, taken apart when they are asked for. */
export function sourcesOf(tree: ContentTree): Sources {
  return { tree, frontmatter: new FrontmatterAtHand(tree) }
}

/** Reads a meeting when one of its files is asked for: few are. */
function publishedIn(folders: readonly MeetingFolder[], tree: ContentTree): (file: string) => string | undefined {
  const byId = new Map(folders.map((folder) => [folder.folder, folder]))
  return (file) => {
    const folder = byId.get(file.split('/').slice(0, 3).join('/'))
    if (!folder) return undefined
    const unit = readMeetingUnit(folder, tree)
    if (unit.meeting.status === 'kladde') return undefined
    return publishedFiles([unit.meeting], punkterOf(unit, tree)).get(file)
  }
}

/** How many files' frontmatter is at hand at once. */
const AT_HAND = 256

/** The frontmatter of files, taken apart when it is asked for: few files are asked about again once they are read. */
class FrontmatterAtHand {
  readonly #tree: ContentTree
  readonly #known = new Map<string, Frontmatter>()

  constructor(tree: ContentTree) {
    this.#tree = tree
  }

  get(file: string): Frontmatter | undefined {
    const known = this.#known.get(file)
    if (known) return known
    const source = this.#tree.files.get(file)
    if (!source) return undefined
    if (this.#known.size >= AT_HAND) this.#known.clear()
    const frontmatter = readFrontmatter(source)
    this.#known.set(file, frontmatter)
    return frontmatter
  }
}

type Placed = Extract<ContentPath, { readonly kind: 'meeting' | 'punkt' | 'bilag' | 'digest' }>

interface OpenFolder extends MeetingFolder {
  readonly punkter: { readonly path: string; readonly name: string }[]
  readonly assets: Map<string, number>
}

class Loader {
  readonly findings: Finding[]
  readonly #tree: ContentTree
  readonly #authorities = new Set<string>()
  readonly #udvalg = new Map<string, { authority: string; slug: string }>()
  readonly #meetings = new Map<string, OpenFolder>()

  constructor(tree: ContentTree) {
    this.#tree = tree
    this.findings = [...tree.findings]
  }

  /** Sorts every path to where it belongs. */
  sort(): void {
    const misnamed = new Set<string>()
    for (const path of [...this.#tree.files.keys(), ...this.#tree.assets.keys()]) {
      const place = classifyPath(path)
      switch (place.kind) {
        case 'site':
        case 'logo':
          break
        case 'authority':
          this.#authorities.add(place.authority)
          break
        case 'udvalg':
          this.#noteUdvalg(place.authority, place.udvalg)
          break
        case 'misnamed-meeting':
          if (!misnamed.has(place.folder))
            this.#report(
              path,
              'moede-mappe',
              `Mappen "${place.folder}" er ikke en mødedato.`,
              'Kald mappen mødets dato, åååå-mm-dd, eventuelt med et tillæg: 2026-02-26-ekstraordinaert.',
            )
          misnamed.add(place.folder)
          break
        case 'misnamed-punkt':
          this.#report(
            path,
            'punkt-filnavn',
            `Filnavnet "${place.name}" er ikke et punkts.`,
            'Kald filen NN-titel.md med små bogstaver uden æ, ø og å, for eksempel 07-ny-cykelsti.md.',
          )
          break
        case 'stray':
          this.#report(
            path,
            'fil-uden-plads',
            'Filen ligger et sted, hvor arkivet ikke bruger den.',
            'Flyt den til et møde (bilag/ for bilag), eller slet den.',
            'warning',
          )
          break
        default:
          this.#noteMeeting(path, place)
      }
    }
  }

  site(): Site {
    return this.#read('index.md', 'Arkivet mangler sin forside, index.md.', readSite)
  }

  folders(): { authorities: Authority[]; udvalg: Udvalg[] } {
    const authorities = [...this.#authorities].map((slug) =>
      this.#read(`${slug}/index.md`, `Mappen "${slug}" mangler index.md om myndigheden.`, (frontmatter) =>
        readAuthority(frontmatter, slug),
      ),
    )
    const udvalg = [...this.#udvalg.values()].map(({ authority, slug }) =>
      this.#read(`${authority}/${slug}/index.md`, `Mappen "${authority}/${slug}" mangler index.md om udvalget.`, (frontmatter) =>
        readUdvalg(frontmatter, authority, slug),
      ),
    )
    return { authorities, udvalg }
  }

  meetings(authorities: readonly Authority[]): MeetingFolder[] {
    const formats = new Map(authorities.map(({ id, sagsnummerFormats }) => [id, sagsnummerFormats]))
    return [...this.#meetings.values()].map((folder) => ({ ...folder, formats: formats.get(folder.authority) ?? [] }))
  }

  #read<T>(path: string, missing: string, read: (frontmatter: Frontmatter) => Reading<T>): T {
    const source = this.#tree.files.get(path)
    if (!source) this.#report(path, 'index-mangler', missing, `Læg filen ${path} på plads.`)
    const { value, findings } = read(readFrontmatter(source ?? sourceFile(path, '')))
    if (source) this.findings.push(...source.findings, ...findings)
    return value
  }

  #noteUdvalg(authority: string, slug: string): void {
    this.#authorities.add(authority)
    this.#udvalg.set(`${authority}/${slug}`, { authority, slug })
  }

  #noteMeeting(path: string, place: Placed): void {
    const { authority, udvalg, folder: name } = place
    this.#noteUdvalg(authority, udvalg)
    const folder = `${authority}/${udvalg}/${name}`
    const meeting: OpenFolder = this.#meetings.get(folder) ?? {
      folder,
      authority,
      udvalg,
      name,
      punkter: [],
      assets: new Map(),
      formats: [],
    }
    if (place.kind === 'punkt') meeting.punkter.push({ path, name: place.name })
    const asset = this.#tree.assets.get(path)
    if (asset) meeting.assets.set(path.slice(folder.length + 1), asset.bytes)
    this.#meetings.set(folder, meeting)
  }

  #report(file: string, rule: string, message: string, hint: string, severity: Finding['severity'] = 'error'): void {
    this.findings.push({ ...startOf(file), severity, rule, message, hint })
  }
}
