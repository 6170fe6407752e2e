import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readCacheFile, writeCacheFile } from '../memory/cache-file.ts'
import { type LedgerData, type PackedLedger, packLedger, unpackLedger } from '../memory/ledger.ts'
import { JoinedLists, joinLists } from '../memory/number-lists.ts'
import type { SiteFile } from './press.ts'

/** What made the site that is published: enough to make only what has changed, and to tell that it is still there. */
export interface SiteMemory {
  readonly pages: LedgerData<readonly SiteFile[]>
  /** Files copied from elsewhere, by path, and how each looked when it was. */
  readonly copies: ReadonlyMap<string, string>
  /** The addresses that are linked to, by their numbers. */
  readonly links: readonly string[]
  /** How its files look on the disk; of one that others have written since it was printed, nothing. */
  readonly looks: ReadonlyMap<string, FileLook>
  /** Name of the turn in which it was made: no build has changed the site since, while this is the last one. */
  readonly turn: string
}

/** How a file looks without being read. */
export interface FileLook {
  readonly size: number
  /** When it was changed last, in ms since 1970. */
  readonly changed: number
}

/** The memory of a site as it is stored: of each piece of work how many files it printed, then the files in order. */
interface StoredSite extends Omit<SiteMemory, 'pages' | 'looks'> {
  readonly ledger: Omit<PackedLedger<unknown>, 'results'>
  readonly counts: Uint32Array
  readonly files: readonly string[]
  readonly fileLinks: Uint32Array
  /** Size and time of each file, in the order in which `filesOf` gives them. */
  readonly looks: Float64Array
}

/**
 * The memory of a published site; undefined where there is none, or where the site is no longer as it was left. `known` is
 * what this process remembers of it, which is good as long as no other has built since.
 */
export function recallSite(file: string, version: string, output: string, known?: SiteMemory): SiteMemory | undefined {
  const turn = lastTurn(file)
  if (known !== undefined && known.turn === turn) return known
  const kept = readCacheFile(file, version) as StoredSite | undefined
  if (kept?.turn !== turn) return undefined
  const stored = unpackSite(kept)
  for (const name of filesOf(stored)) {
    if (!isSame(stored.looks.get(name), lookOfFile(path.join(output, name)))) return undefined
  }
  return stored
}

/** How a file looks; undefined where there is none. */
export function lookOfFile(file: string): FileLook | undefined {
  const info = statSync(file, { throwIfNoEntry: false })
  return info && { size: info.size, changed: info.mtimeMs }
}

/** A site that was put away and fetched again, as between the runs of a CI, may have the times of its files in whole seconds. */
function isSame(before: FileLook | undefined, now: FileLook | undefined): boolean {
  if (!before || !now || before.size !== now.size) return false
  return now.changed === before.changed || now.changed === Math.floor(before.changed / 1000) * 1000
}

/** Every printed file of a site, and every copy, which links nowhere. */
export function siteFilesOf({ pages, copies }: Pick<SiteMemory, 'pages' | 'copies'>): SiteFile[] {
  const printed = [...pages.entries.values()].flatMap(({ result }) => result)
  return [...printed, ...[...copies.keys()].map((name) => ({ path: name, links: new Uint32Array() }))]
}

/** The name of every file of a site. */
export function* filesOf({ pages, copies }: Pick<SiteMemory, 'pages' | 'copies'>): Generator<string> {
  for (const { result } of pages.entries.values()) for (const printed of result) yield printed.path
  yield* copies.keys()
}

/**
 * Begins a turn before a site is changed, and gives its name. What was remembered is forgotten: a build that is cut off
 * while it changes the site leaves one that must be made anew.
 */
export function beginTurn(file: string): string {
  const turn = randomUUID()
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  writeFileSync(turnFile(file), turn)
  return turn
}

/** Remembers the site that has been published. */
export function rememberSite(file: string, version: string, memory: SiteMemory): void {
  writeCacheFile(file, version, packSite(memory))
}

function packSite({ pages, looks, ...others }: SiteMemory): StoredSite {
  const { results, ...ledger } = packLedger(pages)
  const files = results.flat()
  return {
    ...others,
    ledger,
    counts: Uint32Array.from(results, ({ length }) => length),
    files: files.map(({ path }) => path),
    fileLinks: joinLists(files.map(({ links }) => links)),
    looks: Float64Array.from([...filesOf({ pages, copies: others.copies })].flatMap((file) => lookAsNumbers(looks.get(file)))),
  }
}

function lookAsNumbers(look: FileLook | undefined): [size: number, changed: number] {
  return look ? [look.size, look.changed] : [Number.NaN, Number.NaN]
}

function unpackSite({ ledger, counts, files, fileLinks, looks, ...others }: StoredSite): SiteMemory {
  const lists = new JoinedLists(fileLinks)
  const all = files.map((path): SiteFile => ({ path, links: lists.next() }))
  let from = 0
  const results = Array.from(counts, (count) => {
    from += count
    return all.slice(from - count, from)
  })
  const pages = unpackLedger({ ...ledger, results })
  const names = filesOf({ pages, copies: others.copies })
  const looksOfNames = Array.from(names, (name, place): [string, FileLook] => [
    name,
    { size: looks[2 * place] ?? Number.NaN, changed: looks[2 * place + 1] ?? Number.NaN },
  ])
  return { ...others, pages, looks: new Map(looksOfNames) }
}

function lastTurn(file: string): string {
  try {
    return readFileSync(turnFile(file), 'utf8')
  } catch {
    return 'none'
  }
}

function turnFile(file: string): string {
  return `${file}-turn`
}
