/** Chance that comes out the same for the same seed on every machine (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** True in `share` of all calls. */
  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T
  }

  /** Some of a list, each at most once, in a new order. */
  some<T>(from: readonly T[], count: number): T[] {
    const rest = [...from]
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(this.next() * rest.length), 1)[0] as T)
  }
}

/** Draws from a list as words are drawn from a language: the n-th is met about 1/n as often as the first (Zipf). */
export class Zipf<T> {
  readonly #items: readonly T[]
  readonly #upTo: Float64Array

  constructor(items: readonly T[]) {
    this.#items = items
    this.#upTo = new Float64Array(items.length)
    let sum = 0
    for (let index = 0; index < items.length; index += 1) {
      sum += 1 / (index + 2.7)
      this.#upTo[index] = sum
    }
  }

  draw(random: Random): T {
    const wanted = random.next() * (this.#upTo.at(-1) ?? 0)
    let [low, high] = [0, this.#items.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#upTo[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return this.#items[low] as T
  }
}
