import { rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { readCacheFile, writeCacheFile } from '../memory/cache-file.ts'
import type { LedgerData } from '../memory/ledger.ts'

/** A file of the site, and the numbers of the addresses that it links to. */
export interface SiteFile {
  readonly path: string
  readonly links: Uint32Array
}

/** What made the site that is published: enough to make only what has changed, and to tell that it is still there. */
export interface SiteMemory {
  readonly pages: LedgerData<readonly SiteFile[]>
  /** Files copied from elsewhere, by path, and how each looked when it was. */
  readonly copies: ReadonlyMap<string, string>
  /** The addresses that are linked to, by their numbers. */
  readonly links: readonly string[]
}

/** Times of files and of this process may differ by this much (ms). */
const LEEWAY = 5

/** The memory of a published site; undefined where there is none, or where the site is no longer as it was left. */
export function recallSite(file: string, version: string, output: string): SiteMemory | undefined {
  const stored = readCacheFile(file, version) as (SiteMemory & { readonly savedAt: number }) | undefined
  if (!stored) return undefined
  for (const name of filesOf(stored)) {
    const info = statSync(path.join(output, name), { throwIfNoEntry: false })
    if (info === undefined || info.mtimeMs > stored.savedAt + LEEWAY) return undefined
  }
  return stored
}

/** Every file of a site. */
export function* filesOf({ pages, copies }: Pick<SiteMemory, 'pages' | 'copies'>): Generator<string> {
  for (const { result } of pages.entries.values()) for (const printed of result) yield printed.path
  yield* copies.keys()
}

/** Forgets a site before it is changed: a build that is cut off while it changes leaves one that must be made anew. */
export function forgetSite(file: string): void {
  rmSync(file, { force: true })
}

/** Remembers the site that has just been published. */
export function rememberSite(file: string, version: string, memory: SiteMemory): void {
  writeCacheFile(file, version, { ...memory, savedAt: Date.now() })
}

/** Numbers for addresses, so that each is kept once. */
export class LinkNumbers {
  readonly #numbers: Map<string, number>

  constructor(known: readonly string[] = []) {
    this.#numbers = new Map(known.map((link, number) => [link, number]))
  }

  file({ path: name, links }: { readonly path: string; readonly links: readonly string[] }): SiteFile {
    return { path: name, links: Uint32Array.from(links, (link) => this.#number(link)) }
  }

  links(): string[] {
    return [...this.#numbers.keys()]
  }

  #number(link: string): number {
    const known = this.#numbers.get(link) ?? this.#numbers.size
    this.#numbers.set(link, known)
    return known
  }
}
