import type { PartName } from '../memory/part-numbers.ts'
import type { PrintedNumbers } from './press.ts'
import type { TaskPrinted } from './thread-work.ts'

/** What was printed, on its way between threads: with the parts and addresses that have not been told of before. */
export interface PrintedPacket {
  readonly tasks: readonly TaskPrinted[]
  readonly parts: readonly PartName[]
  readonly links: readonly string[]
}

/** Packs what a thread has printed. Pages tell of the same parts and addresses over and over, so each is sent once. */
export class PrintedPacker {
  readonly #numbers: PrintedNumbers
  #parts = 0
  #links = 0

  /** `numbers` are the thread's own. */
  constructor(numbers: PrintedNumbers) {
    this.#numbers = numbers
  }

  pack(tasks: readonly TaskPrinted[]): PrintedPacket {
    const { parts, links } = this.#numbers
    const packet = { tasks, parts: parts.names(this.#parts), links: links.texts.slice(this.#links) }
    this.#parts = parts.count
    this.#links = links.texts.length
    return packet
  }
}

/** Unpacks what one `PrintedPacker` has packed, in its order, with other numbers. */
export class PrintedUnpacker {
  readonly #numbers: PrintedNumbers
  /** The numbers here of the other thread's. */
  readonly #parts: number[] = []
  readonly #links: number[] = []

  constructor(numbers: PrintedNumbers) {
    this.#numbers = numbers
  }

  unpack({ tasks, parts, links }: PrintedPacket): TaskPrinted[] {
    for (const part of parts) this.#parts.push(this.#numbers.parts.of(...part))
    for (const link of links) this.#links.push(this.#numbers.links.of(link))
    return tasks.map(({ reads, files, ...task }) => ({
      ...task,
      reads: reads.map((part) => this.#parts[part] ?? 0),
      files: files.map(({ path, links: theirs }) => ({ path, links: theirs.map((link) => this.#links[link] ?? 0) })),
    }))
  }
}
