import { type Finding, startOf } from '../findings/finding.ts'
import type { Authority, Site, Udvalg } from '../referat/authority.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { type Reading, readAuthority, readSite, readUdvalg } from '../referat/reading/authority.ts'
import { readMeeting } from '../referat/reading/meeting.ts'
import { readPunkt } from '../referat/reading/punkt.ts'
import { type ContentTree, sourceFile } from '../source/content-tree.ts'
import { type Frontmatter, readFrontmatter } from '../source/frontmatter.ts'
import type { Loaded } from './archive.ts'
import { buildGraph } from './graph.ts'
import { type ContentPath, classifyPath } from './layout.ts'

/**
 * Reads a content tree into the archive's graph. Never throws on content: what is wrong becomes findings, and what
 * could be read is there all the same, so that one run reports everything. Rules are applied by `rules/validate.ts`.
 */
export function loadArchive(tree: ContentTree): Loaded {
  const loader = new Loader(tree)
  loader.sort()
  const site = loader.site()
  const { authorities, udvalg } = loader.folders()
  const { meetings, punkter } = loader.meetings(new Map(authorities.map((authority) => [authority.id, authority])))
  return {
    archive: buildGraph({ site, authorities, udvalg, meetings, punkter }),
    sources: { tree, frontmatter: loader.frontmatter },
    findings: loader.findings,
  }
}

type Placed = Extract<ContentPath, { readonly kind: 'meeting' | 'punkt' | 'bilag' | 'digest' }>

interface MeetingFolder {
  readonly place: Placed
  readonly punkter: { readonly path: string; readonly name: string }[]
}

class Loader {
  readonly findings: Finding[]
  readonly frontmatter = new Map<string, Frontmatter>()
  readonly #tree: ContentTree
  readonly #authorities = new Set<string>()
  readonly #udvalg = new Map<string, { authority: string; slug: string }>()
  readonly #meetings = new Map<string, MeetingFolder>()

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

  meetings(authorities: ReadonlyMap<string, Authority>): { meetings: Meeting[]; punkter: Punkt[] } {
    const meetings: Meeting[] = []
    const punkter: Punkt[] = []
    for (const [folder, { place, punkter: files }] of this.#meetings) {
      const formats = authorities.get(place.authority)?.sagsnummerFormats ?? []
      const read = files
        .map(({ path, name }) => this.#punkt(path, name, folder, formats))
        .sort((a, b) => a.order - b.order || (a.file < b.file ? -1 : 1))
      const at = { authority: place.authority, udvalg: `${place.authority}/${place.udvalg}`, folder: place.folder }
      meetings.push(
        this.#read(`${folder}/index.md`, `Mødet "${folder}" mangler index.md.`, (frontmatter) =>
          readMeeting(
            frontmatter,
            at,
            read.map((punkt) => punkt.id),
          ),
        ),
      )
      punkter.push(...read)
    }
    return { meetings, punkter }
  }

  #punkt(path: string, fileName: string, meeting: string, formats: Authority['sagsnummerFormats']): Punkt {
    const source = this.#tree.files.get(path) ?? sourceFile(path, '')
    const frontmatter = readFrontmatter(source)
    this.frontmatter.set(path, frontmatter)
    const bytesOf = (file: string): number | undefined => this.#tree.assets.get(`${meeting}/${file}`)?.bytes
    const { value, findings } = readPunkt(frontmatter, { meeting, digest: source.digest, fileName, formats, bytesOf })
    this.findings.push(...findings)
    return value
  }

  #read<T>(path: string, missing: string, read: (frontmatter: Frontmatter) => Reading<T>): T {
    const source = this.#tree.files.get(path)
    if (!source) this.#report(path, 'index-mangler', missing, `Læg filen ${path} på plads.`)
    const frontmatter = readFrontmatter(source ?? sourceFile(path, ''))
    const { value, findings } = read(frontmatter)
    if (source) {
      this.frontmatter.set(path, frontmatter)
      this.findings.push(...findings)
    }
    return value
  }

  #noteUdvalg(authority: string, slug: string): void {
    this.#authorities.add(authority)
    this.#udvalg.set(`${authority}/${slug}`, { authority, slug })
  }

  #noteMeeting(path: string, place: Placed): void {
    this.#noteUdvalg(place.authority, place.udvalg)
    const folder = `${place.authority}/${place.udvalg}/${place.folder}`
    const meeting = this.#meetings.get(folder) ?? { place, punkter: [] }
    if (place.kind === 'punkt') meeting.punkter.push({ path, name: place.name })
    this.#meetings.set(folder, meeting)
  }

  #report(file: string, rule: string, message: string, hint: string, severity: Finding['severity'] = 'error'): void {
    this.findings.push({ ...startOf(file), severity, rule, message, hint })
  }
}
