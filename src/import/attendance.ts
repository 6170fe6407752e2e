import { foldLabel } from '../referat/collation.ts'
import { escapeInline, escapeLineStart } from './escape.ts'
import { type Field, fieldOf } from './fields.ts'
import { fullText, type LeftOut, type Line, type Note, withRest } from './line.ts'
import type { Origin } from './origin.ts'
import { type Person, parsePeople } from './people.ts'
import { WordCount, wordsOf } from './words.ts'

const SUBSTITUTES = [
  /^(?:i stedet for|som (?:stedfortræder|suppleant) for|stedfortræder for)\s+(?<away>\p{Lu}.*?)\s+(?:deltog|deltager|mødte|mødte op|var)\s+(?<here>\p{Lu}.*)$/iu,
  /^(?<here>\p{Lu}.*?)\s+(?:deltog|deltager|mødte|var(?: mødt)?)\s+(?:som (?:stedfortræder|suppleant)|i stedet)\s+for\s+(?<away>\p{Lu}.*)$/u,
]
/** "X og Y havde meldt afbud", as prose tells of absence. */
const ABSENT =
  /^(?<who>\p{Lu}.*?)\s+(?:(?:havde|har|er|var)\s+)?(?<how>(?:meldt|sendt|meldte|sendte)\s+afbud|(?:fraværende|forhindret|bortrejst)(?:\s+med\s+afbud|\s+uden\s+afbud)?|udeblevet|udeblev|manglede|(?:mødte|deltog|deltager)\s+ikke(?:\s+i\s+mødet)?)$/u
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
  readonly origins: Origin[] = []

  /** Reads the list that begins with a field's line, and gives the number of lines it takes. */
  readList(field: Field, lines: readonly Line[], index: number): number {
    const line = lines[index] as Line
    const whole = field.kind === 'present' ? 'til stede' : field.kind === 'apologies' ? 'afbud' : 'fravær'
    const [list = '', ...sentences] = sentencesAfterList(field.value)
    const stretches: Stretch[] = field.value === '' ? [] : [{ lines: [line], value: line.cells ? ofCells(line.cells.slice(1)) : list }]
    let end = index + 1
    if (sentences.length === 0) for (let next = lines[end]; next && this.#takeLine(next, stretches, whole); next = lines[end]) end += 1
    const isTable = stretches.length === 0 && tableHeader(lines[end]) !== undefined
    const rule = `listen "${field.label.replace(/[\s:]+$/, '')}"`
    for (const stretch of stretches) this.#take(stretch, whole, rule)
    for (const sentence of sentences)
      if (sentenceOf(sentence)) this.#addSentence(sentence, line)
      else this.text.push(withRest({ ...line, gap: true }, sentence, escapeLineStart(escapeInline(sentence))))
    this.#leaveOut([line], field.label, stretches.length === 0 && !isTable ? 'felt uden indhold' : 'felt: deltagere')
    return end - index
  }

  /** Reads the table of people that begins at `index`, told by its columns, and gives the number of lines it takes; 0 for none. */
  readTable(lines: readonly Line[], index: number): number {
    const columns = tableHeader(lines[index])
    if (!columns) return 0
    let end = index + 1
    for (let line = lines[end]; line?.cells && !line.gap; line = lines[end]) {
      this.#takeRow(line, columns)
      end += 1
    }
    if (end === index + 1) return 0
    this.#leaveOut(lines.slice(index, index + 1), lines[index]?.text ?? '', 'felt: deltagere')
    return end - index
  }

  /** Reads a list without a label: two lines or more that each are one person and the letter of a party. Gives the lines it takes. */
  readUnlabelled(lines: readonly Line[], index: number): number {
    let end = index
    for (let line = lines[end]; line && isMember(line); line = lines[end]) end += 1
    if (end - index < 2) return 0
    for (const line of lines.slice(index, end))
      this.#take(
        { lines: [line], value: line.text.replace(/(?<=\))\s+(?=afbud|fraværende)/iu, ', ') },
        'til stede',
        'navne med partibogstav',
      )
    return end - index
  }

  #takeRow(line: Line, columns: readonly Column[]): void {
    const cells = (line.cells ?? []).map((cell) => cell.replaceAll('\\', ''))
    const presence = columns.flatMap((column, at) =>
      typeof column === 'function' ? [{ cell: cells[at] ?? '', status: column(cells[at] ?? '') }] : [],
    )
    const whole = presence.find(({ status }) => status !== undefined)?.status ?? 'til stede'
    const value = ofCells(cells.filter((_cell, at) => typeof columns[at] !== 'function'))
    this.#take({ lines: [line], value }, whole, 'tabellen over deltagere')
    for (const { cell } of presence) this.#leaveOut([line], cell, 'felt: deltagere')
  }

  /** Takes in who led the meeting; false where the value is no one person's name. */
  addLeader(role: string, value: string, at: Line): boolean {
    const { people, unread, consumed } = parsePeople(value, 'til stede')
    const person = people[0]
    if (!person || people.length > 1 || unread.length > 0 || person.rolle) return false
    for (const words of consumed) this.#leaveOut([at], words, 'felt: deltagere')
    const rolle = role.replace(/:$/, '')
    const index = this.people.findIndex(({ navn, rolle: own }) => navn === person.navn && own === undefined)
    const known = this.people[index]
    if (known) {
      this.people[index] = { ...known, ...(person.parti !== undefined && { parti: person.parti }), rolle }
      this.#leaveOut([at], [person.navn, known.parti && person.parti].filter(Boolean).join(' '), 'felt: deltagere (nævnt to gange)')
    } else this.people.push({ ...person, rolle })
    this.#note(person, at, `feltet "${role.replace(/:$/, '')}"`)
    return true
  }

  /** Takes in a line of sentences such as "I stedet for A deltog B (V)" and "A havde meldt afbud"; false for any other line. */
  addSentences(line: Line): boolean {
    const sentences = line.text.split(SENTENCE)
    if (!sentences.every((sentence) => sentenceOf(sentence) !== undefined)) return false
    for (const sentence of sentences) this.#addSentence(sentence, line)
    return true
  }

  #addSentence(sentence: string, line: Line): void {
    const told = sentenceOf(sentence)
    if (!told) return
    const written = new WordCount()
    const write = (...words: (string | undefined)[]): void => written.add(words.flatMap((word) => wordsOf(word ?? '')))
    if (told.here === undefined)
      for (const person of told.away) {
        const index = this.people.findIndex(({ navn }) => navn === person.navn)
        const known = this.people[index]
        if (known) this.people[index] = { ...known, fremmøde: person.fremmøde }
        else {
          this.people.push(person)
          write(person.navn, person.parti, person.rolle)
        }
      }
    else {
      const [absent] = told.away
      this.people.push({ ...told.here, stedfortræderFor: absent?.navn ?? '' })
      const index = this.people.findIndex(({ navn }) => navn === absent?.navn)
      const known = this.people[index]
      if (known && known.fremmøde === 'til stede') this.people[index] = { ...known, fremmøde: 'afbud' }
      write(told.here.navn, told.here.parti, told.here.rolle, absent?.navn)
    }
    for (const person of told.here ? [told.here, ...told.away] : told.away) this.#note(person, line, 'en sætning om fremmødet')
    const rest = wordsOf(sentence).filter((word) => !written.take(word))
    this.#leaveOut([line], rest.join(' '), 'felt: deltagere')
  }

  /** True where the line carries the list on; it is then in one of the stretches, or a heading of columns. */
  #takeLine(line: Line, stretches: Stretch[], whole: Person['fremmøde']): boolean {
    if (fieldOf(line) || line.level > 0) return false
    if (line.cells && HEADER_ROW.test(foldLabel(line.cells[0] ?? ''))) {
      this.#leaveOut([line], line.text, 'felt: deltagere')
      return true
    }
    const last = stretches.at(-1)
    const value = line.cells ? ofCells(line.cells) : hasOrdinal(line) ? fullText(line) : line.text
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

  #take({ lines, value }: Stretch, whole: Person['fremmøde'], rule: string): void {
    const first = lines[0] as Line
    const { people, consumed, unread } = parsePeople(value, whole)
    for (const words of consumed) this.#leaveOut(lines, words, 'felt: deltagere')
    for (const person of people) {
      this.#add(person, lines)
      this.#note(person, first, rule)
    }
    for (const line of lines)
      if (line.marker && line.marker !== '-' && !hasOrdinal(line)) this.#leaveOut([line], line.marker, 'felt: deltagere')
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

  #note({ navn, fremmøde }: Person, { number }: Line, rule: string): void {
    this.origins.push({ field: 'deltagere', value: `${navn} (${fremmøde})`, line: number, rule })
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
    const isTold = known.fremmøde === 'afbud' && person.fremmøde === 'fravær'
    this.people[index] = { ...known, ...person, ...(isTold && { fremmøde: 'afbud' as const }) }
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

const SENTENCE = /(?<=[\p{Ll})]\.)\s+(?=\p{Lu})/u

/** A list, and the sentences after it where one of them tells of attendance. */
function sentencesAfterList(value: string): string[] {
  const [list = '', ...rest] = value.split(SENTENCE)
  return rest.some((sentence) => sentenceOf(sentence) !== undefined) ? [list.replace(/\.$/, ''), ...rest] : [value]
}

/** Who is away by a sentence, and who came instead where it tells of a substitute. */
function sentenceOf(sentence: string): { readonly away: readonly Person[]; readonly here?: Person } | undefined {
  const text = sentence.replace(/\.$/, '')
  const groups = SUBSTITUTES.map((pattern) => pattern.exec(text)?.groups).find((found) => found !== undefined)
  if (groups) {
    const away = parsePeople(groups['away'] ?? '', 'afbud').people
    const [here, ...more] = parsePeople(groups['here'] ?? '', 'til stede').people
    return away.length === 1 && here && more.length === 0 ? { away, here } : undefined
  }
  const absent = ABSENT.exec(text)?.groups
  if (!absent) return undefined
  const { people, unread } = parsePeople(
    absent['who'] ?? '',
    /afbud/u.test(absent['how'] ?? '') && !/uden/u.test(absent['how'] ?? '') ? 'afbud' : 'fravær',
  )
  return people.length > 0 && unread.length === 0 && people.every(({ navn }) => navn.includes(' ')) ? { away: people } : undefined
}

/** What a column of a table of people holds: a part of the list's text, or a status by its mark. */
type Column = 'text' | ((cell: string) => Person['fremmøde'] | undefined)

/** The columns of the heading row of a table of people; undefined for any other line. */
function tableHeader(line: Line | undefined): Column[] | undefined {
  const [first = '', ...rest] = (line?.cells ?? []).map((cell) => foldLabel(cell))
  if (!HEADER_ROW.test(first) || rest.length === 0) return undefined
  const columns = rest.map((cell): Column | undefined => {
    if (/^(?:parti|liste|rolle|titel|funktion|stilling|udpeget af|repraesenterer|)$/.test(cell)) return 'text'
    if (/^(?:fremmoede|moedt|til ?stede|deltog|deltager|deltagelse|status)$/.test(cell)) return presenceOf
    if (/^(?:afbud|fravaer|fravaerende)$/.test(cell))
      return (mark) => (isMarked(mark) ? (cell === 'afbud' ? 'afbud' : 'fravær') : undefined)
    return undefined
  })
  return columns.includes(undefined) ? undefined : ['text', ...columns.filter((column) => column !== undefined)]
}

function isMarked(cell: string): boolean {
  return /^(?:x|ja|[✓✔√☒☑])$/iu.test(cell.trim())
}

function presenceOf(cell: string): Person['fremmøde'] | undefined {
  const word = foldLabel(cell)
  if (isMarked(cell) || /^(?:til ?stede|moedt|deltog|deltager)/.test(word)) return 'til stede'
  if (/^(?:afbud|meldt afbud|fravaerende med afbud)/.test(word)) return 'afbud'
  return /^(?:nej|-|–|fravaer|fravaerende|ikke|udeblevet|☐)/u.test(word) ? 'fravær' : undefined
}

/** True for a line that is one person with a party's letter, and whatever else stands in parentheses. */
function isMember(line: Line): boolean {
  if (line.cells || line.level > 0 || fieldOf(line)) return false
  const { people, unread } = parsePeople(line.text.replace(/(?<=\))\s+(?=afbud|fraværende)/iu, ', '), 'til stede')
  return people.length === 1 && unread.length === 0 && people[0]?.parti !== undefined && people[0].navn.includes(' ')
}

/** True for "1. næstformand …": the number is a part of the office and no list's. */
function hasOrdinal(line: Line): boolean {
  return /^\d/.test(line.marker ?? '') && /^(?:næst|vice)\p{L}/u.test(line.text)
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
