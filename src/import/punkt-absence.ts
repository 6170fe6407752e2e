import type { PunktAbsence } from '../referat/deltager.ts'
import { isAbsenceLine } from './absence.ts'
import { fieldOf } from './fields.ts'
import type { Line, Note } from './line.ts'
import { type Person, parsePeople } from './people.ts'
import type { SectionDraft } from './sections.ts'

/** Who took no part in this punkt alone: apologies that the meeting's head does not have, and conflicts of interest. */
export function absencesIn(sections: readonly SectionDraft[], decision: string, people: readonly Person[]): PunktAbsence[] {
  const away = new Set(people.filter(({ fremmøde }) => fremmøde !== 'til stede').map(({ navn }) => navn))
  const found: PunktAbsence[] = []
  const listed = sections
    .flatMap((section) => section.lines)
    .filter((line) => fieldOf(line)?.kind === 'apologies' && isAbsenceLine(line))
    .flatMap((line) => parsePeople(fieldOf(line)?.value ?? '', 'afbud').people)
  const political = [...people, ...listed].some(({ parti }) => parti !== undefined)
  if (political)
    for (const { navn } of listed)
      if (!away.has(navn) && !found.some(({ name }) => name === navn)) found.push({ name: navn, reason: 'afbud' })
  for (const sentence of decision.split(/(?<=[.!?])\s+|\n/)) {
    const isInhabil = /inhabil/i.test(sentence) && !/ikke (?:er |var )?inhabil/i.test(sentence)
    if (!isInhabil && !NOT_HERE.test(sentence)) continue
    const subject = parsePeople(SUBJECT.exec(sentence)?.[1] ?? '', 'til stede').people.filter(({ navn }) => navn.includes(' '))
    for (const { navn } of [...people, ...subject])
      if (sentence.includes(navn) && !found.some(({ name }) => name === navn))
        found.push({ name: navn, reason: isInhabil ? 'inhabil' : 'afbud' })
  }
  return found
}

/** Who a sentence about absence begins with, known from the head or not. */
const SUBJECT = /^(\p{Lu}.{3,60}?) (?:deltog|deltager|erklærede|var|er|blev|forlod|gik) /u
const NOT_HERE =
  /(?:var|er) (?:fraværende|ikke til ?stede) (?:under|ved|i) (?:(?:behandlingen|drøftelsen) af )?(?:punktet|sagen|dette punkt|denne sag)|deltog ikke (?:i|under|ved) (?:(?:behandlingen|drøftelsen) af )?(?:punktet|sagen|dette punkt|denne sag|sagens behandling|punktets behandling)/iu
const TELLS_ABSENCE = /(?<!\p{L})(?:deltog ikke|forlod (?:mødet|lokalet)|ankom (?:til mødet|kl)|gik kl|fraværende:? \p{Lu})/iu

/** "Deltog ikke" without a word of why: the format has no such ground. */
const WITHOUT_REASON = /^(?!.*(?:inhabil|afbud|syg|ferie|forhindret|habilitet)).*(?:deltog|medvirkede) ikke (?:under|i|ved|på)(?!\p{L})/isu

/** Absence that prose tells of, and that the fields have no sure place for. */
export function absenceNotes(lines: readonly Line[]): Note[] {
  return lines
    .filter((line) => line.text.length <= 200 && TELLS_ABSENCE.test(line.text))
    .map((line) =>
      WITHOUT_REASON.test(line.text)
        ? {
            line: line.number,
            severity: 'warning',
            rule: 'import-fravaer-grund',
            message: 'Nogen deltog ikke, og grunden fremgår ikke; i feltet fraværende står "afbud".',
            hint: 'Ret grunden, hvis den var en anden.',
          }
        : {
            line: line.number,
            severity: 'info',
            rule: 'import-fravaer-tekst',
            message: 'Her står noget om fravær, som er beholdt som tekst.',
            hint: 'Skriv det i feltet fraværende ved de punkter, det gælder.',
          },
    )
}
