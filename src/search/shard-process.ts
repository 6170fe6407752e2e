import { makeShard } from './make-shard.ts'
import { endPagefind } from './pagefind-index.ts'
import type { RecordSource } from './record.ts'
import type { FromProcess, ToProcess } from './shard-makers.ts'
import { ShardStore } from './shard-store.ts'

/** A process of its own that makes shards as they are sent, one at a time, and goes when it is let go. */
function send(message: FromProcess): void {
  process.send?.(message)
}

process.on('message', ({ task, sources, folder }: ToProcess) => {
  const sourceOf = (place: number): RecordSource => sources[place] ?? missing(place)
  makeShard(task, sourceOf, new ShardStore(folder), () => send({ kind: 'indexed' })).then(
    () => send({ kind: 'made' }),
    (error: unknown) => send({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
function missing(place: number): never {
  throw new RangeError(`No punkt has been sent for place ${place}.`)
}
process.on('disconnect', () => void endPagefind().finally(() => process.exit()))
