import { classifyDecision, classifyWithoutHeading, OUTCOMES, type OutcomeId } from '../referat/beslutning.ts'
import type { PunktAbsence } from '../referat/deltager.ts'
import { findReferences } from '../referat/reference.ts'
import type { Sagsnummer } from '../referat/sagsnummer.ts'
import { isAbsenceLine } from './absence.ts'
import { readVote, type VoteDraft } from './afstemning.ts'
import { type BilagDraft, takeBilag } from './bilag.ts'
import { linesMarkdown } from './body-markdown.ts'
import type { Head } from './heads.ts'
import { fullText, type LeftOut, type Line, type Note, sourceWords } from './line.ts'
import { readMarks, saysClosed } from './lukket.ts'
import type { Origin } from './origin.ts'
import type { Person } from './people.ts'
import { absenceNotes, absencesIn } from './punkt-absence.ts'
import { originsBelowHead } from './punkt-origins.ts'
import { takeCaseNumber } from './punkt-sagsnummer.ts'
import { caseNumberInTitle } from './sagsnummer-line.ts'
import { cutSections, type SectionContext, type SectionDraft } from './sections.ts'
import { WordCount, wordsOf } from './words.ts'

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
  /** How each field was found. */
  readonly origins: readonly Origin[]
}

/** What a punkt takes from the document around it. */
export interface PunktContext extends Omit<SectionContext, 'headLevel'> {
  readonly people: readonly Person[]
  /** True where it stands below "Lukkede punkter". */
  readonly inClosedPart: boolean
  /** The case number's line, where it stands above the head. */
  readonly above?: Line
}

const BALLOT = /^(?:afstemning|stemmeafgivning)(?:en|sresultat)?:?$/iu
const LONGEST_BALLOT = 6
/** A text no longer than this, in characters, that is all a punkt has, tells how it ended. */
const SHORT_DECISION = 100

/** Reads one punkt from the lines of its head and those below. */
export function readPunktDraft(head: Head, headLines: readonly Line[], body: readonly Line[], context: PunktContext): PunktDraft {
  const first = headLines[0] as Line
  const named = withoutTitleLabel(head.title)
  const numbered = caseNumberInTitle(named.title)
  const firstMarks = readMarks(numbered?.title ?? named.title)
  const afterMarks = numbered ? undefined : caseNumberInTitle(firstMarks.title)
  const inTitle = numbered ?? afterMarks
  const marked = afterMarks ? { ...firstMarks, title: afterMarks.title } : firstMarks
  const leftOut: LeftOut[] = headWords(head, headLines)
  if (named.label !== '') leftOut.push({ line: wordLine(headLines, named.label), text: named.label, reason: 'felt: titel' })
  for (const word of marked.consumed) leftOut.push({ line: wordLine(headLines, word), text: word, reason: 'felt: adgang' })
  const number = takeCaseNumber(context.above ? [context.above, ...body] : body, context.above !== undefined)
  leftOut.push(...number.leftOut)
  const keepsTitle = number.sagsnummer !== undefined && inTitle !== undefined
  if (inTitle && !keepsTitle && inTitle.label !== '')
    leftOut.push({ line: wordLine(headLines, inTitle.label), text: inTitle.label, reason: 'felt: sagsnummer' })
  const sagsnummer = number.sagsnummer ?? inTitle?.sagsnummer
  const closed =
    marked.closed === true ||
    head.closed === true ||
    (context.inClosedPart && marked.closed !== false) ||
    number.lines.some((line) => saysClosed(line.text))
  const base = {
    ...(head.number !== undefined && { number: head.number }),
    title: keepsTitle ? readMarks(named.title).title : marked.title,
    line: first.number,
    ...(sagsnummer && { sagsnummer }),
  }
  const closedBy =
    marked.closed === true
      ? 'mærke i titlen'
      : head.closed === true
        ? 'ordet før nummeret'
        : context.inClosedPart
          ? 'afsnittet med lukkede punkter'
          : 'en linje i punktet'
  const origins: Origin[] = [
    { field: 'titel', value: base.title, line: first.number, rule: head.rule },
    ...(head.number !== undefined ? [{ field: 'nummer', value: head.number, line: first.number, rule: head.rule }] : []),
    ...(sagsnummer
      ? [{ field: 'sagsnummer', value: sagsnummer.written, line: number.line ?? first.number, rule: number.rule ?? 'i titlen' }]
      : []),
    {
      field: 'adgang',
      value: closed ? 'lukket' : 'åben',
      line: first.number,
      rule: closed ? closedBy : marked.closed === false ? 'mærke i titlen' : 'intet mærke',
    },
  ]
  if (closed) return { ...closedPunkt(base, number.lines, leftOut), origins }
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
  const vote = readVote(`${ballotsIn(bilag.sections)}\n\n${decisionText}`)
  const fields = {
    bilag: bilag.bilag,
    tidligere: earlierTreatments(bilag.sections),
    beslutning: decisionText === '' ? outcomeKeys(outcomesWithoutDecision(marked.title, bilag.sections)) : [],
    ...(vote && { afstemning: vote }),
    fraværende: absencesIn(bilag.sections, decisionText, context.people),
  }
  return {
    ...base,
    closed,
    sections: bilag.sections,
    ...fields,
    origins: [...origins, ...originsBelowHead(fields, decision[0]?.line, first.number)],
    leftOut,
    notes: [...bilag.notes, ...tableNotes(bilag.sections), ...absenceNotes(bilag.sections.flatMap(({ lines }) => lines))],
  }
}

function closedPunkt(
  base: Pick<PunktDraft, 'number' | 'title' | 'line' | 'sagsnummer'>,
  lines: readonly Line[],
  leftOut: LeftOut[],
): Omit<PunktDraft, 'origins'> {
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

/** The words of the head's line beside number and title ("Punkt", "SAG NR."). */
function headWords(head: Head, headLines: readonly Line[]): LeftOut[] {
  const first = headLines[0] as Line
  const leftOut = headLines.flatMap((line) => (line.hidden ? [{ line: line.number, text: line.hidden, reason: 'linkadresse' }] : []))
  if (head.number === undefined) return leftOut
  const own = new WordCount(wordsOf(head.number))
  const rest = wordsOf(beforeTitle(fullText(first), head.title)).filter((word) => !own.take(word))
  return rest.length === 0 ? leftOut : [...leftOut, { line: first.number, text: rest.join(' '), reason: 'felt: nummer' }]
}

/** What stands on a head's first line before the title, which may go on below it or only begin there. */
function beforeTitle(text: string, title: string): string {
  const whole = title === '' ? -1 : text.lastIndexOf(title)
  if (whole >= 0) return text.slice(0, whole)
  const begins = [...text.matchAll(/(?<=^|\s)\S/gu)].find(({ index }) => title.startsWith(text.slice(index)))
  return text.slice(0, begins?.index ?? text.length)
}

function wordLine(lines: readonly Line[], words: string): number {
  return (lines.find((line) => line.text.includes(words)) ?? (lines[0] as Line)).number
}

/** The lines below a heading for the ballot, which some set apart from the decision. */
function ballotsIn(sections: readonly SectionDraft[]): string {
  return sections
    .filter(({ key }) => key !== 'decision')
    .flatMap(({ heading, lines }) => {
      const at = BALLOT.test(heading) ? 0 : lines.findIndex(({ text }) => BALLOT.test(text)) + 1
      return at > 0 || BALLOT.test(heading) ? lines.slice(at, at + LONGEST_BALLOT).map(({ text }) => text) : []
    })
    .join('\n')
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

function outcomesWithoutDecision(title: string, sections: readonly SectionDraft[]): readonly OutcomeId[] {
  const tail = /(?:\s[-–]\s*|\s\()(udgår|udsat|udsættes|taget af dagsordenen)\)?$/i.exec(title)?.[1]
  if (tail) return classifyDecision(tail)
  const [only, more] = sections.flatMap(({ lines }) => lines)
  if (only && !more && !only.cells && only.text.length <= SHORT_DECISION && sections.every(({ heading }) => heading === ''))
    return classifyDecision(only.text).filter((outcome) => outcome !== 'other')
  return classifyWithoutHeading(
    sections.map((section) => linesMarkdown(section.lines.filter((line) => line.heading === undefined))).join('\n\n'),
  )
}

function outcomeKeys(outcomes: readonly OutcomeId[]): string[] {
  return outcomes.flatMap((id) => OUTCOMES.find((outcome) => outcome.id === id)?.key ?? [])
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
