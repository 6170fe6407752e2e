import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a command cost. */
export interface Cost {
  readonly seconds: number
  /** Most memory that the process and all below it held at once, bytes; undefined where the system does not tell (Linux does). */
  readonly memory?: number
}

export interface Finished extends Cost {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Where a command runs, and what it finds in its environment besides. */
export interface Where {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Thrown where a command that is measured fails. */
export class MeasuredFailed extends Error {}

const EVERY = 100

/**
 * Runs a command to its end and measures it. Memory is that of the whole tree of processes, for some of them do their work
 * in others: the sum of what is resident, looked at every tenth of a second, and never less than the largest process ever held.
 */
export function runMeasured(command: string, words: readonly string[], options: Where = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, words, {
      ...(options.cwd && { cwd: options.cwd }),
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const heard = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', (data) => (heard[stream] += String(data)))
    let memory = 0
    const look = setInterval(() => {
      memory = Math.max(memory, memoryOf(child.pid ?? 0))
    }, EVERY)
    child.once('error', (error) => {
      clearInterval(look)
      reject(error)
    })
    child.once('close', (code) => {
      const seconds = (performance.now() - started) / 1000
      clearInterval(look)
      resolve({ code: code ?? -1, seconds, ...(memory > 0 && { memory }), ...heard })
    })
  })
}

/** The same for a command that must succeed. */
export async function measure(command: string, words: readonly string[], options: Where = {}): Promise<Finished> {
  const finished = await runMeasured(command, words, options)
  if (finished.code !== 0) {
    throw new MeasuredFailed(
      `${[command, ...words].join(' ')} ended with ${finished.code}:\n${(finished.stderr || finished.stdout).slice(-4000)}`,
    )
  }
  return finished
}

/** The middle run by time; its memory is the middle of all runs' by itself. */
export function medianCost(runs: readonly Cost[]): Cost {
  const memories = runs.flatMap(({ memory }) => memory ?? [])
  return { seconds: median(runs.map(({ seconds }) => seconds)), ...(memories.length > 0 && { memory: median(memories) }) }
}

/** The middle of a list; of an even number, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return (low + high) / 2
}

/** Resident memory of a process and all below it, bytes; 0 where there is no /proc. */
function memoryOf(root: number): number {
  let resident = 0
  let largest = 0
  const processes = parentsOf()
  for (const [id] of processes) {
    let above: number | undefined = id
    while (above !== undefined && above !== root) above = processes.get(above)
    if (above !== root) continue
    const status = readProc(`${id}/status`)
    resident += kilobytes(status, 'VmRSS')
    largest = Math.max(largest, kilobytes(status, 'VmHWM'))
  }
  return Math.max(resident, largest)
}

/** Every process with the one that started it. */
function parentsOf(): ReadonlyMap<number, number> {
  let entries: string[]
  try {
    entries = readdirSync('/proc')
  } catch {
    return new Map()
  }
  return new Map(
    entries
      .filter((entry) => /^\d+$/.test(entry))
      .map((entry) => [Number(entry), Number(/\) \S (\d+)/.exec(readProc(`${entry}/stat`))?.[1])]),
  )
}

/** '' for a process that has ended meanwhile. */
function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function kilobytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
}
