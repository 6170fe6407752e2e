/** Many lists of numbers as one, which is written and read far sooner than each by itself: each stands after its length. */
export function joinLists(lists: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(lists.reduce((sum, { length }) => sum + length + 1, 0))
  let at = 0
  for (const list of lists) {
    joined[at] = list.length
    joined.set(list, at + 1)
    at += list.length + 1
  }
  return joined
}

/** Gives lists that were joined, in their order; an empty one where there are no more. */
export class JoinedLists {
  readonly #joined: Uint32Array
  #at = 0

  constructor(joined: Uint32Array) {
    this.#joined = joined
  }

  next(): Uint32Array {
    const from = this.#at + 1
    this.#at = from + (this.#joined[this.#at] ?? 0)
    return this.#joined.subarray(from, this.#at)
  }
}
