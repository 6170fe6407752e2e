import { makeShard } from './make-shard.ts'
import { endPagefind } from './pagefind-index.ts'
import type { FromProcess, ToProcess } from './shard-makers.ts'
import { ShardStore } from './shard-store.ts'

/** A process of its own that makes shards as they are sent, one at a time, and goes when it is let go. */
function send(message: FromProcess): void {
  process.send?.(message)
}

process.on('message', ({ task, folder }: ToProcess) => {
  makeShard(task, new ShardStore(folder), () => send({ kind: 'indexed' })).then(
    () => send({ kind: 'made' }),
    (error: unknown) => send({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => void endPagefind().finally(() => process.exit()))
