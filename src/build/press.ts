import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { observed } from '../archive/observed.ts'
import type { Renderer } from '../eleventy/renderer.ts'
import { PartNumbers } from '../memory/part-numbers.ts'
import { TextNumbers } from '../memory/text-numbers.ts'
import type { PageTask } from '../publish/page-task.ts'
import { basePathOf } from '../publish/urls.ts'
import { addressOf, lookAtPage, type OutputFault } from './output-check.ts'

/** A file of the site, by its path from the site's root (`/a/index.html`), and the numbers of the addresses that it links to. */
export interface SiteFile {
  readonly path: string
  readonly links: Uint32Array
}

/** What the parts and addresses are numbered by that printed pages tell of. */
export class PrintedNumbers {
  readonly parts: PartNumbers
  readonly links: TextNumbers

  constructor(parts = new PartNumbers(), links = new TextNumbers()) {
    this.parts = parts
    this.links = links
  }
}

/** What came of printing some pages. */
export interface PrintedPages {
  readonly files: readonly SiteFile[]
  /** Files that are new or other than before, and lie in the building folder. */
  readonly written: readonly string[]
  readonly faults: readonly OutputFault[]
}

/** What came of a task, and the numbers of the parts of the archive that it asked for. */
export interface Printed extends PrintedPages {
  readonly reads: Uint32Array
}

/** Where a site is printed to. */
export interface PressFolders {
  readonly building: string
  /** The site as it is published, where a file that has not changed need not be written again. */
  readonly published?: string
}

/** Prints the archive's pages to files, one at a time, so that no page is kept in memory, and looks at each. */
export class Press {
  readonly #archive: Archive
  readonly #renderer: Renderer
  readonly #folders: PressFolders
  readonly #basePath: string
  readonly #numbers: PrintedNumbers
  readonly #made = new Set<string>()

  constructor(archive: Archive, renderer: Renderer, folders: PressFolders, numbers: PrintedNumbers) {
    this.#numbers = numbers
    this.#archive = archive
    this.#renderer = renderer
    this.#folders = folders
    this.#basePath = basePathOf(archive.site.url)
  }

  print(task: PageTask): Printed {
    const { parts } = this.#numbers
    const reads = new Set<number>()
    const views = task.views(observed(this.#archive, (kind, id) => reads.add(parts.of(kind, id))))
    const printed = views.flatMap((view) => this.#renderer.files(view)).map(({ file, content }) => this.take(file, content))
    return {
      files: printed.flatMap(({ files }) => files),
      reads: Uint32Array.from(reads),
      written: printed.flatMap(({ written }) => written),
      faults: printed.flatMap(({ faults }) => faults),
    }
  }

  /** Puts a file that was made elsewhere in its place, and looks at it where it is a page. */
  take(file: string, content: string | Uint8Array): PrintedPages {
    const page = typeof content === 'string' && file.endsWith('.html')
    const { faults, links } = page ? lookAtPage(addressOf(file), content, this.#basePath) : { faults: [], links: [] }
    const numbers = Uint32Array.from(links, (link) => this.#numbers.links.of(link))
    return { files: [{ path: file, links: numbers }], written: this.put(file, content) ? [file] : [], faults }
  }

  /** Writes a file; false where the published one is the same. */
  put(file: string, content: string | Uint8Array): boolean {
    if (this.#isPublished(file, content)) return false
    const target = path.join(this.#folders.building, file)
    const folder = path.dirname(target)
    if (!this.#made.has(folder)) makeFolder(folder)
    this.#made.add(folder)
    writeFileSync(target, content)
    return true
  }

  #isPublished(file: string, content: string | Uint8Array): boolean {
    if (this.#folders.published === undefined) return false
    try {
      return readFileSync(path.join(this.#folders.published, file)).equals(Buffer.from(content))
    } catch {
      return false
    }
  }
}

/** Makes a folder; most have their parent already, and asking for all above takes several times as long. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch {
    mkdirSync(folder, { recursive: true })
  }
}
