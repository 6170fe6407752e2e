import type { FacetId, FacetValue } from './facets.ts'

/** Folder of the index below the site's root, and what stands in it beside the shards. */
export const INDEX_FOLDER = 'pagefind'
export const DIRECTORY_FILE = 'arkiv.json'
/** What stands in the folder of a shard beside Pagefind's own files. */
export const FACTS_FILE = 'fakta.gz'
export const DECISIONS_FILE = 'beslutninger.gz'
/** What stands there of Pagefind's: the list of the index's parts, these parts, and what each result shows. */
export const META_FILE = 'pagefind.pf_meta'
export const CHUNK_FOLDER = 'index'
export const FRAGMENT_FOLDER = 'fragment'
/** Pagefind's own code in the folder of the engine. */
export const ENGINE_FILE = 'wasm.da.pagefind'

/** A part of the index: the punkter of some months, in a folder of its own. */
export interface ShardEntry {
  /** Name of its folder; another one as soon as anything in it is another. */
  readonly folder: string
  /** Punkter in it. */
  readonly punkter: number
  /** Months in which its meetings are, `yyyy-mm`, newest first. */
  readonly months: readonly string[]
  /** Ids of their bodies. */
  readonly bodies: readonly string[]
}

/** The words of some shards that follow each other, in a folder of their own. */
export interface WordGroup {
  readonly folder: string
  /** Place of the first of its shards. */
  readonly first: number
  /** Where each block begins: of the words, and of the words by what follows their first letters. */
  readonly words: readonly string[]
  readonly rests: readonly string[]
}

/** What the search page reads first: which parts the index has. */
export interface Directory {
  /** Folder of Pagefind's own files for the browser. */
  readonly engine: string
  /** Newest first. */
  readonly shards: readonly ShardEntry[]
  readonly words: readonly WordGroup[]
  /** What the values of each facet are called; years say it themselves. */
  readonly facets: Readonly<Record<Exclude<FacetId, 'aar'>, readonly FacetValue[]>>
}

/** Name of a block of words in the folder of its group. */
export function blockFile(list: 'words' | 'rests', block: number): string {
  return `${list === 'words' ? 'ord' : 'rest'}-${block}.gz`
}
