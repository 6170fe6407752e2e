import { classifyDecision, classifyWithoutHeading, OUTCOMES, type OutcomeId } from '../referat/beslutning.ts'
import type { PunktAbsence } from '../referat/deltager.ts'
import { findReferences } from '../referat/reference.ts'
import type { Sagsnummer } from '../referat/sagsnummer.ts'
import { isAbsenceLine } from './absence.ts'
import { readVote, type VoteDraft } from './afstemning.ts'
import { type BilagDraft, takeBilag } from './bilag.ts'
import { linesMarkdown } from './body-markdown.ts'
import { fieldOf } from './fields.ts'
import type { Head } from './heads.ts'
import { type LeftOut, type Line, type Note, sourceWords } from './line.ts'
import { readMarks, saysClosed } from './lukket.ts'
import { type Person, parsePeople } from './people.ts'
import { caseNumberOf } from './sagsnummer-line.ts'
import { cutSections, type SectionContext, type SectionDraft } from './sections.ts'

/** A punkt as read, before it is written. */
export interface PunktDraft {
  readonly number?: string
  readonly title: string
  /** Source line of its head. */
  readonly line: number
  readonly sagsnummer?: Sagsnummer
  readonly closed: boolean
  readonly sections: readonly SectionDraft[]
  readonly bilag: readonly BilagDraft[]
  readonly tidligere: readonly { readonly udvalg: string; readonly dato: string; readonly punkt?: string }[]
  /** Frontmatter words of an outcome that only body text or the title tells; empty where a decision section does. */
  readonly beslutning: readonly string[]
  readonly afstemning?: VoteDraft
  readonly fraværende: readonly PunktAbsence[]
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly Note[]
}

/** What a punkt takes from the document around it. */
export interface PunktContext extends Omit<SectionContext, 'headLevel'> {
  readonly people: readonly Person[]
  /** True where it stands below "Lukkede punkter". */
  readonly inClosedPart: boolean
  /** The case number's line, where it stands above the head. */
  readonly above?: Line
}

/** How many lines below the head a case number with a label is looked for. */
const NEAR_HEAD = 6

/** Reads one punkt from the lines of its head and those below. */
export function readPunktDraft(head: Head, headLines: readonly Line[], body: readonly Line[], context: PunktContext): PunktDraft {
  const first = headLines[0] as Line
  const named = withoutTitleLabel(head.title)
  const marked = readMarks(named.title)
  const leftOut: LeftOut[] = headWords(head, headLines)
  if (named.label !== '') leftOut.push({ line: wordLine(headLines, named.label), text: named.label, reason: 'felt: titel' })
  for (const word of marked.consumed) leftOut.push({ line: wordLine(headLines, word), text: word, reason: 'felt: adgang' })
  const number = takeCaseNumber(context.above ? [context.above, ...body] : body, context.above !== undefined)
  leftOut.push(...number.leftOut)
  const closed =
    marked.closed === true ||
    head.closed === true ||
    (context.inClosedPart && marked.closed !== false) ||
    number.lines.some((line) => saysClosed(line.text))
  const base = {
    ...(head.number !== undefined && { number: head.number }),
    title: marked.title,
    line: first.number,
    ...(number.sagsnummer && { sagsnummer: number.sagsnummer }),
  }
  if (closed) return closedPunkt(base, number.lines, leftOut)
  const bilag = takeBilag(withAbsencesInDecision(cutSections(number.lines, { ...context, headLevel: first.level })))
  leftOut.push(
    ...bilag.leftOut,
    ...bilag.sections.flatMap(({ hidden, line }) => (hidden ? [{ line, text: hidden, reason: 'linkadresse' }] : [])),
    ...bilag.sections.flatMap(({ leftOut: words, line }) => (words ? [{ line, text: words, reason: 'overskrift delt i to' }] : [])),
  )
  const decision = bilag.sections.filter((section) => section.key === 'decision')
  const decisionText = decision
    .map((section) => linesMarkdown(section.lines))
    .join('\n\n')
    .trim()
  const vote = readVote(decisionText)
  return {
    ...base,
    closed,
    sections: bilag.sections,
    bilag: bilag.bilag,
    tidligere: earlierTreatments(bilag.sections),
    beslutning: decisionText === '' ? outcomeKeys(outcomesWithoutDecision(marked.title, bilag.sections)) : [],
    ...(vote && { afstemning: vote }),
    fraværende: absences(bilag.sections, decisionText, context.people),
    leftOut,
    notes: [...bilag.notes, ...tableNotes(bilag.sections), ...absenceNotes(bilag.sections.flatMap(({ lines }) => lines))],
  }
}

function closedPunkt(
  base: Pick<PunktDraft, 'number' | 'title' | 'line' | 'sagsnummer'>,
  lines: readonly Line[],
  leftOut: LeftOut[],
): PunktDraft {
  return {
    ...base,
    closed: true,
    sections: [],
    bilag: [],
    tidligere: [],
    beslutning: [],
    fraværende: [],
    leftOut: [...leftOut, ...lines.map((line) => ({ line: line.number, text: sourceWords(line), reason: 'lukket punkt', secret: true }))],
    notes: [
      {
        line: base.line,
        severity: 'info',
        rule: 'import-lukket-punkt',
        message: 'Punktet er lukket: kun titel, nummer og sagsnummer er hentet.',
        hint: 'Se efter, at titlen må være offentlig. En åben beslutning kan skrives ind under ## Åben beslutning.',
      },
    ],
  }
}

const TITLE_LABEL = /^(?:emne|titel|overskrift|sagens titel|sagstitel|vedr\.?|vedrørende)\s*:\s*(?=\S)/iu

/** A title without the label that some print before it. */
function withoutTitleLabel(title: string): { title: string; label: string } {
  const label = TITLE_LABEL.exec(title)?.[0] ?? ''
  return { title: title.slice(label.length), label: label.trim() }
}

/** The words of the head's lines before the number ("Punkt", "SAG NR."). */
function headWords(head: Head, headLines: readonly Line[]): LeftOut[] {
  const first = headLines[0] as Line
  const leftOut = headLines.flatMap((line) => (line.hidden ? [{ line: line.number, text: line.hidden, reason: 'linkadresse' }] : []))
  const before = head.number === undefined ? '' : (/^[^\d]*/.exec(first.marker ? '' : first.text)?.[0] ?? '')
  return before.trim() === '' ? leftOut : [...leftOut, { line: first.number, text: before, reason: 'felt: nummer' }]
}

function wordLine(lines: readonly Line[], words: string): number {
  return (lines.find((line) => line.text.includes(words)) ?? (lines[0] as Line)).number
}

function takeCaseNumber(lines: readonly Line[], above: boolean): { sagsnummer?: Sagsnummer; lines: Line[]; leftOut: LeftOut[] } {
  for (const [index, line] of lines.slice(0, NEAR_HEAD).entries()) {
    const found = caseNumberOf(line)
    if (!found) continue
    if (index > (above ? 0 : 1) && found.label === '') continue
    const rest = [...lines]
    if (found.rest === '') rest.splice(index, 1)
    else rest[index] = { ...line, text: found.rest, markdown: found.rest }
    const after = rest[index]
    if (after && found.rest === '' && !after.gap) rest[index] = { ...after, gap: true }
    return {
      sagsnummer: found.sagsnummer,
      lines: rest,
      leftOut: found.label === '' ? [] : [{ line: line.number, text: found.label, reason: 'felt: sagsnummer' }],
    }
  }
  return { lines: [...lines], leftOut: [] }
}

/** An absence line that layout has put below the attachments belongs to the decision before them. */
function withAbsencesInDecision(sections: readonly SectionDraft[]): SectionDraft[] {
  let decision: SectionDraft | undefined
  return sections.map((section) => {
    if (section.key === 'decision') decision = section
    if (section.key !== 'attachments' || !decision) return section
    const absent = section.lines.filter(isAbsenceLine)
    decision.lines.push(...absent.map((line) => ({ ...line, gap: true })))
    return { ...section, lines: section.lines.filter((line) => !absent.includes(line)) }
  })
}

function earlierTreatments(sections: readonly SectionDraft[]): PunktDraft['tidligere'] {
  const texts = sections.flatMap((section) => [
    ...(section.key === 'earlier-decision' ? [section.heading] : []),
    ...section.lines
      .filter((line) => section.key === 'route' || (line.heading !== undefined && /beslutning/i.test(line.text)))
      .map((line) => line.text),
  ])
  const seen = new Set<string>()
  return texts.flatMap(findReferences).flatMap(({ udvalg, dato, punkt }) => {
    const key = `${udvalg} ${dato} ${punkt ?? ''}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ udvalg, dato, ...(punkt !== undefined && { punkt }) }]
  })
}

function outcomesWithoutDecision(title: string, sections: readonly SectionDraft[]): OutcomeId[] {
  const tail = /(?:\s[-–]\s*|\s\()(udgår|udsat|udsættes|taget af dagsordenen)\)?$/i.exec(title)?.[1]
  if (tail) return classifyDecision(tail)
  return classifyWithoutHeading(
    sections.map((section) => linesMarkdown(section.lines.filter((line) => line.heading === undefined))).join('\n\n'),
  )
}

function outcomeKeys(outcomes: readonly OutcomeId[]): string[] {
  return outcomes.flatMap((id) => OUTCOMES.find((outcome) => outcome.id === id)?.key ?? [])
}

/** Who took no part in this punkt alone: apologies that the meeting's head does not have, and conflicts of interest. */
function absences(sections: readonly SectionDraft[], decision: string, people: readonly Person[]): PunktAbsence[] {
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
    for (const { navn } of people)
      if (sentence.includes(navn) && !found.some(({ name }) => name === navn))
        found.push({ name: navn, reason: isInhabil ? 'inhabil' : 'afbud' })
  }
  return found
}

const NOT_HERE =
  /deltog ikke (?:i|under|ved) (?:(?:behandlingen|drøftelsen) af )?(?:punktet|sagen|dette punkt|denne sag|sagens behandling|punktets behandling)/iu
const TELLS_ABSENCE = /(?<!\p{L})(?:deltog ikke|forlod (?:mødet|lokalet)|ankom (?:til mødet|kl)|gik kl|fraværende:? \p{Lu})/iu

/** Absence that prose tells of, and that the fields have no sure place for. */
export function absenceNotes(lines: readonly Line[]): Note[] {
  return lines
    .filter((line) => line.text.length <= 200 && TELLS_ABSENCE.test(line.text))
    .map((line) => ({
      line: line.number,
      severity: 'info',
      rule: 'import-fravaer-tekst',
      message: 'Her står noget om fravær, som er beholdt som tekst.',
      hint: 'Skriv det i feltet fraværende ved de punkter, det gælder.',
    }))
}

function tableNotes(sections: readonly SectionDraft[]): Note[] {
  return sections.flatMap(({ lines }) =>
    lines.flatMap((line, index): Note[] => {
      const before = lines[index - 1]
      if (!line.cells || line.gap || !before?.cells || before.cells.length === line.cells.length) return []
      return [
        {
          line: line.number,
          severity: 'warning',
          rule: 'import-tabel',
          message: `Rækken har ${line.cells.length} celler, rækken over har ${before.cells.length}; ingen celle er tabt, men de kan stå i en forkert kolonne.`,
          hint: 'Se tabellen efter i dokumentet, og flyt cellerne på plads.',
        },
      ]
    }),
  )
}
