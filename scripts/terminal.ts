import { createInterface } from 'node:readline/promises'

/** Thrown where the person ends the dialogue (Ctrl+C, Ctrl+D): then nothing is to be written. */
export class Ended extends Error {}

/** True where a person can be asked: both ways lead to a terminal. */
export function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

/**
 * Talks with the person at the terminal: `talk` is given what asks a question and gives the answer, trimmed.
 * @throws Ended where the person ends it
 */
export async function withTerminal(talk: (question: (text: string) => Promise<string>) => Promise<void>): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ended = new Promise<never>((_resolve, reject) => {
    terminal.once('close', () => reject(new Ended()))
  })
  ended.catch(() => undefined)
  try {
    await talk(async (text) => (await Promise.race([terminal.question(text), ended])).trim())
  } finally {
    terminal.close()
  }
}
