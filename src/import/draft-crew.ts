import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { ownModule } from '../memory/own-module.ts'
import { type DocumentDraft, draftDocument, refusedDraft } from './document.ts'
import { inputReader } from './files.ts'
import type { KnownNames } from './identify.ts'
import type { ImportOptions } from './input.ts'

/** What every process of the crew is told first. */
export interface CrewSetup {
  readonly options: ImportOptions
  readonly known: KnownNames
}

/** What a process of the crew is asked for: first the setup, then one document after another. */
export type CrewOrder = { readonly setup: CrewSetup } | { readonly path: string }
/** What it answers for a document. */
export interface CrewAnswer {
  readonly draft: DocumentDraft
}

/** Another process pays from so many documents on. */
const DOCUMENTS_EACH = 8
/** More processes than this wait for the disk. */
const MOST_PROCESSES = 8
/** What a process may take for its heap, in megabytes; a document that needs more is refused. */
const HEAP_MEGABYTES = 2048
/** How long a document may take, in milliseconds. */
const LONGEST = 10 * 60_000

const WORKER = ownModule('draft-worker', import.meta.url)
const OUT_OF_MEMORY = [
  'Filen er for stor eller for sammensat til at blive læst.',
  'Del den i flere filer, eller gem den igen som en enklere PDF.',
] as const
const OUT_OF_TIME = [
  'Filen var ikke læst efter ti minutter, og importen gik videre.',
  'Del den i flere filer, eller gem den igen fra det program, den kommer fra.',
] as const

/** How many processes read so many documents: as many as there are processors, fewer where there is little to do. */
export function crewFor(documents: number): number {
  return Math.max(1, Math.min(MOST_PROCESSES, availableParallelism(), Math.floor(documents / DOCUMENTS_EACH)))
}

/**
 * Reads and drafts documents, several at a time in processes of their own. The drafts come in the order of the paths,
 * whoever made them; a process holds one document, and one that brings its process down becomes a finding.
 * @param processes 1 drafts them here
 */
export async function draftFiles(
  paths: readonly string[],
  setup: CrewSetup,
  processes: number,
  onDone: (done: number, path: string) => void = () => {},
): Promise<DocumentDraft[]> {
  const drafts: DocumentDraft[] = []
  let next = 0
  let done = 0
  const drive = async (draft: (path: string) => Promise<DocumentDraft>): Promise<void> => {
    while (next < paths.length) {
      const at = next++
      const path = paths[at] as string
      drafts[at] = await draft(path)
      done += 1
      onDone(done, path)
    }
  }
  if (processes <= 1) {
    const read = inputReader()
    const { options, known } = setup
    await drive(async (path) => draftDocument(await read(path), { ...options, ...options.answers?.get(path) }, known))
    return drafts
  }
  const hands = Array.from({ length: Math.min(processes, paths.length) }, () => new Hand(setup))
  try {
    await Promise.all(hands.map((hand) => drive((path) => hand.draft(path))))
  } finally {
    for (const hand of hands) hand.end()
  }
  return drafts
}

/** One process of the crew; another takes its place where a document ends it. */
class Hand {
  readonly #setup: CrewSetup
  #process: ChildProcess | undefined

  constructor(setup: CrewSetup) {
    this.#setup = setup
  }

  draft(path: string): Promise<DocumentDraft> {
    const worker = this.#process?.connected ? this.#process : this.#start()
    return new Promise((resolve) => {
      let isLate = false
      const clock = setTimeout(() => {
        isLate = true
        worker.kill('SIGKILL')
      }, LONGEST)
      const settle = (draft: DocumentDraft): void => {
        clearTimeout(clock)
        worker.removeAllListeners('message').removeAllListeners('exit')
        resolve(draft)
      }
      worker.once('message', (answer) => settle((answer as CrewAnswer).draft))
      worker.once('exit', () => {
        this.#process = undefined
        const [message, hint] = isLate ? OUT_OF_TIME : OUT_OF_MEMORY
        settle(refusedDraft(path, message, hint))
      })
      worker.send({ path } satisfies CrewOrder)
    })
  }

  end(): void {
    this.#process?.disconnect()
  }

  #start(): ChildProcess {
    const worker = fork(WORKER.file, [], {
      execArgv: [...WORKER.execArgv, `--max-old-space-size=${HEAP_MEGABYTES}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#process = worker
    worker.send({ setup: this.#setup } satisfies CrewOrder)
    return worker
  }
}
