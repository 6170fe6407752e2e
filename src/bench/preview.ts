import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { changePunkt } from './edits.ts'
import { MeasuredFailed, median } from './process.ts'

/** How long the preview lets a clerk wait, in seconds. */
export interface PreviewFigures {
  /** From the command to the first page. */
  readonly start: number
  /** From a punkt is saved until its page has the new words: the median and the longest of all times it was saved. */
  readonly saved: number
  readonly longest: number
}

const LONGEST = 300_000
const EVERY = 10

/** How often a punkt is saved, and how long after it was shown it is saved again (ms): as a clerk may, while all else is still being made anew. */
const TIMES = 10
const BETWEEN = 1500

/** Starts the preview of a content folder, saves one of its punkter again and again, and asks for its page until it is the new one. */
export async function timePreview(content: string, output: string, meeting: string): Promise<PreviewFigures> {
  const started = performance.now()
  const words = ['scripts/launch.mjs', 'start', '--port', '0', '--content', content, '--output', output]
  const preview = spawn(process.execPath, words, { env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const site = await addressOf(preview)
    const start = (performance.now() - started) / 1000
    const saved: number[] = []
    for (let time = 0; time < TIMES; time += 1) {
      await pause(BETWEEN)
      const sentence = `Gemt ${time + 1} gange under visningen.`
      const from = performance.now()
      const punkt = changePunkt(content, meeting, sentence)
      while (!(await bodyOf(`${site}${punkt}/`)).includes(sentence)) {
        if (preview.exitCode !== null || performance.now() - from > LONGEST) throw new MeasuredFailed(`The preview never showed ${punkt}.`)
        await pause(EVERY)
      }
      saved.push((performance.now() - from) / 1000)
    }
    return { start, saved: median(saved), longest: Math.max(...saved) }
  } finally {
    const ended = once(preview, 'exit')
    if (preview.exitCode === null && preview.kill('SIGTERM')) await ended
  }
}

/** Waits for the line that tells where the preview is. */
function addressOf(preview: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    // The stream is read to its end: a preview that nobody listens to dies of it.
    preview.stderr?.on('data', (data) => {
      heard += String(data)
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(heard)?.[0]
      if (address !== undefined) resolve(address)
    })
    preview.once('exit', () => reject(new MeasuredFailed(`The preview ended before it showed anything:\n${heard.slice(-4000)}`)))
  })
}

async function bodyOf(url: string): Promise<string> {
  try {
    return await (await fetch(url)).text()
  } catch {
    return ''
  }
}
