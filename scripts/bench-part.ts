import type { parseArgs } from 'node:util'
import type { Table } from '../src/bench/table.ts'
import type { Options } from './command.ts'

/** What a part of the bench has measured: tables to read, whatever else is to be said, and the figures themselves as plain data. */
export interface Measured {
  readonly tables: readonly Table[]
  readonly notes?: readonly string[]
  readonly data: unknown
}

/** A part of the bench: `npm run bench -- NAME`. What measures is loaded when it is wanted, so that the help answers at once. */
export interface BenchPart {
  /** One line of the help of the whole. */
  readonly does: string
  readonly help: string
  readonly options: Options
  /** Runs only when it is asked for by name. */
  readonly byName?: boolean
  measure(values: Readonly<Record<string, unknown>>): Promise<Measured>
}

/** A part whose options say what values it is given. */
export function benchPart<const Taken extends Options>(part: {
  readonly does: string
  readonly help: string
  readonly options: Taken
  readonly byName?: boolean
  measure(values: ReturnType<typeof parseArgs<{ options: Taken }>>['values']): Promise<Measured>
}): BenchPart {
  return part as unknown as BenchPart
}
