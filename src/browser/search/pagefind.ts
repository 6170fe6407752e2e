/** The part of Pagefind's own browser API that the search page uses. Whatever offers it can stand in for Pagefind. */
export interface Pagefind {
  options(options: PagefindOptions): Promise<void>
  init(): Promise<void>
  /** Every filter of the index with its values and their counts. */
  filters(): Promise<FilterCounts>
  /** Results in rank order; `null` searches by filters alone. */
  search(query: string | null, options?: SearchOptions): Promise<SearchResponse>
}

export interface PagefindOptions {
  readonly baseUrl?: string
  readonly excerptLength?: number
  readonly excerptEllipsis?: string
  readonly ranking?: { readonly metaWeights?: Readonly<Record<string, number>> }
}

export interface SearchOptions {
  readonly filters?: Readonly<Record<string, { readonly any: readonly string[] }>>
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>
  /** True where the words are to be taken as typed, without a slip of the pen being set right. */
  readonly exact?: boolean
}

/** How many results each value of each filter has. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface SearchResponse {
  readonly results: readonly SearchHit[]
  /** Counts of the results. */
  readonly filters: FilterCounts
  /** How the query was read, where it was not as it stands. */
  readonly reading?: Reading
}

/** What became of words that the archive does not have. */
export interface Reading {
  /** Words and numbers that no punkt has, as typed: they were left out. */
  readonly unknown: readonly string[]
  /** The query that was searched instead, where a word was taken for a slip of the pen. */
  readonly instead?: string
  /** The query that the visitor may have meant, where the one typed was searched. */
  readonly meant?: string
  /** True where no punkt has all the words, and those with most of them were found instead. */
  readonly relaxed: boolean
}

export interface SearchHit {
  readonly id: string
  readonly score: number
  /** Places of the matches among the words of the punkt. */
  readonly words?: readonly number[]
  data(): Promise<HitData>
}

export interface HitData {
  readonly url: string
  /** Plain text but for `<mark>` around matches and `&lt;`, `&gt;`. */
  readonly excerpt: string
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Every element with an id. */
  readonly anchors: readonly { readonly id: string }[]
  /** The matches by the part of the punkt that they stand in. */
  readonly sub_results: readonly Part[]
}

/** A part of a punkt with matches: its own text, or with an anchor a page of an attachment. */
export interface Part {
  readonly title: string
  readonly excerpt: string
  readonly anchor?: { readonly id: string }
}

/** Words around a match in an excerpt. */
const EXCERPT_LENGTH = 28

/**
 * Loads an index of Pagefind's from a folder below the site's root (`pagefind`). Every attempt asks anew, since a browser remembers a
 * module that failed to load.
 */
export async function loadPagefind(root: URL, folder: string, attempt: number): Promise<Pagefind> {
  const address = new URL(`${folder}/pagefind.js`, root)
  if (attempt > 1) address.searchParams.set('attempt', String(attempt))
  const pagefind: Pagefind = await import(address.href)
  await pagefind.options({
    baseUrl: '/',
    excerptLength: EXCERPT_LENGTH,
    excerptEllipsis: '…',
    // Shown with every result, but nobody looks for a punkt by them; its own words must decide.
    ranking: {
      metaWeights: {
        tegn: 5,
        naevnt: 0.5,
        led: 0.8,
        udfald: 2,
        sag: 0,
        bilag: 0,
        nummer: 0,
        ord: 0,
        dato: 0.5,
        dag: 0.5,
        udvalg: 0.5,
        myndighed: 0.5,
      },
    },
  })
  await pagefind.init()
  return pagefind
}
