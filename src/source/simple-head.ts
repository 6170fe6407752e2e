import type { Head, HeadPlaces, Stretch } from './head.ts'

/** Where a field or an item of a list stands. */
interface Spot {
  /** The field's name; absent for an item of a list. */
  readonly key?: Stretch
  /** Of what runs over several lines its beginning alone is told. */
  readonly value: Stretch
}

/** Where the parts of each map and list of a head stand. */
type Spots = Map<object, Map<PropertyKey, Spot>>

type Fields = Record<string, unknown>

const KEY = '[a-zæøå](?:[a-zæøå -]{0,60}[a-zæøå])?'
/** Letters that a plain value may begin with: none that YAML gives another meaning. */
const BEGINS = '[0-9a-zæøåéA-ZÆØÅÉ(§»]'
const PLAIN = `${BEGINS}(?:[^:#]|:(?! )|(?<! )#)*(?<![\\s:])`
const QUOTED = `"([^"\\\\]*)"|'([^']*)'`

/** A line of a block: a key and nothing, a value, or what begins with a bracket. */
const FIELD = new RegExp(`^(${KEY}):(?: (?:(${PLAIN})|${QUOTED}|([[{].*)))?$`)
const ITEM = new RegExp(`^- (?:(${PLAIN})|${QUOTED}|([[{].*))$`)
const ITEM_OF_FIELDS = new RegExp(`^- ${KEY}:(?: |$)`)

/** Between brackets. */
const FLOW_KEY = new RegExp(`(${KEY}): `, 'y')
const FLOW_VALUE = new RegExp(`(${BEGINS}(?:[^,[\\]{}:#]*[^\\s,[\\]{}:#])?)|${QUOTED}`, 'y')

const ODD = /[^\n -~\u00a1-\ud7ff]/
const DEEPEST = 8

interface Line {
  /** Offset of the first letter that is no space. */
  readonly start: number
  readonly indent: number
  readonly text: string
}

/**
 * A head that is written simply, as most are: fields and lists on lines of their own, values plain or in quotes without
 * anything escaped, brackets that close on their line. Undefined for any other. YAML reads the same in such a head, and
 * takes thirty times as long.
 */
export function simpleHead(text: string): Head | undefined {
  if (ODD.test(text)) return undefined
  const data = new HeadReader(text).head()
  return data && { data, faults: [], places: () => placesIn(text) }
}

function placesIn(text: string): HeadPlaces {
  const spots: Spots = new Map()
  const head = new HeadReader(text, spots).head()
  const spotAt = (path: readonly PropertyKey[]): Spot | undefined => {
    let parent: unknown = head
    for (const key of path.slice(0, -1)) {
      if (!spots.get(parent as object)?.has(key)) return undefined
      parent = (parent as Record<PropertyKey, unknown>)[key]
    }
    return spots.get(parent as object)?.get(path.at(-1) ?? '')
  }
  return { valueAt: (path) => spotAt(path)?.value, keyAt: (path) => spotAt(path)?.key }
}

class HeadReader {
  readonly #lines: Line[]
  readonly #spots: Spots | undefined
  #next = 0

  constructor(text: string, spots?: Spots) {
    this.#lines = linesOf(text)
    this.#spots = spots
  }

  head(): Fields | undefined {
    const fields = this.#fields(0, 0)
    return this.#next === this.#lines.length ? fields : undefined
  }

  #fields(indent: number, depth: number): Fields | undefined {
    const fields: Fields = {}
    for (let line = this.#lines[this.#next]; line?.indent === indent; line = this.#lines[this.#next]) {
      const [, key, plain, double, single, flow] = FIELD.exec(line.text) ?? []
      if (key === undefined || Object.hasOwn(fields, key)) return undefined
      this.#next += 1
      const written = plain ?? double ?? single ?? this.#flow(flow, line)
      const block = written === undefined && flow === undefined ? this.#lines[this.#next] : undefined
      const value = block ? this.#block(block, indent, depth) : written
      if (value === undefined) return undefined
      fields[key] = value
      const ends = line.start + key.length
      if (this.#spots)
        note(this.#spots, fields, key, { key: [line.start, ends], value: block ? [block.start, Infinity] : [ends + 2, endOf(line)] })
    }
    return fields
  }

  /** What begins on a line below a key that has nothing after it. */
  #block(line: Line, indent: number, depth: number): unknown {
    if (depth === DEEPEST || line.indent < indent) return undefined
    if (line.text.startsWith('- ')) return this.#items(line.indent, depth + 1)
    return line.indent > indent ? this.#fields(line.indent, depth + 1) : undefined
  }

  #items(indent: number, depth: number): unknown[] | undefined {
    const items: unknown[] = []
    for (let line = this.#lines[this.#next]; line?.indent === indent && line.text.startsWith('- '); line = this.#lines[this.#next]) {
      const start = line.start + 2
      const fields = ITEM_OF_FIELDS.test(line.text)
      let item: unknown
      if (fields) {
        this.#lines[this.#next] = { start, indent: indent + 2, text: line.text.slice(2) }
        item = this.#fields(indent + 2, depth)
      } else {
        const [, plain, double, single, flow] = ITEM.exec(line.text) ?? []
        item = plain ?? double ?? single ?? this.#flow(flow, line)
        this.#next += 1
      }
      if (item === undefined) return undefined
      if (this.#spots) note(this.#spots, items, items.length, { value: [start, fields ? Infinity : endOf(line)] })
      items.push(item)
    }
    return items
  }

  /** What stands in brackets at the end of a line. */
  #flow(flow: string | undefined, line: Line): unknown {
    if (flow === undefined) return undefined
    const reader = new FlowReader(flow, endOf(line) - flow.length, this.#spots)
    const value = reader.value(0)
    return reader.at === flow.length ? value : undefined
  }
}

/** Reads what stands in brackets on one line. */
class FlowReader {
  at = 0
  readonly #text: string
  readonly #start: number
  readonly #spots: Spots | undefined

  /** `start` is the text's offset in the head. */
  constructor(text: string, start: number, spots: Spots | undefined) {
    this.#text = text
    this.#start = start
    this.#spots = spots
  }

  value(depth: number): unknown {
    const opens = this.#text[this.at]
    if (opens !== '[' && opens !== '{') {
      const [, plain, double, single] = this.#match(FLOW_VALUE) ?? []
      return plain ?? double ?? single
    }
    if (depth === DEEPEST) return undefined
    this.at += 1
    return opens === '[' ? this.#items(depth + 1) : this.#fields(depth + 1)
  }

  #items(depth: number): unknown[] | undefined {
    const items: unknown[] = []
    do {
      this.#pass()
      const from = this.at
      const item = this.value(depth)
      if (item === undefined) return undefined
      if (this.#spots) note(this.#spots, items, items.length, { value: this.#since(from) })
      items.push(item)
    } while (this.#goesOn())
    return this.#closes(']') ? items : undefined
  }

  #fields(depth: number): Fields | undefined {
    const fields: Fields = {}
    do {
      this.#pass()
      const from = this.at
      const [, key] = this.#match(FLOW_KEY) ?? []
      if (key === undefined || Object.hasOwn(fields, key)) return undefined
      const begins = this.at
      const value = this.value(depth)
      if (value === undefined) return undefined
      fields[key] = value
      const start = this.#start + from
      if (this.#spots) note(this.#spots, fields, key, { key: [start, start + key.length], value: this.#since(begins) })
    } while (this.#goesOn())
    return this.#closes('}') ? fields : undefined
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.#text) ?? undefined
    this.at += match?.[0].length ?? 0
    return match
  }

  #goesOn(): boolean {
    this.#pass()
    return this.#closes(',')
  }

  #closes(mark: string): boolean {
    if (this.#text[this.at] !== mark) return false
    this.at += 1
    return true
  }

  /** Passes by spaces. */
  #pass(): void {
    while (this.#text[this.at] === ' ') this.at += 1
  }

  #since(from: number): Stretch {
    return [this.#start + from, this.#start + this.at]
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    let indent = 0
    while (line[indent] === ' ') indent += 1
    if (line !== '') lines.push({ start: start + indent, indent, text: indent === 0 ? line : line.slice(indent) })
    start += line.length + 1
  }
  return lines
}

function endOf({ start, text }: Line): number {
  return start + text.length
}

function note(spots: Spots, parent: object, name: PropertyKey, spot: Spot): void {
  const ofParent = spots.get(parent)
  if (ofParent) ofParent.set(name, spot)
  else spots.set(parent, new Map([[name, spot]]))
}
