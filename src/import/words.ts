/** A word of a text and the 1-based line on which it stands. */
export interface Word {
  readonly word: string
  readonly line: number
}

const WORD = /[\p{L}\p{N}\p{M}]+|[§%½€£]/gu

/** The words of a text: runs of letters and digits, and the signs that are read as words. Composed (NFC), case kept. */
export function wordsOf(text: string): string[] {
  return clean(text).match(WORD) ?? []
}

/** The words of a text with their lines. */
export function wordsWithLines(text: string): Word[] {
  return clean(text)
    .split('\n')
    .flatMap((line, index) => (line.match(WORD) ?? []).map((word) => ({ word, line: index + 1 })))
}

/** Soft hyphens, zero-width characters and the byte order mark are no letters, and must not part a word. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
}

/** How often each word stands in a text. */
export class WordCount {
  readonly #counts = new Map<string, number>()

  constructor(words: Iterable<string> = []) {
    this.add(words)
  }

  add(words: Iterable<string>): void {
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1)
  }

  /** Takes one of a word away; false where none is left. */
  take(word: string): boolean {
    const count = this.#counts.get(word) ?? 0
    if (count === 0) return false
    if (count === 1) this.#counts.delete(word)
    else this.#counts.set(word, count - 1)
    return true
  }

  get(word: string): number {
    return this.#counts.get(word) ?? 0
  }

  /** The words still there, each as often as it stands. */
  rest(): string[] {
    return [...this.#counts].flatMap(([word, count]) => Array<string>(count).fill(word))
  }
}
