import type { DocumentAnswers } from '../src/import/input.ts'
import type { Question } from '../src/import/questions.ts'
import { parseDate } from '../src/referat/dato.ts'
import { slugify } from '../src/source/slug.ts'
import { withTerminal } from './terminal.ts'

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
