/** How long a part of a build took, in seconds. */
export interface StageTime {
  readonly name: string
  readonly seconds: number
}

/** Follows a build through its parts, and tells who listens how far it is. */
export class Stages {
  readonly #tell: (stage: string, done: number, total: number) => void
  readonly #times = new Map<string, number>()
  #name = ''
  #since = performance.now()

  constructor(tell: (stage: string, done: number, total: number) => void = () => {}) {
    this.#tell = tell
  }

  /** Tells how far the part `name` is; a part ends where another begins. */
  tell(name: string, done: number, total: number): void {
    if (name !== this.#name) {
      this.end()
      this.#name = name
    }
    this.#tell(name, done, total)
  }

  /** The times of all parts, in their order. */
  end(): StageTime[] {
    const now = performance.now()
    if (this.#name !== '') this.#times.set(this.#name, (this.#times.get(this.#name) ?? 0) + (now - this.#since) / 1000)
    this.#since = now
    this.#name = ''
    return [...this.#times].map(([name, seconds]) => ({ name, seconds }))
  }
}
