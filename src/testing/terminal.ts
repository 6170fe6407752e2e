import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** True where there is the command that gives another one a terminal; only that of Linux takes `-c`. */
export const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

/** What a person types to end a dialogue. */
export const CONTROL_C = '\u0003'

/** Runs Node on a terminal of its own and answers its questions, which end as `asks` tells, each as it is put. */
export async function runOnTerminal(
  words: readonly string[],
  asks: RegExp,
  answers: readonly string[],
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const command = [process.execPath, ...words].join(' ')
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: ROOT, env: { ...process.env, NO_COLOR: '1', TERM: 'dumb' } })
  let shown = ''
  let heard = 0
  let next = 0
  child.stdout.on('data', (data) => {
    shown += String(data)
    if (!asks.test(shown.slice(heard).replaceAll('\r', '')) || next >= answers.length) return
    heard = shown.length
    const answer = answers[next++] ?? ''
    child.stdin.write(answer === CONTROL_C ? answer : `${answer}\n`)
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, shown }
}
