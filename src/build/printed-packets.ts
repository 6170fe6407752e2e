import type { TaskPrinted } from './thread-work.ts'

/** What was printed of a task, on its way between threads: parts and addresses by their numbers. */
interface PackedTask extends Omit<TaskPrinted, 'reads' | 'files'> {
  readonly reads: Uint32Array
  readonly files: readonly { readonly path: string; readonly links: Uint32Array }[]
}

/** Some tasks on their way, and the texts that have not been sent before; their numbers run on. */
export interface PrintedPacket {
  readonly tasks: readonly PackedTask[]
  readonly texts: readonly string[]
}

/** Packs what a thread has printed. Pages tell of the same parts and addresses over and over, so each is sent once. */
export class PrintedPacker {
  readonly #numbers = new Map<string, number>()
  #texts: string[] = []

  pack(printed: readonly TaskPrinted[]): PrintedPacket {
    this.#texts = []
    const tasks = printed.map(({ reads, files, ...task }) => ({
      ...task,
      reads: this.#numbersOf(reads),
      files: files.map(({ path, links }) => ({ path, links: this.#numbersOf(links) })),
    }))
    return { tasks, texts: this.#texts }
  }

  #numbersOf(texts: readonly string[]): Uint32Array {
    return Uint32Array.from(texts, (text) => {
      const known = this.#numbers.get(text)
      if (known !== undefined) return known
      this.#texts.push(text)
      this.#numbers.set(text, this.#numbers.size)
      return this.#numbers.size - 1
    })
  }
}

/** Unpacks what one `PrintedPacker` has packed, in its order. */
export class PrintedUnpacker {
  readonly #texts: string[] = []

  unpack({ tasks, texts }: PrintedPacket): TaskPrinted[] {
    for (const text of texts) this.#texts.push(text)
    return tasks.map(({ reads, files, ...task }) => ({
      ...task,
      reads: this.#textsOf(reads),
      files: files.map(({ path, links }) => ({ path, links: this.#textsOf(links) })),
    }))
  }

  #textsOf(numbers: Uint32Array): string[] {
    return Array.from(numbers, (number) => this.#texts[number] ?? '')
  }
}
