import { fileURLToPath } from 'node:url'

/** A module of the project that runs in a thread or process of its own. */
export interface OwnModule {
  readonly url: string
  readonly file: string
  /** What Node is to be told to read it. */
  readonly execArgv: readonly string[]
}

/**
 * The module `name` beside the one whose address is `from`. Commands run from a bundle, where all modules lie in one folder
 * as JavaScript; tests and the preview run from the source, which is TypeScript.
 */
export function ownModule(name: string, from: string): OwnModule {
  const source = from.endsWith('.ts')
  const { href } = new URL(`./${name}${source ? '.ts' : '.mjs'}`, from)
  return { url: href, file: fileURLToPath(href), execArgv: source ? ['--import', import.meta.resolve('tsx')] : [] }
}
