import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ownModule } from '../memory/own-module.ts'
import { makeShard, type ShardTask, type SourceOf } from './make-shard.ts'
import { endPagefind, SearchIndexError } from './pagefind-index.ts'
import type { RecordSource } from './record.ts'
import type { ShardStore } from './shard-store.ts'

/** What a process is sent: a shard to make of texts, and the folder of the store to put it in. */
export interface ToProcess {
  readonly task: ShardTask
  readonly sources: readonly RecordSource[]
  readonly folder: string
}

/** What a process says: a punkt has been indexed; the shard is made; or why it is not. */
export type FromProcess = { readonly kind: 'indexed' | 'made' } | { readonly kind: 'failed'; readonly message: string }

/** A shard to be made: its texts are read when its turn comes, so that few are in memory at a time. */
export interface ShardOrder {
  readonly task: ShardTask
  readonly sourceOf: SourceOf
}

/** Fewer punkter are made sooner here than it takes to start a process. */
const WORTH_A_PROCESS = 400

/**
 * Makes shards, each by one process of Pagefind's: here where there is little to do, otherwise in as many processes as
 * are allowed, the largest shards first.
 */
export async function makeShards(
  orders: readonly ShardOrder[],
  store: ShardStore,
  processes: number,
  onIndexed: () => void,
): Promise<void> {
  const waiting = orders.map((order) => ({ ...order, missing: missing(order.task, store) })).sort((a, b) => b.missing - a.missing)
  const all = waiting.reduce((sum, { missing }) => sum + missing, 0)
  if (Math.min(processes, orders.length) < 2 || all < WORTH_A_PROCESS) {
    try {
      for (const { task, sourceOf } of waiting) await makeShard(task, sourceOf, store, onIndexed)
    } finally {
      await endPagefind()
    }
    return
  }
  const makers = Array.from({ length: Math.min(processes, orders.length) }, () => new Maker())
  try {
    await Promise.all(
      makers.map(async (maker) => {
        for (let order = waiting.shift(); order; order = waiting.shift()) {
          const { task, sourceOf } = order
          const sources = task.punkter.map((_, place) => sourceOf(place))
          await maker.make({ task, sources, folder: store.folder }, onIndexed)
        }
      }),
    )
  } finally {
    for (const maker of makers) maker.end()
  }
}

/** How many punkter of a shard were not in the one that had its name before. */
function missing({ making, name, punkter }: ShardTask, store: ShardStore): number {
  const before = new Set(store.punkter(store.last(making, name) ?? ''))
  return punkter.filter(({ key }) => !before.has(key)).length
}

const PROCESS = ownModule('shard-process', import.meta.url)
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** A process that makes one shard after the other. */
class Maker {
  readonly #process: ChildProcess

  constructor() {
    this.#process = fork(PROCESS.file, [], {
      cwd: PROJECT,
      execArgv: [...PROCESS.execArgv],
      serialization: 'advanced',
    })
  }

  make(message: ToProcess, onIndexed: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (error?: Error): void => {
        this.#process.off('message', hear).off('exit', gone).off('error', end)
        if (error) reject(error)
        else resolve()
      }
      const gone = (code: number | null): void => end(new SearchIndexError(`A process that indexes ended with ${code}.`))
      const hear = (said: FromProcess): void => {
        if (said.kind === 'indexed') onIndexed()
        else end(said.kind === 'failed' ? new SearchIndexError('A shard could not be made.', { cause: said.message }) : undefined)
      }
      this.#process.on('message', hear).on('exit', gone).on('error', end)
      this.#process.send(message, (error) => error && end(error))
    })
  }

  end(): void {
    if (this.#process.connected) this.#process.disconnect()
  }
}
