import type { PunktAbsence } from '../referat/deltager.ts'
import { absencesToldOf, awayThroughout } from './absence.ts'
import { markAbove, partsOf } from './agenda-parts.ts'
import { openAgendaTables, openLabelTables } from './agenda-table.ts'
import { withholdClosed, withholdClosedAbove } from './closed-heads.ts'
import { dateInProse, namedElsewhere } from './elsewhere.ts'
import { fieldOf, readWhen, timeText } from './fields.ts'
import { type MeetingHead, readHead } from './head.ts'
import { findHeads, type Head } from './heads.ts'
import { isLabel } from './labels.ts'
import { type LeftOut, type Line, type Note, type ReadDocument, sourceWords } from './line.ts'
import { partOfAgenda, saysClosed } from './lukket.ts'
import { withoutNoise } from './noise.ts'
import type { Origin } from './origin.ts'
import { siteHead, withoutSiteFoot } from './page-surroundings.ts'
import { isName, type Person } from './people.ts'
import { absenceNotes } from './punkt-absence.ts'
import { type PunktDraft, readPunktDraft } from './punkt-draft.ts'
import { caseNumberOf } from './sagsnummer-line.ts'
import { type Signed, takeNames, takeSignatures, unsigned } from './signatures.ts'
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
  /** How each field of the meeting was found; those of a punkt are with it. */
  readonly origins: readonly Origin[]
  /** Words that stand in a field besides in the text. */
  readonly repeated: readonly string[]
}

const BESIDE = 'sidehovedet eller sidens titel'
/** So many of the last lines may tell of the meeting rather than of its last punkt. */
const LAST_LINES = 8

/** Notes that hold no words of the document, and so may be told of a closed punkt. */
const NAME_NO_WORDS: ReadonlySet<string> = new Set([
  'import-lukket-punkt',
  'import-lukket-tvivl',
  'import-punkt-tvivl',
  'import-nummerspring',
])

/** Reads minutes of any layout from the lines of any reader. */
export function readMinutes(document: ReadDocument): MinutesDraft {
  const clean = withoutSurroundings(document)
  const tail = takeEnd(clean.lines)
  const signed = takeSignatures(tail.lines)
  const draft = readParts(document, clean, tail, signed)
  // After a closed punkt a plain line "Underskrifter" may be one of its own: what may be closed is not let out.
  const mayBeOfPunkt = signed.taken.length > 0 && !signed.marked && draft.punkter.at(-1)?.closed === true
  return mayBeOfPunkt ? readParts(document, clean, tail, unsigned(tail.lines)) : draft
}

function withoutSurroundings(document: ReadDocument): { lines: Line[]; leftOut: LeftOut[] } {
  const clean = withoutNoise(document.lines)
  if (!document.isPage) return clean
  const { lines, leftOut } = withoutSiteFoot(clean.lines)
  return { lines, leftOut: [...clean.leftOut, ...leftOut] }
}

type Clean = ReturnType<typeof withoutNoise>
type Tail = ReturnType<typeof takeEnd>

function readParts(document: ReadDocument, clean: Clean, tail: Tail, signed: Signed): MinutesDraft {
  const opened = openAgendaTables(signed.lines)
  const lines = openLabelTables(opened.lines)
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
  const read = readHead(parted.lines)
  const around = document.isPage ? siteHead(read.text, Math.min(...read.leftOut.map(({ line }) => line))) : { text: read.text, leftOut: [] }
  const frontText = withholdClosedAbove(around.text)
  const own = { ...read, text: frontText.lines, leftOut: [...read.leftOut, ...around.leftOut, ...frontText.leftOut] }
  const head = { ...namedElsewhere(own, document.elsewhere ?? []), ...own, text: [...own.text, ...signed.taken] }
  const loose = head.date === undefined ? dateInProse(head.text) : undefined
  const meeting = {
    ...head,
    ...(loose && { date: loose.date }),
    ...(tail.end !== undefined && head.end === undefined && { end: tail.end }),
    ...(tail.clerk !== undefined && head.clerk === undefined && { clerk: tail.clerk.text }),
  }
  const clerkTwice = tail.clerk !== undefined && head.clerk !== undefined ? [{ ...tail.clerk, reason: 'felt (nævnt to gange)' }] : []
  const leftOut = [
    ...document.leftOut,
    ...clerkTwice,
    ...clean.leftOut,
    ...tail.leftOut,
    ...opened.leftOut,
    ...paged.leftOut,
    ...toc.leftOut,
    ...parted.leftOut,
    ...head.leftOut,
  ]
  const punkter: PunktDraft[] = []
  const sheet: Line[] = []
  const doubts: Note[] = [...frontText.notes, ...(loose ? [loose.note] : [])]
  const names = meeting.people.map(({ navn }) => navn)
  const marks = heads.map((at, index) => markAbove(lines, at, heads[index - 1]))
  let inClosedPart = parted.last === 'closed'
  heads.forEach((at, index) => {
    const next = heads[index + 1]
    const mark = marks[index + 1]
    const ownEnd = mark && !mark.isUnsure ? mark.index : undefined
    const end = ownEnd ?? (next ? next.index - (above && hasCaseNumber(lines[next.index - 1]) ? 1 : 0) : lines.length)
    if (ownEnd !== undefined) leftOut.push(...lines.slice(ownEnd, ownEnd + 1).map(asAccess))
    const below = lines.slice(at.end, end)
    const own = next ? unsigned(below) : takeNames(below, names)
    const withheld = withholdClosed(own.lines)
    const body = partsOf(withheld.lines)
    const numberLine = above ? lines[at.index - 1] : undefined
    const punkt = readPunktDraft(at, lines.slice(at.index, at.end), body.lines, {
      meetingDate: meeting.date,
      marksHeadings: document.marksHeadings,
      people: meeting.people,
      inClosedPart: inClosedPart || marks[index] !== undefined,
      ...(numberLine && hasCaseNumber(numberLine) && { above: numberLine }),
    })
    punkter.push(punkt)
    if (punkt.closed) leftOut.push(...own.taken.map(asSecret))
    else sheet.push(...own.taken)
    leftOut.push(...body.leftOut, ...punkt.leftOut, ...withheld.leftOut)
    if (!punkt.closed) doubts.push(...withheld.notes)
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
    ...doubts,
    ...marks.flatMap((mark) => (mark?.isUnsure ? [unsureMark(lines[mark.index]?.number ?? 1)] : [])),
    ...toc.notes,
    ...head.notes,
    ...absenceNotes(head.text),
    ...punkter.flatMap((punkt) => punkt.notes),
    ...noPunkter(heads, mayBeClosed),
  ]
  return {
    head: { ...meeting, text: [...meeting.text, ...sheet], people: [...meeting.people, ...away] },
    punkter: punkter.map((punkt, index) => withAbsences(punkt, told.get(index) ?? [], away)),
    repeated: [
      ...away.flatMap(({ navn, parti = '', rolle = '' }) => [navn, parti, rolle]),
      ...meeting.people.flatMap(({ followsAbsent, stedfortræderFor = '' }) => (followsAbsent ? [stedfortræderFor] : [])),
    ],
    leftOut: leftOut.map((part) => (secretLines.has(part.line) ? { ...part, secret: true } : part)),
    notes: notes.filter(({ line, rule }) => !secretLines.has(line) || NAME_NO_WORDS.has(rule)).sort((a, b) => a.line - b.line),
    secretLines,
    mayBeClosed,
    origins: [
      ...head.origins,
      ...(head.udvalg !== undefined && own.udvalg === undefined ? [{ field: 'udvalg', value: head.udvalg, rule: BESIDE }] : []),
      ...(head.date !== undefined && own.date === undefined ? [{ field: 'dato', value: head.date, rule: BESIDE }] : []),
      ...(loose ? [{ field: 'dato', value: loose.date, line: loose.note.line, rule: 'teksten over punkterne' }] : []),
      ...(meeting.end !== head.end
        ? [{ field: 'slut', value: meeting.end ?? '', line: tail.leftOut[0]?.line, rule: 'dokumentets slutning' }]
        : []),
      ...(meeting.clerk !== head.clerk
        ? [{ field: 'referent', value: meeting.clerk ?? '', line: tail.clerk?.line, rule: 'dokumentets slutning' }]
        : []),
      ...away.map(({ navn, fremmøde }) => ({ field: 'deltagere', value: `${navn} (${fremmøde})`, rule: 'nævnt ved hver beslutning' })),
      {
        field: 'status',
        value: meeting.status,
        rule: meeting.status === 'dagsorden' ? 'titlen' : 'intet siger, at det kun er en dagsorden',
      },
    ],
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

/** The last lines that tell of the meeting, wherever the document closes with them: "Mødet hævet kl. 18.15", "Referent: X". */
function takeEnd(lines: readonly Line[]): { lines: Line[]; end?: string; clerk?: { line: number; text: string }; leftOut: LeftOut[] } {
  const found: { end?: string; clerk?: { line: number; text: string } } = {}
  const leftOut: LeftOut[] = []
  const last = lines.length - LAST_LINES
  const kept = lines.filter((line, index) => {
    const field = index >= last ? fieldOf(line) : undefined
    if (field?.kind === 'end' && found.end === undefined) {
      const { start, rest } = readWhen(timeText(field.value.replace(/\.$/, '')))
      if (start === undefined || rest !== '') return true
      found.end = start
      leftOut.push({ line: line.number, text: sourceWords(line), reason: 'felt: dato og tid' })
      return false
    }
    const isHere = field?.kind === 'clerk' && found.clerk === undefined && isName(field.value) && /:|^ref\./iu.test(line.text)
    if (!isHere || isBeforePunkter(lines, index)) return true
    found.clerk = { line: line.number, text: field.value }
    leftOut.push({ line: line.number, text: field.label, reason: 'felt' })
    return false
  })
  return { lines: kept, ...found, leftOut }
}

/** True in a document so short that its last lines are its head. */
function isBeforePunkter(lines: readonly Line[], index: number): boolean {
  return index < LAST_LINES && lines.slice(index + 1).some((line) => isLabel(line))
}

function asSecret(line: Line): LeftOut {
  return { line: line.number, text: sourceWords(line), reason: 'lukket punkt', secret: true }
}

function asAccess(line: Line): LeftOut {
  return { line: line.number, text: sourceWords(line), reason: 'felt: adgang' }
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

function namesClosed(line: Line): boolean {
  return (
    saysClosed(line.text) || partOfAgenda(line.text) === 'closed' || /(?<!\p{L})(?:lukket|lukkede|fortroligt?)(?!\p{L})/iu.test(line.text)
  )
}

function unsureMark(line: number): Note {
  return {
    line,
    severity: 'warning',
    rule: 'import-lukket-tvivl',
    message: 'Mærket "lukket" står mellem to punkter, og det fremgår ikke, hvilket det gælder; begge er lukket.',
    hint: 'Se efter i dokumentet. Skriv det åbne punkt ind igen, og sæt adgang: åben, hvis kun det ene er lukket.',
  }
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
