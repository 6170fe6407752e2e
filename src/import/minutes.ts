import type { PunktAbsence } from '../referat/deltager.ts'
import { absencesToldOf, awayThroughout } from './absence.ts'
import { fieldOf, readWhen, timeText } from './fields.ts'
import { type MeetingHead, readHead } from './head.ts'
import { findHeads, type Head } from './heads.ts'
import { isLabel } from './labels.ts'
import { type LeftOut, type Line, type Note, type ReadDocument, sourceWords } from './line.ts'
import { partOfAgenda, saysClosed } from './lukket.ts'
import { withoutNoise } from './noise.ts'
import type { Person } from './people.ts'
import { absenceNotes, type PunktDraft, readPunktDraft } from './punkt-draft.ts'
import { caseNumberOf } from './sagsnummer-line.ts'
import { type Signed, takeSignatures, unsigned } from './signatures.ts'
import { readTitleLine } from './title.ts'
import { takeToc } from './toc.ts'

/** Minutes as the grammar read them: the one form that every layout ends in. */
export interface MinutesDraft {
  readonly head: MeetingHead
  readonly punkter: readonly PunktDraft[]
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly Note[]
  /** Source lines whose words must not be shown. */
  readonly secretLines: ReadonlySet<number>
  /** True where no punkter were found and the text may hold closed ones: then nothing of it may be written. */
  readonly mayBeClosed: boolean
  /** Words that stand in a field besides in the text. */
  readonly repeated: readonly string[]
}

/** Notes that hold no words of the document, and so may be told of a closed punkt. */
const NAME_NO_WORDS: ReadonlySet<string> = new Set(['import-lukket-punkt', 'import-punkt-tvivl', 'import-nummerspring'])

/** Reads minutes of any layout from the lines of any reader. */
export function readMinutes(document: ReadDocument): MinutesDraft {
  const clean = withoutNoise(document.lines)
  const tail = takeEnd(clean.lines)
  const signed = takeSignatures(tail.lines)
  const draft = readParts(document, clean, tail, signed)
  // After a closed punkt a plain line "Underskrifter" may be one of its own: what may be closed is not let out.
  const mayBeOfPunkt = signed.taken.length > 0 && !signed.marked && draft.punkter.at(-1)?.closed === true
  return mayBeOfPunkt ? readParts(document, clean, tail, unsigned(tail.lines)) : draft
}

type Clean = ReturnType<typeof withoutNoise>
type Tail = ReturnType<typeof takeEnd>

function readParts(document: ReadDocument, clean: Clean, tail: Tail, signed: Signed): MinutesDraft {
  const { lines } = signed
  const found = findHeads(lines)
  const paged = withoutPageNumbers(found.heads, lines)
  const { heads } = paged
  const firstHead = heads[0]?.index ?? lines.length
  const above = numbersStandAbove(heads, lines)
  const front = lines.slice(0, above && hasCaseNumber(lines[firstHead - 1]) ? firstHead - 1 : firstHead)
  const toc = takeToc(
    front,
    heads.map(({ title }) => title),
    found.listed,
  )
  const parted = partsOf(toc.lines)
  const own = readHead(parted.lines)
  const head = { ...namedElsewhere(own, document.elsewhere ?? []), ...own, text: [...own.text, ...signed.taken] }
  const meeting = { ...head, ...(tail.end !== undefined && head.end === undefined && { end: tail.end }) }
  const leftOut = [
    ...document.leftOut,
    ...clean.leftOut,
    ...tail.leftOut,
    ...paged.leftOut,
    ...toc.leftOut,
    ...parted.leftOut,
    ...head.leftOut,
  ]
  const punkter: PunktDraft[] = []
  let inClosedPart = parted.last === 'closed'
  heads.forEach((at, index) => {
    const next = heads[index + 1]
    const end = next ? next.index - (above && hasCaseNumber(lines[next.index - 1]) ? 1 : 0) : lines.length
    const body = partsOf(lines.slice(at.end, end))
    const numberLine = above ? lines[at.index - 1] : undefined
    const punkt = readPunktDraft(at, lines.slice(at.index, at.end), body.lines, {
      meetingDate: meeting.date,
      marksHeadings: document.marksHeadings,
      people: meeting.people,
      inClosedPart,
      ...(numberLine && hasCaseNumber(numberLine) && { above: numberLine }),
    })
    punkter.push(punkt)
    leftOut.push(...body.leftOut, ...punkt.leftOut)
    if (body.last) inClosedPart = body.last === 'closed'
  })
  const away = awayThroughout(punkter, meeting.people)
  const told = absencesToldOf(
    [...meeting.text, ...punkter.flatMap(({ sections }) => sections.flatMap((section) => section.lines))],
    meeting.people,
    punkter.map(({ number }) => number),
  )
  const secretLines = secretLinesOf(document, lines, heads, punkter, leftOut)
  const mayBeClosed = heads.length === 0 && lines.some(namesClosed)
  const notes = [
    ...document.notes,
    ...found.notes,
    ...toc.notes,
    ...head.notes,
    ...absenceNotes(head.text),
    ...punkter.flatMap((punkt) => punkt.notes),
    ...noPunkter(heads, mayBeClosed),
  ]
  return {
    head: { ...meeting, people: [...meeting.people, ...away] },
    punkter: punkter.map((punkt, index) => withAbsences(punkt, told.get(index) ?? [], away)),
    repeated: [
      ...away.flatMap(({ navn, parti = '', rolle = '' }) => [navn, parti, rolle]),
      ...meeting.people.flatMap(({ followsAbsent, stedfortræderFor = '' }) => (followsAbsent ? [stedfortræderFor] : [])),
    ],
    leftOut: leftOut.map((part) => (secretLines.has(part.line) ? { ...part, secret: true } : part)),
    notes: notes.filter(({ line, rule }) => !secretLines.has(line) || NAME_NO_WORDS.has(rule)).sort((a, b) => a.line - b.line),
    secretLines,
    mayBeClosed,
  }
}

/** A punkt with the absences that the head tells of, and without those that the whole meeting has. */
function withAbsences(punkt: PunktDraft, told: readonly PunktAbsence[], away: readonly Person[]): PunktDraft {
  if (punkt.closed) return punkt
  const own = punkt.fraværende.filter(({ name }) => !away.some(({ navn }) => navn === name))
  return { ...punkt, fraværende: [...own, ...told.filter(({ name }) => !own.some((other) => other.name === name))] }
}

/** Every source line below the head of a closed punkt, layout's own lines among them, and the lines of closed attachments. */
function secretLinesOf(
  document: ReadDocument,
  lines: readonly Line[],
  heads: readonly Head[],
  punkter: readonly PunktDraft[],
  leftOut: readonly LeftOut[],
): Set<number> {
  const secret = new Set(leftOut.filter((part) => part.secret).map(({ line }) => line))
  const last = document.lines.at(-1)?.number ?? 0
  punkter.forEach((punkt, index) => {
    if (!punkt.closed) return
    const next = heads[index + 1]
    const end = next ? (lines[next.index]?.number ?? last) : last + 1
    for (let line = (lines[(heads[index]?.end ?? 1) - 1]?.number ?? punkt.line) + 1; line < end; line += 1) secret.add(line)
  })
  return secret
}

/** Body and date as running heads and a page's title have them, for minutes whose own text leaves them out. */
function namedElsewhere(head: MeetingHead, elsewhere: readonly string[]): Pick<MeetingHead, 'udvalg' | 'date'> {
  let { udvalg, date } = head
  for (const text of elsewhere) {
    const line = { number: 1, text, markdown: text, level: 1, bold: false, indent: 0, gap: true, hardBreak: false }
    const title = readTitleLine(line, { body: udvalg === undefined, bodyNext: false, place: false, placeLine: false })
    udvalg ??= title?.udvalg
    date ??= title?.when?.date
  }
  return { ...(udvalg !== undefined && { udvalg }), ...(date !== undefined && { date }) }
}

/** Takes "Mødet hævet kl. 18.15" out of what follows the last section, wherever the document closes with it. */
function takeEnd(lines: readonly Line[]): { lines: Line[]; end?: string; leftOut: LeftOut[] } {
  const last = lines.length - 8
  const at = lines.findIndex(
    (line, index) => index >= last && fieldOf(line)?.kind === 'end' && readWhen(timeText(fieldOf(line)?.value ?? '')).start !== undefined,
  )
  const line = lines[at]
  const when = line ? readWhen(timeText(fieldOf(line)?.value ?? '')) : undefined
  if (!line || !when?.start || when.rest !== '') return { lines: [...lines], leftOut: [] }
  const leftOut = [{ line: line.number, text: sourceWords(line), reason: 'felt: dato og tid' }]
  return { lines: lines.filter((other) => other !== line), end: when.start, leftOut }
}

function hasCaseNumber(line: Line | undefined): boolean {
  return line !== undefined && caseNumberOf(line) !== undefined
}

/** True where most punkter have their case number on the line above the head. */
function numbersStandAbove(heads: readonly Head[], lines: readonly Line[]): boolean {
  const above = heads.filter(({ index }) => hasCaseNumber(lines[index - 1])).length
  const below = heads.filter(({ end }) => hasCaseNumber(lines[end])).length
  return above > below
}

/** Heads that end in page numbers, as an agenda with pages has them, without these. */
function withoutPageNumbers(heads: readonly Head[], lines: readonly Line[]): { heads: Head[]; leftOut: LeftOut[] } {
  const pages = heads.map(({ title }) => /^(?=.*\p{L}).*\s(\d{1,3})$/u.exec(title)?.[1])
  const rising = pages.every((page, index) => page !== undefined && (index === 0 || Number(page) >= Number(pages[index - 1])))
  const first = heads[0]
  const listsAccess = first !== undefined && /\((?:åben|åbent|lukket)\)/i.test(lines[first.index]?.text ?? '')
  if (!rising || !listsAccess) return { heads: [...heads], leftOut: [] }
  return {
    heads: heads.map((head) => ({ ...head, title: head.title.replace(/\s+\d{1,3}$/, '') })),
    leftOut: heads.map((head, index) => ({ line: lines[head.end - 1]?.number ?? 0, text: pages[index] ?? '', reason: 'sidetal' })),
  }
}

/** Takes out the lines that part the agenda into open and closed punkter. */
function partsOf(lines: readonly Line[]): { lines: Line[]; last?: 'closed' | 'open'; leftOut: LeftOut[] } {
  const kept: Line[] = []
  const leftOut: LeftOut[] = []
  let last: 'closed' | 'open' | undefined
  for (const line of lines) {
    const part = line.marker === undefined && !isLabel(line) ? partOfAgenda(line.text) : undefined
    if (part) {
      last = part
      leftOut.push({ line: line.number, text: sourceWords(line), reason: 'felt: adgang' })
    } else kept.push(line)
  }
  return { lines: kept, ...(last && { last }), leftOut }
}

function namesClosed(line: Line): boolean {
  return (
    saysClosed(line.text) || partOfAgenda(line.text) === 'closed' || /(?<!\p{L})(?:lukket|lukkede|fortroligt?)(?!\p{L})/iu.test(line.text)
  )
}

function noPunkter(heads: readonly Head[], mayBeClosed: boolean): Note[] {
  if (heads.length > 0) return []
  return [
    {
      line: 1,
      severity: 'error',
      rule: 'import-ingen-punkter',
      message: mayBeClosed
        ? 'Der er ikke fundet nogen punkter, og teksten nævner noget lukket; intet er skrevet.'
        : 'Der er ikke fundet nogen punkter; hele teksten er sat ind under mødet.',
      hint: 'Giv hvert punkt en linje som "Punkt 1: Titel" i dokumentet, og hent det igen.',
    },
  ]
}
