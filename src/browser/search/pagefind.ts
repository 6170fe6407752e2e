/** The part of Pagefind's own browser API that the search page uses. */
export interface Pagefind {
  options(options: PagefindOptions): Promise<void>
  init(): Promise<void>
  /** Every filter of the index. */
  filters(): Promise<unknown>
  /** Takes another index in: searches are of all of them from then on. */
  mergeIndex(address: string, options: PagefindOptions): Promise<void>
  /** Results in rank order; `null` gives everything. */
  search(query: string | null): Promise<{ readonly results: readonly PagefindHit[] }>
}

export interface PagefindOptions {
  readonly baseUrl?: string
  readonly excerptLength?: number
  readonly excerptEllipsis?: string
  /** Stands for the time at which an index is asked for, so that a browser may keep it. */
  readonly metaCacheTag?: string
  readonly ranking?: { readonly metaWeights?: Readonly<Record<string, number>> }
}

export interface PagefindHit {
  readonly id: string
  readonly score: number
  /** Places of the matches among the words of the punkt. */
  readonly words: readonly number[]
  data(): Promise<HitData>
}

export interface HitData {
  readonly url: string
  /** Plain text but for `<mark>` around matches and `&lt;`, `&gt;`. */
  readonly excerpt: string
  readonly meta: Readonly<Record<string, string>>
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

const OPTIONS: PagefindOptions = {
  baseUrl: '/',
  excerptLength: EXCERPT_LENGTH,
  excerptEllipsis: '…',
  // A folder of the index is named for what it holds.
  metaCacheTag: 'fast',
  // Shown with every result, but nobody looks for a punkt by them; its own words must decide.
  ranking: {
    metaWeights: {
      tegn: 5,
      naevnt: 0.5,
      led: 0.8,
      udfald: 2,
      nummer: 0,
      ord: 0,
      dato: 0.5,
      dag: 0.5,
      udvalg: 0.5,
      myndighed: 0.5,
    },
  },
}

/** Loads Pagefind from a folder. Every attempt asks anew, since a browser remembers a module that failed to load. */
export async function loadPagefind(folder: URL, attempt: number): Promise<Pagefind> {
  const address = new URL('pagefind.js', folder)
  if (attempt > 1) address.searchParams.set('attempt', String(attempt))
  const pagefind: Pagefind = await import(address.href)
  await pagefind.options(OPTIONS)
  await pagefind.init()
  // Where it could not start, it says so only when it is asked something; and merging would wait for ever.
  await pagefind.filters()
  return pagefind
}

/** Takes the index in a folder in. */
export function mergeFolder(pagefind: Pagefind, folder: URL): Promise<void> {
  return pagefind.mergeIndex(folder.href, OPTIONS)
}
