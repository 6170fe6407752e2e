/** Shows how far a long piece of work is: a bar on a terminal, a line per stage elsewhere. Writes to stderr, so that stdout stays clean. */
export class Progress {
  readonly #stream: NodeJS.WriteStream
  readonly #started = performance.now()
  #stage = ''
  #drawn = 0

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream
  }

  /** Notes that `stage` has done `done` of `total` steps. */
  show(stage: string, done: number, total: number): void {
    const changed = stage !== this.#stage
    this.#stage = stage
    if (!this.#stream.isTTY) {
      if (changed) this.#stream.write(`${stage} …\n`)
      return
    }
    const now = performance.now()
    if (!changed && now - this.#drawn < 80) return
    this.#drawn = now
    const share = total > 0 ? Math.min(1, done / total) : 0
    const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░')
    this.#stream.write(`\r\u001B[2K${bar} ${stage}${total > 1 ? ` ${done}/${total}` : ''}`)
  }

  /** Clears the bar. Gives the seconds since the work began. */
  end(): number {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[2K')
    this.#stage = ''
    return (performance.now() - this.#started) / 1000
  }
}
