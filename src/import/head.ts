import { weekdayOf } from '../referat/dato.ts'
import type { MeetingStatus } from '../referat/meeting.ts'
import { Attendance } from './attendance.ts'
import { escapeInline, escapeLineStart } from './escape.ts'
import { type Field, fieldOf, readWhen, timeText } from './fields.ts'
import { fullText, type LeftOut, type Line, type Note, withRest } from './line.ts'
import type { Origin } from './origin.ts'
import type { Person } from './people.ts'
import { isBodyName, readTitleLine } from './title.ts'

/** What stands before the first punkt. */
export interface MeetingHead {
  /** The body's name as written. */
  readonly udvalg?: string
  /** The authority's name where a line of its own gives it. */
  readonly authority?: string
  readonly date?: string
  /** Dates of a meeting that the head has besides. */
  readonly otherDates: readonly string[]
  readonly start?: string
  readonly end?: string
  readonly place?: string
  readonly clerk?: string
  readonly status: MeetingStatus
  /** True where the document calls the meeting extraordinary. */
  readonly extraordinary: boolean
  readonly people: readonly Person[]
  /** Text of the head that is no field: remarks on the meeting. */
  readonly text: readonly Line[]
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly Note[]
  /** How each field was found. */
  readonly origins: readonly Origin[]
}

/** Reads the head of minutes: title, fields in any order, people, and the rest as text. */
export function readHead(lines: readonly Line[]): MeetingHead {
  const reader = new HeadReader(lines.flatMap(atSecondLabel))
  reader.read()
  return reader.result()
}

/** A line at its second label: "Deltagere: A, B. Afbud: C" is two fields. */
function atSecondLabel(line: Line): Line[] {
  const at = line.cells || line.markdown !== line.text ? -1 : line.text.search(SECOND_LABEL)
  if (at < 0) return [line]
  const rest = line.text.slice(at).replace(/^[\s|·]+/u, '')
  const own = line.text.slice(0, at)
  return [{ ...line, text: own, markdown: own }, ...atSecondLabel({ ...withRest(line, rest, rest), gap: false })]
}

const SECOND_LABEL =
  /\s+[|·]\s+(?=\p{Lu}[\p{L} ]{2,25}:)|(?<=[.;)\p{Ll}])\s+(?=(?:Afbud(?: fra)?|Fraværende(?: (?:med|uden) afbud)?|Ikke til stede|Deltagere|Til stede|Referent|Mødeleder|Sted|Mødested):\s)/u

/** The keys of the content format for what the head gives. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  udvalg: 'udvalg',
  authority: 'myndighed',
  date: 'dato',
  start: 'start',
  end: 'slut',
  place: 'sted',
  clerk: 'referent',
}

class HeadReader {
  readonly #lines: readonly Line[]
  readonly #attendance = new Attendance()
  readonly #text: Line[] = []
  readonly #leftOut: LeftOut[] = []
  readonly #notes: Note[] = []
  readonly #origins: Origin[] = []
  #found: { udvalg?: string; authority?: string; date?: string; start?: string; end?: string; place?: string; clerk?: string } = {}
  readonly #otherDates: string[] = []
  /** False once the document calls itself minutes, whatever it says of an agenda besides. */
  #isAgenda: boolean | undefined
  #extraordinary = false
  #titleOpen = true
  #bodyNext = false
  /** Index of the line of the title that gave the date. */
  #dateLine: number | undefined

  constructor(lines: readonly Line[]) {
    this.#lines = lines
  }

  read(): void {
    for (let index = 0; index < this.#lines.length; ) {
      const line = this.#lines[index] as Line
      const field = fieldOf(line)
      if (field) {
        this.#bodyNext = false
        index += this.#field(field, index)
      } else {
        const taken = this.#attendance.readTable(this.#lines, index) || this.#attendance.readUnlabelled(this.#lines, index)
        if (taken > 0) {
          index += taken
          continue
        }
        if (!this.#attendance.addSentences(line) && !this.#title(line)) {
          this.#text.push(line)
          if (line.text.length > 100 || /[.!?]$/.test(line.text)) this.#titleOpen = false
        }
        index += 1
      }
    }
  }

  result(): MeetingHead {
    return {
      ...this.#found,
      otherDates: this.#otherDates,
      status: this.#isAgenda === true ? 'dagsorden' : 'referat',
      extraordinary: this.#extraordinary,
      people: this.#attendance.people,
      text: [...this.#text, ...this.#attendance.text].sort((a, b) => a.number - b.number),
      leftOut: [...this.#leftOut, ...this.#attendance.leftOut],
      notes: [...this.#notes, ...this.#attendance.notes],
      origins: [...this.#origins, ...this.#attendance.origins],
    }
  }

  #title(line: Line): boolean {
    if (!this.#titleOpen || line.marker === '-') return false
    const { udvalg, date, place } = this.#found
    const expects = {
      body: this.#bodyNext || udvalg === undefined,
      bodyNext: this.#bodyNext,
      place: place === undefined,
      placeLine: date !== undefined,
      afterDate: this.#dateLine !== undefined && this.#lines[this.#dateLine + 1] === line,
    }
    const title = readTitleLine(line, expects)
    if (!title) return false
    this.#bodyNext = title.bodyFollows === true && (title.udvalg ?? this.#found.udvalg) === undefined
    if (title.agenda !== undefined) this.#isAgenda = (this.#isAgenda ?? true) && title.agenda
    this.#extraordinary ||= title.extraordinary === true
    const before = { ...this.#found }
    const owned = /^(?<udvalg>.+?) (?:i|for) (?<authority>\p{Lu}.* Kommune|Region \p{Lu}\p{L}+)$/u.exec(title.udvalg ?? '')?.groups
    if (title.udvalg) this.#found.udvalg ??= owned?.['udvalg'] ?? title.udvalg
    if (owned?.['authority']) this.#found.authority ??= owned['authority']
    if (title.authority) this.#found.authority ??= title.authority
    if (title.when) this.#when(title.when, line)
    if (title.when?.date) this.#dateLine = this.#lines.indexOf(line)
    if (title.place) this.#found.place = title.place
    this.#noteOrigins(before, line, 'titlen')
    for (const [text, reason] of title.consumed) this.#leaveOut(line, text, reason)
    this.#leaveOutHidden(line)
    return true
  }

  /** Reads a field and gives the number of lines it takes. */
  #field(field: Field, index: number): number {
    const line = this.#lines[index] as Line
    const next = this.#lines[index + 1]
    if (field.kind === 'present' || field.kind === 'apologies' || field.kind === 'absent')
      return this.#attendance.readList(field, this.#lines, index)
    const below = field.value === '' && next && !fieldOf(next) ? next : undefined
    const value = below ? fullText(below) : field.value
    const at = below ?? line
    if (value === '') {
      this.#leaveOut(line, field.label, 'felt uden indhold')
      return 1
    }
    const before = { ...this.#found }
    const isTaken = this.#value(field, value, at)
    this.#noteOrigins(before, at, `feltet "${field.label.replace(/[\s:]+$/, '') || 'Sted'}"`)
    if (!isTaken) {
      this.#text.push(...this.#lines.slice(index, index + (below ? 2 : 1)))
      return below ? 2 : 1
    }
    if (field.kind !== 'leader') this.#leaveOut(line, field.label, 'felt')
    this.#leaveOutHidden(line)
    if (below) this.#leaveOutHidden(below)
    return below ? 2 : 1
  }

  #noteOrigins(before: Readonly<Record<string, string>>, { number }: Line, rule: string): void {
    for (const [key, value] of Object.entries(this.#found))
      if (before[key] !== value) this.#origins.push({ field: FIELD_NAMES[key] ?? key, value, line: number, rule })
  }

  #value(field: Field, value: string, at: Line): boolean {
    switch (field.kind) {
      case 'date': {
        const { rest, consumed, ...when } = readWhen(value)
        if (!when.date && !when.start) {
          if (this.#found.udvalg !== undefined || !isBodyName(value)) return false
          this.#found.udvalg = value
          this.#leaveOut(at, value, 'felt: udvalg')
          return true
        }
        this.#when(when, at)
        this.#leaveOut(at, consumed, 'felt: dato og tid')
        if (rest !== '') this.#placeOrText(rest, at)
        return true
      }
      case 'end': {
        const { rest, start, consumed } = readWhen(timeText(value))
        if (!start) return false
        this.#found.end ??= start
        this.#leaveOut(at, consumed, 'felt: dato og tid')
        if (rest !== '') this.#placeOrText(rest, at)
        return true
      }
      case 'place':
        this.#placeOrText(value, at)
        return true
      case 'clerk':
        if (this.#found.clerk !== undefined) return false
        this.#found.clerk = value
        return true
      case 'leader':
        return this.#attendance.addLeader(field.label, value, at)
      case 'body':
        this.#found.udvalg ??= value
        this.#leaveOut(at, value, 'felt: udvalg')
        return true
      default:
        this.#found.authority ??= value
        this.#leaveOut(at, value, 'felt: myndighed')
        return true
    }
  }

  #when(when: { date?: string; weekday?: string; start?: string; end?: string }, at: Line): void {
    if (when.date && this.#found.date && when.date !== this.#found.date) {
      this.#otherDates.push(when.date)
      this.#note(
        at,
        'warning',
        'import-to-datoer',
        `Dokumentet har to mødedatoer: ${this.#found.date} og ${when.date}; den første er brugt.`,
        'Ret datoen, hvis det er den anden, der gælder.',
      )
    }
    if (when.date && when.weekday && weekdayOf(when.date) !== when.weekday.toLowerCase()) {
      this.#note(
        at,
        'warning',
        'import-ugedag',
        `${when.date} er en ${weekdayOf(when.date)}, men dokumentet skriver ${when.weekday.toLowerCase()}.`,
        'Se efter, om det er datoen eller ugedagen, der er forkert.',
      )
    }
    if (when.date) this.#found.date ??= when.date
    if (when.start) this.#found.start ??= when.start
    if (when.end) this.#found.end ??= when.end
  }

  #placeOrText(value: string, at: Line): void {
    const lead = /^(?:(?:sted|mødested|lokale)\s*:|(?:i|på|,)(?=\s))\s*/i.exec(value)?.[0] ?? ''
    if (this.#found.place === undefined) {
      this.#found.place = value.slice(lead.length)
      this.#leaveOut(at, lead, 'felt')
    } else this.#text.push(withRest({ ...at, gap: true }, value, escapeLineStart(escapeInline(value))))
  }

  #leaveOut(line: Line, text: string, reason: string): void {
    if (text.trim() !== '') this.#leftOut.push({ line: line.number, text, reason })
  }

  #leaveOutHidden(line: Line): void {
    if (line.hidden) this.#leaveOut(line, line.hidden, 'linkadresse')
  }

  #note(line: Line, severity: Note['severity'], rule: string, message: string, hint: string): void {
    this.#notes.push({ line: line.number, severity, rule, message, hint })
  }
}
