import { Engine } from './engine.ts'

/** What the search page asks of the engine in its worker, and what comes back. */
export type EngineRequest = { readonly number: number } & (
  | { readonly ask: 'open'; readonly wasm: string }
  | { readonly ask: 'load'; readonly shard: string }
  | { readonly ask: 'search'; readonly shards: readonly string[]; readonly query: string | null; readonly withWords: boolean }
  | {
      readonly ask: 'show'
      readonly shard: string
      readonly id: string
      readonly query: string | null
      readonly within: readonly number[] | undefined
    }
)
export type EngineAnswer = { readonly number: number } & ({ readonly answer: unknown } | { readonly failed: string })

let engine: Engine | undefined

addEventListener('message', async ({ data }: MessageEvent<EngineRequest>) => {
  const { number } = data
  try {
    postMessage({ number, answer: await answerTo(data) } satisfies EngineAnswer)
  } catch (error) {
    postMessage({ number, failed: String(error) } satisfies EngineAnswer)
  }
})

async function answerTo(request: EngineRequest): Promise<unknown> {
  if (request.ask === 'open') engine = new Engine(request.wasm)
  if (request.ask === 'load') return engine?.load(request.shard)
  if (request.ask === 'search') return engine?.search(request.shards, request.query, request.withWords)
  if (request.ask === 'show') return engine?.show(request.shard, request.id, request.query, request.within)
  return undefined
}
