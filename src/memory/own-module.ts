import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** A module of the project that runs in a thread or process of its own. */
export interface OwnModule {
  readonly url: string
  readonly file: string
  /** What Node is to be told to read it. */
  readonly execArgv: readonly string[]
}

/**
 * The module `name` beside the one whose address is `from`. Commands run from a bundle, where all modules lie in one folder
 * as JavaScript; tests run from the source, which is TypeScript.
 */
export function ownModule(name: string, from: string): OwnModule {
  const source = from.endsWith('.ts')
  const { href } = new URL(`./${name}${source ? '.ts' : '.mjs'}`, from)
  return { url: href, file: fileURLToPath(href), execArgv: source ? ['--import', import.meta.resolve('tsx')] : [] }
}

/** Runs a module in a thread. */
export function startThread({ url, file, execArgv }: OwnModule, options: WorkerOptions): Worker {
  if (execArgv.length === 0) return new Worker(file, options)
  // A thread does not inherit what lets this one read TypeScript (Node 20), so it is given it before anything else.
  const reading = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url)}) })`
  return new Worker(reading, { ...options, eval: true })
}
