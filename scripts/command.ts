import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Refusal } from '../src/findings/refusal.ts'
import { explainArguments } from './arguments.ts'
import { Ended } from './terminal.ts'

/** The options that a command takes, as `parseArgs` wants them. */
export type Options = NonNullable<ParseArgsConfig['options']>

/** A command: its help, the options that it takes, and whether it takes words besides them. */
export interface Command<Taken extends Options> {
  readonly help: string
  readonly options: Taken
  readonly positionals?: boolean
}

/** What a command was given. */
export type Given<Taken extends Options> = ReturnType<typeof parseArgs<{ options: Taken; allowPositionals: true }>>

/** Thrown by a command for wrong use: its message and the help are shown, and the command ends with 2. */
export class Misuse extends Error {}

/**
 * Runs a command: reads its arguments, answers `--help`, and sets the exit code that `run` gives. Wrong use, a dialogue that
 * was ended and trouble with files or folders end with 2 and a word of why; anything else thrown is a bug of ours and is
 * shown as one.
 */
export async function runCommand<const Taken extends Options>(
  command: Command<Taken>,
  run: (given: Given<Taken>) => number | Promise<number>,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  process.stdout.on('error', leaveQuietly)
  process.exitCode = await exitCodeOf(command, run, words)
}

/** Whoever reads our output may have read enough: `npm run validate | head`. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

async function exitCodeOf<const Taken extends Options>(
  { help, options, positionals = false }: Command<Taken>,
  run: (given: Given<Taken>) => number | Promise<number>,
  words: readonly string[],
): Promise<number> {
  const misuse = (message: string): 2 => {
    process.stderr.write(`${message}\n\n${help}`)
    return 2
  }
  let given: Given<Taken>
  try {
    const taken = { ...options, help: { type: 'boolean', short: 'h' } } as const
    given = parseArgs({ args: [...words], options: taken, allowPositionals: positionals }) as unknown as Given<Taken>
  } catch (error) {
    return misuse(explainArguments(error))
  }
  if ((given.values as { readonly help?: boolean }).help) {
    process.stdout.write(help)
    return 0
  }
  try {
    return await run(given)
  } catch (error) {
    if (error instanceof Misuse) return misuse(error.message)
    if (error instanceof Ended) {
      process.stderr.write('\nAfbrudt; intet er skrevet.\n')
      return 2
    }
    if (!isAboutFiles(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

/** True for what a user can mend: a folder or file that cannot be used, as the system or our own readers tell it. */
export function isAboutFiles(error: unknown): error is Error {
  return error instanceof Refusal || (error instanceof Error && 'syscall' in error)
}
