import type { ShardMatches } from './engine.ts'
import type { EngineAnswer, EngineRequest } from './engine-worker.ts'
import type { HitData } from './excerpts.ts'

type Ask<Request = EngineRequest> = Request extends EngineRequest ? Omit<Request, 'number'> : never

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** The engine in a thread of its own, so that the page answers to the visitor while it searches. */
export class RemoteEngine {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #broken: Error | undefined

  constructor(script: URL) {
    this.#worker = new Worker(script, { type: 'module' })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<EngineAnswer>) => {
      const waiting = this.#waiting.get(data.number)
      this.#waiting.delete(data.number)
      if ('failed' in data) waiting?.reject(new Error(data.failed))
      else waiting?.resolve(data.answer)
    })
    this.#worker.addEventListener('error', () => {
      this.#broken = new Error('The search engine could not be started.')
      for (const { reject } of this.#waiting.values()) reject(this.#broken)
      this.#waiting.clear()
    })
  }

  /** Has the engine begin; where it cannot, whatever is asked of it fails. */
  open(wasm: string): void {
    this.#ask({ ask: 'open', wasm }).catch(() => {})
  }

  async load(shard: string): Promise<void> {
    await this.#ask({ ask: 'load', shard })
  }

  search(shards: readonly string[], query: string | null, withWords: boolean): Promise<readonly ShardMatches[]> {
    return this.#ask({ ask: 'search', shards, query, withWords })
  }

  show(shard: string, id: string, query: string | null, within: readonly number[] | undefined): Promise<HitData> {
    return this.#ask({ ask: 'show', shard, id, query, within })
  }

  /** Ends the thread; nothing more can be asked. */
  close(): void {
    this.#worker.terminate()
  }

  #ask<T>(ask: Ask): Promise<T> {
    if (this.#broken) return Promise.reject(this.#broken)
    this.#asked += 1
    const number = this.#asked
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(number, { resolve: resolve as (answer: unknown) => void, reject })
      this.#worker.postMessage({ ...ask, number })
    })
  }
}
