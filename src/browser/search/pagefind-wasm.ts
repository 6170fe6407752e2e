/** What Pagefind's WebAssembly gives and takes. Pointers are to memory of its own; each change of an index moves it. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly __wbindgen_externrefs: WebAssembly.Table
  readonly __wbindgen_start: () => void
  readonly __wbindgen_malloc: (bytes: number, align: number) => number
  readonly __wbindgen_free: (pointer: number, bytes: number, align: number) => void
  readonly init_pagefind: (...meta: Text) => number
  readonly load_index_chunk: (index: number, ...chunk: Text) => number
  readonly set_ranking_weights: (index: number, ...weights: Text) => number
  readonly request_indexes: (index: number, ...query: Text) => Text
  readonly search: (index: number, ...asked: readonly [...Text, ...Text, ...Text, ...Text, exact: number, exactDiacritics: number]) => Text
}

type Text = readonly [pointer: number, bytes: number]

/** A page that Pagefind has found. */
export interface Match {
  readonly id: string
  readonly score: number
  /** The words found, by their places among the words of the page, with what each counts. */
  readonly words: readonly { readonly place: number; readonly score: number }[]
}

/**
 * Pagefind's search, as its own script calls it (`pagefind-worker.js` of the same version): that script loads one index
 * after the other, unpacks with JavaScript, and hands over whatever it finds. Here it is asked as the archive needs it.
 */
export class PagefindWasm {
  readonly #wasm: Exports

  private constructor(wasm: Exports) {
    this.#wasm = wasm
  }

  /** @throws WebAssembly.LinkError, WebAssembly.CompileError where the bytes are not Pagefind's */
  static async from(bytes: BufferSource): Promise<PagefindWasm> {
    let wasm: Exports | undefined
    const imports = { __wbindgen_init_externref_table: () => wasm && initReferences(wasm.__wbindgen_externrefs) }
    const { instance } = await WebAssembly.instantiate(bytes, { './pagefind_web_bg.js': imports })
    wasm = instance.exports as unknown as Exports
    wasm.__wbindgen_start()
    return new PagefindWasm(wasm)
  }

  /** An index of which only the list of its parts is known. */
  index(meta: Uint8Array, ranking: unknown): PagefindIndex {
    const pointer = this.#wasm.init_pagefind(...this.#put(meta))
    return new PagefindIndex(this.#wasm, this.#wasm.set_ranking_weights(pointer, ...this.#putText(JSON.stringify(ranking))), (text) =>
      typeof text === 'string' ? this.#putText(text) : this.#put(text),
    )
  }

  #putText(text: string): Text {
    return this.#put(new TextEncoder().encode(text))
  }

  /** Bytes in Pagefind's memory, which it takes over. */
  #put(bytes: Uint8Array): Text {
    const pointer = this.#wasm.__wbindgen_malloc(bytes.length, 1) >>> 0
    new Uint8Array(this.#wasm.memory.buffer).set(bytes, pointer)
    return [pointer, bytes.length]
  }
}

/** One index in Pagefind's memory. */
export class PagefindIndex {
  readonly #wasm: Exports
  readonly #put: (content: string | Uint8Array) => Text
  #pointer: number

  constructor(wasm: Exports, pointer: number, put: (content: string | Uint8Array) => Text) {
    this.#wasm = wasm
    this.#pointer = pointer
    this.#put = put
  }

  /** Names of the parts that a search needs and that are not loaded yet. */
  wants(query: PagefindQuery): string[] {
    const names = this.#take(this.#wasm.request_indexes(this.#pointer, ...this.#put(query.plain)))
    return (JSON.parse(names) as string[]).filter(Boolean)
  }

  load(chunk: Uint8Array): void {
    this.#pointer = this.#wasm.load_index_chunk(this.#pointer, ...this.#put(chunk))
  }

  /** The best first. */
  search({ plain, written, exact }: PagefindQuery): Match[] {
    const texts = [...this.#put(plain), ...this.#put(written), ...this.#put('{}'), ...this.#put('')] as unknown as [
      ...Text,
      ...Text,
      ...Text,
      ...Text,
    ]
    const found = this.#take(this.#wasm.search(this.#pointer, ...texts, exact ? 1 : 0, 0))
    const { results } = JSON.parse(found) as {
      readonly results: readonly {
        readonly p: string
        readonly s: number
        readonly l: readonly { readonly l: number; readonly s: number }[]
      }[]
    }
    return results.map(({ p: id, s: score, l: words }) => ({ id, score, words: words.map(({ l: place, s }) => ({ place, score: s })) }))
  }

  #take([pointer, bytes]: Text): string {
    const text = new TextDecoder().decode(new Uint8Array(this.#wasm.memory.buffer, pointer >>> 0, bytes))
    this.#wasm.__wbindgen_free(pointer, bytes, 1)
    return text
  }
}

function initReferences(table: WebAssembly.Table): void {
  const first = table.grow(4)
  table.set(0, undefined)
  for (const [at, value] of [undefined, null, true, false].entries()) table.set(first + at, value)
}

/** A query as Pagefind reads it. */
export interface PagefindQuery {
  /** In lower case, without marks, and letters without theirs. */
  readonly plain: string
  /** The same with the letters as they are written. */
  readonly written: string
  /** True where the words must follow each other: they stand in quotes. */
  readonly exact: boolean
}

/** Reads a query as Pagefind's own script does; `null` is for everything. */
export function readQuery(query: string | null): PagefindQuery {
  const words = (query ?? '')
    .replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .map((written) => ({ written, plain: written.normalize('NFD').replace(/\p{M}/gu, '') }))
    .filter(({ plain }) => plain !== '')
  return {
    plain: words.map(({ plain }) => plain).join(' '),
    written: words.map(({ written }) => written).join(' '),
    exact: /^\s*".+"\s*$/.test(query ?? ''),
  }
}
