/** Least time between two drawings of the bar, and between two lines where there is no terminal (ms). */
const REDRAW = 80
const NEXT_LINE = 10_000

/** What is left of a stage is told once it has run this long (ms): before that it is a guess. */
const KNOWN_PACE = 2000

/** Shows how far a long piece of work is, and how long it will take yet: a bar on a terminal, lines elsewhere. Writes to stderr, so that stdout stays clean. */
export class Progress {
  readonly #stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>
  readonly #now: () => number
  readonly #started: number
  #stage = ''
  #stageStarted = 0
  #shown = 0

  constructor(stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr, now: () => number = () => performance.now()) {
    this.#stream = stream
    this.#now = now
    this.#started = now()
  }

  /** Notes that `stage` has done `done` of `total` steps. */
  show(stage: string, done: number, total: number): void {
    const now = this.#now()
    const changed = stage !== this.#stage
    if (changed) this.#stageStarted = now
    this.#stage = stage
    if (!changed && now - this.#shown < (this.#stream.isTTY ? REDRAW : NEXT_LINE)) return
    this.#shown = now
    const steps = total > 1 ? ` ${done} af ${total}${this.#left(done, total, now)}` : ''
    if (!this.#stream.isTTY) {
      this.#stream.write(changed ? `${stage} …\n` : `${stage}${steps}\n`)
      return
    }
    const share = total > 0 ? Math.min(1, done / total) : 0
    const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░')
    this.#stream.write(`\r\u001B[2K${bar} ${stage}${steps}`)
  }

  /** Clears the bar. Gives the seconds since the work began. */
  end(): number {
    if (this.#stream.isTTY && this.#stage !== '') this.#stream.write('\r\u001B[2K')
    this.#stage = ''
    return (this.#now() - this.#started) / 1000
  }

  #left(done: number, total: number, now: number): string {
    const spent = now - this.#stageStarted
    if (done === 0 || spent < KNOWN_PACE) return ''
    const seconds = Math.ceil(((spent / done) * (total - done)) / 1000)
    return seconds < 60 ? `, ${seconds} s igen` : `, ${Math.ceil(seconds / 60)} min. igen`
  }
}
