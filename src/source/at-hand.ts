/** What was made of the texts that were asked for last, within a limit. */
export class AtHand<Made> {
  readonly #made = new Map<string, Made>()
  readonly #limit: number
  #size = 0

  /** `limit` in characters of the texts. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** What `make` makes of a text; the same as the last time where that is still at hand. */
  of(text: string, make: (text: string) => Made): Made {
    const known = this.#made.get(text)
    if (known !== undefined) return known
    const made = make(text)
    this.#made.set(text, made)
    this.#size += text.length
    if (this.#size > this.#limit) this.#dropOldest()
    return made
  }

  #dropOldest(): void {
    for (const oldest of this.#made.keys()) {
      this.#made.delete(oldest)
      this.#size -= oldest.length
      if (this.#size <= this.#limit) return
    }
  }
}
