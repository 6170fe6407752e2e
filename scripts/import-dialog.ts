import { createInterface, type Interface } from 'node:readline/promises'
import type { DocumentAnswers } from '../src/import/input.ts'
import type { Question } from '../src/import/questions.ts'
import { parseDate } from '../src/referat/dato.ts'
import { slugify } from '../src/source/slug.ts'

/** Thrown where the person ends the dialogue (Ctrl+C, Ctrl+D): then nothing is to be written. */
export class Ended extends Error {}

/** True where a person can be asked: both ways lead to a terminal. */
export function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

/** Asks on the terminal, one question after another; a wrong answer is asked for again, an empty one takes the first choice. */
export async function ask(questions: readonly Question[]): Promise<Map<string, DocumentAnswers>> {
  const answers = new Map<string, DocumentAnswers>()
  await withTerminal(async (question) => {
    for (const { path: file, field, text, choices } of questions) {
      const list = choices.map(({ label }, index) => `  ${index + 1}. ${label}`)
      const hint = field === 'date' || choices.length === 0 ? [] : ['  eller skriv et andet navn']
      let prompt = [`${file}: ${text}`, ...list, ...hint, '> '].join('\n')
      for (let value: string | undefined; ; prompt = 'Det kan ikke bruges. Prøv igen.\n> ') {
        const said = await question(prompt)
        if (said === '' && choices.length === 0) break
        value = choices[Number(said || '1') - 1]?.value ?? (field === 'date' ? parseDate(said) : slugify(said))
        if (!value || /^\d+$/.test(value)) continue
        answers.set(file, { ...answers.get(file), [field]: value })
        break
      }
    }
  })
  return answers
}

/** Asks whether the changes shown are to be written. */
export async function confirm(): Promise<boolean> {
  let said = ''
  await withTerminal(async (question) => {
    said = await question('Skal ændringerne skrives? [j/N] ')
  })
  return /^j/i.test(said)
}

async function withTerminal(talk: (question: (text: string) => Promise<string>) => Promise<void>): Promise<void> {
  const terminal: Interface = createInterface({ input: process.stdin, output: process.stdout })
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
