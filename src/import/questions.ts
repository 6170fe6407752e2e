import type { DocumentDraft } from './document.ts'
import type { KnownNames } from './identify.ts'
import type { DocumentAnswers } from './input.ts'

/** Something that only a person can settle about a document. */
export interface Question {
  readonly path: string
  readonly field: keyof DocumentAnswers
  readonly text: string
  /** What can be chosen, the likeliest first; empty where it must be written. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** What a run should ask: who the minutes are from where that is not told or is new, and which of two dates holds. */
export function questionsOn(documents: readonly DocumentDraft[], known: KnownNames): Question[] {
  return documents.flatMap(({ path, unreadable, authority, udvalg, date, otherDates = [] }): Question[] => {
    if (unreadable) return []
    const questions: Question[] = []
    if (!authority)
      questions.push({
        path,
        field: 'authority',
        text: 'Hvilken myndighed er referatet fra?',
        choices: known.authorities.map(({ slug, navn }) => ({ value: slug, label: navn })),
      })
    const bodies = known.udvalg.filter((body) => body.authority === authority?.slug)
    const isNew = udvalg !== undefined && udvalg.from !== 'valg' && bodies.length > 0 && !bodies.some(({ slug }) => slug === udvalg.slug)
    if (!udvalg || isNew)
      questions.push({
        path,
        field: 'udvalg',
        text: udvalg
          ? `Udvalget "${udvalg.navn}" er ikke i arkivet. Er det nyt, eller er det et af disse?`
          : 'Hvilket udvalg er referatet fra?',
        choices: [
          ...(udvalg ? [{ value: udvalg.slug, label: `${udvalg.navn} (nyt)` }] : []),
          ...bodies.map(({ slug, names }) => ({ value: slug, label: names[0] ?? slug })),
        ],
      })
    if (!date) questions.push({ path, field: 'date', text: 'Hvilken dag var mødet (åååå-mm-dd)?', choices: [] })
    else if (otherDates.length > 0)
      questions.push({
        path,
        field: 'date',
        text: 'Dokumentet har flere datoer. Hvilken er mødets?',
        choices: [date, ...otherDates].map((value) => ({ value, label: value })),
      })
    return questions
  })
}
