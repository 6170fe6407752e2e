/** Numbers for texts, from 0 on, so that each is kept and sent once. */
export class TextNumbers {
  readonly #texts: string[]
  #numbers: Map<string, number> | undefined

  constructor(known: readonly string[] = []) {
    this.#texts = [...known]
  }

  /** The texts by their numbers. */
  get texts(): readonly string[] {
    return this.#texts
  }

  of(text: string): number {
    this.#numbers ??= new Map(this.#texts.map((known, number) => [known, number]))
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }
}
