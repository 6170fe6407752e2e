import { foldLabel } from '../referat/collation.ts'
import { escapeInline, escapeLineStart } from './escape.ts'
import { type Field, fieldOf } from './fields.ts'
import { type LeftOut, type Line, type Note, withRest } from './line.ts'
import { type Person, parsePeople } from './people.ts'
import { WordCount, wordsOf } from './words.ts'

const SUBSTITUTES = [
  /^(?:i stedet for|som (?:stedfortræder|suppleant) for|stedfortræder for)\s+(?<away>\p{Lu}.*?)\s+(?:deltog|deltager|mødte|mødte op|var)\s+(?<here>\p{Lu}.*)$/iu,
  /^(?<here>\p{Lu}.*?)\s+(?:deltog|deltager|mødte|var(?: mødt)?)\s+(?:som (?:stedfortræder|suppleant)|i stedet)\s+for\s+(?<away>\p{Lu}.*)$/u,
]
const HEADER_ROW = /^(?:navn|medlem(?:mer)?|deltagere?|fremmoedte)$/

/** Lines that are read as one: a list that the margin has broken, or a single line. */
interface Stretch {
  readonly lines: Line[]
  value: string
}

/** Gathers the people of a head from its lists, one list after another. */
export class Attendance {
  readonly people: Person[] = []
  /** Parts of the lists that are no names. */
  readonly text: Line[] = []
  readonly leftOut: LeftOut[] = []
  readonly notes: Note[] = []

  /** Reads the list that begins with a field's line, and gives the number of lines it takes. */
  readList(field: Field, lines: readonly Line[], index: number): number {
    const line = lines[index] as Line
    const whole = field.kind === 'present' ? 'til stede' : field.kind === 'apologies' ? 'afbud' : 'fravær'
    const stretches: Stretch[] =
      field.value === '' ? [] : [{ lines: [line], value: line.cells ? ofCells(line.cells.slice(1)) : field.value }]
    let end = index + 1
    for (let next = lines[end]; next && this.#takeLine(next, stretches, whole); next = lines[end]) end += 1
    for (const stretch of stretches) this.#take(stretch, whole)
    this.#leaveOut([line], field.label, stretches.length === 0 ? 'felt uden indhold' : 'felt: deltagere')
    return end - index
  }

  /** Takes in who led the meeting; false where the value is no one person's name. */
  addLeader(role: string, value: string, at: Line): boolean {
    const { people, unread, consumed } = parsePeople(value, 'til stede')
    const person = people[0]
    if (!person || people.length > 1 || unread.length > 0 || person.rolle) return false
    for (const words of consumed) this.#leaveOut([at], words, 'felt: deltagere')
    this.people.push({ ...person, rolle: role.replace(/:$/, '') })
    return true
  }

  /** Takes in "I stedet for A deltog B (V)" and "B (V) deltog som stedfortræder for A"; false for any other line. */
  addSubstitute(line: Line): boolean {
    const text = line.text.replace(/\.$/, '')
    const groups = SUBSTITUTES.map((pattern) => pattern.exec(text)?.groups).find((found) => found !== undefined)
    const away = parsePeople(groups?.['away'] ?? '', 'afbud').people
    const here = parsePeople(groups?.['here'] ?? '', 'til stede').people
    const [absent] = away
    const [substitute] = here
    if (!absent || !substitute || away.length > 1 || here.length > 1) return false
    this.people.push({ ...substitute, stedfortræderFor: absent.navn })
    const index = this.people.findIndex(({ navn }) => navn === absent.navn)
    const known = this.people[index]
    if (known && known.fremmøde === 'til stede') this.people[index] = { ...known, fremmøde: 'afbud' }
    const written = new WordCount(
      [substitute.navn, substitute.parti, substitute.rolle, absent.navn].flatMap((words) => wordsOf(words ?? '')),
    )
    this.#leaveOut(
      [line],
      wordsOf(line.markdown)
        .filter((word) => !written.take(word))
        .join(' '),
      'felt: deltagere',
    )
    return true
  }

  /** True where the line carries the list on; it is then in one of the stretches, or a heading of columns. */
  #takeLine(line: Line, stretches: Stretch[], whole: Person['fremmøde']): boolean {
    if (fieldOf(line) || line.level > 0) return false
    if (line.cells && HEADER_ROW.test(foldLabel(line.cells[0] ?? ''))) {
      this.#leaveOut([line], line.text, 'felt: deltagere')
      return true
    }
    const last = stretches.at(-1)
    const value = line.cells ? ofCells(line.cells) : line.text
    if (last && !line.gap && !line.marker && !line.cells && (isBroken(last) || value.startsWith('('))) {
      const joined = `${last.value} ${value}`
      if (!isList(joined, whole) || unreadIn(joined, whole) > unreadIn(last.value, whole)) return false
      last.lines.push(line)
      last.value = joined
      return true
    }
    const hangsOn = !line.gap || line.marker === '-' || line.cells !== undefined || /[,;]$/.test(last?.value ?? '')
    const goesOn = stretches.length === 0 || hangsOn || isOnePerson(value, whole)
    if (!goesOn || !isList(value, whole) || (/^\d/.test(line.marker ?? '') && !value.includes(' '))) return false
    stretches.push({ lines: [line], value })
    return true
  }

  #take({ lines, value }: Stretch, whole: Person['fremmøde']): void {
    const first = lines[0] as Line
    const { people, consumed, unread } = parsePeople(value, whole)
    for (const words of consumed) this.#leaveOut(lines, words, 'felt: deltagere')
    for (const person of people) this.#add(person, lines)
    for (const line of lines) if (line.marker && line.marker !== '-') this.#leaveOut([line], line.marker, 'felt: deltagere')
    for (const line of lines) if (line.hidden) this.#leaveOut([line], line.hidden, 'linkadresse')
    if (unread.length === 0) return
    const rest = unread.join(', ')
    this.text.push(withRest({ ...first, gap: true }, rest, escapeLineStart(escapeInline(rest))))
    this.notes.push({
      line: first.number,
      severity: 'warning',
      rule: 'import-deltagere',
      message: 'En del af deltagerlisten kunne ikke læses som navne; den er sat ind som tekst under mødet.',
      hint: 'Skriv deltagerne ind i feltet deltagere, og slet teksten.',
    })
  }

  /** Someone named twice is one person: the later list tells of attendance. */
  #add(person: Person, lines: readonly Line[]): void {
    const index = this.people.findIndex(({ navn }) => navn === person.navn)
    const known = this.people[index]
    const { parti, rolle } = person
    const agrees = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b
    if (!known || !agrees(known.parti, parti) || !agrees(known.rolle, rolle) || (known.stedfortræderFor && person.stedfortræderFor)) {
      this.people.push(person)
      return
    }
    this.people[index] = { ...known, ...person }
    const repeated = [person.navn, known.parti && parti, known.rolle && rolle].filter(Boolean).join(' ')
    this.#leaveOut(lines, repeated, 'felt: deltagere (nævnt to gange)')
  }

  /** Leaves words out on the lines that hold them. */
  #leaveOut(lines: readonly Line[], text: string, reason: string): void {
    const [only, ...others] = lines
    if (only && others.length === 0) {
      this.leftOut.push({ line: only.number, text, reason })
      return
    }
    const onLine = lines.map((line) => {
      const left = this.leftOut.filter((part) => part.line === line.number).flatMap((part) => wordsOf(part.text))
      const count = new WordCount(wordsOf(line.markdown))
      for (const word of left) count.take(word)
      return { line, count }
    })
    for (const word of wordsOf(text)) {
      const place = onLine.findLast(({ count }) => count.take(word)) ?? onLine[0]
      if (place) this.leftOut.push({ line: place.line.number, text: word, reason })
    }
  }
}

function unreadIn(value: string, whole: Person['fremmøde']): number {
  return parsePeople(value, whole).unread.length
}

function isList(value: string, whole: Person['fremmøde']): boolean {
  const { people, unread } = parsePeople(value, whole)
  return people.length > 0 && unread.length <= people.length
}

/** True for one name of two words or more, with what stands in parentheses after it: a paragraph of a list that Word has set so. */
function isOnePerson(value: string, whole: Person['fremmøde']): boolean {
  const { people, unread } = parsePeople(value, whole)
  return people.length === 1 && unread.length === 0 && (people[0]?.navn.includes(' ') ?? false)
}

function isBroken({ lines, value }: Stretch): boolean {
  const open = (value.match(/\(/g)?.length ?? 0) > (value.match(/\)/g)?.length ?? 0)
  const runsOn = (value.match(/,/g)?.length ?? 0) > 1
  return open || runsOn || /(?:[,;]|\sog)$/.test(value) || lines.at(-1)?.marginBroken === true
}

/** A row of a table of people, as a list would write it. */
function ofCells(cells: readonly string[]): string {
  const [name = '', ...rest] = cells.map((cell) => cell.replaceAll('\\', '')).filter((cell) => cell !== '')
  return [name, ...rest.map((cell) => (/^\(.*\)$/.test(cell) ? cell : `(${cell})`))].join(' ')
}
