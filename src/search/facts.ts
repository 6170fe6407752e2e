import type { RecordFacts } from './record.ts'

/** What narrows a search, of every punkt of a shard, in columns; rows as in the archive, newest meeting first. */
export interface FactsTable {
  /** Pagefind's names of the punkter, with spaces between. */
  readonly ids: string
  /** Meetings in order: date, place of the body in `bodies`, number of punkter. */
  readonly meetings: readonly (readonly [date: string, body: number, punkter: number])[]
  /** Ids of bodies. */
  readonly bodies: readonly string[]
  /** Each list of outcomes that some punkt has (ids, with spaces between), and its place for every punkt. */
  readonly outcomes: readonly string[]
  readonly outcome: readonly number[]
  /** The same of whether the recommendation was followed, and of the subject; '' where there is none. */
  readonly follows: readonly string[]
  readonly followed: readonly number[]
  readonly subjects: readonly string[]
  readonly subject: readonly number[]
}

/** Where the words of decisions stand, of every punkt of a shard: places of the first word and of the one after the last, in pairs. */
export type DecisionPlaces = readonly (readonly number[])[]

/** A punkt as a search counts and narrows it: ids of its values. */
export interface Row {
  readonly date: string
  readonly authority: string
  readonly body: string
  readonly outcomes: readonly string[]
  /** '' where it is not known. */
  readonly followed: string
  /** '' where it has no case number. */
  readonly subject: string
  /** Place of its shard in the directory. */
  readonly shard: number
  /** Place in its shard; the newest is first. */
  readonly place: number
}

/** Writes the facts of a shard's punkter, in order, with Pagefind's name of each. */
export function writeFacts(punkter: readonly { readonly id: string; readonly meeting: string; readonly facts: RecordFacts }[]): FactsTable {
  const meetings: [string, number, number][] = []
  const bodies = new Column()
  const outcomes = new Column()
  const follows = new Column()
  const subjects = new Column()
  let last: string | undefined
  for (const { meeting, facts } of punkter) {
    const before = meetings.at(-1)
    if (before && meeting === last) before[2] += 1
    else meetings.push([facts.date, bodies.placeOf(facts.body.id), 1])
    last = meeting
    outcomes.add(facts.outcomes.map(({ id }) => id).join(' '))
    follows.add(facts.followed?.id ?? '')
    subjects.add(facts.subject?.id ?? '')
  }
  return {
    ids: punkter.map(({ id }) => id).join(' '),
    meetings,
    bodies: bodies.values,
    outcomes: outcomes.values,
    outcome: outcomes.places,
    follows: follows.values,
    followed: follows.places,
    subjects: subjects.values,
    subject: subjects.places,
  }
}

/** Reads the facts of a shard back: every punkt by Pagefind's name. */
export function readFacts(table: FactsTable, shard: number): Map<string, Row> {
  const ids = table.ids === '' ? [] : table.ids.split(' ')
  const outcomes = table.outcomes.map((list) => list.split(' '))
  const rows = new Map<string, Row>()
  let place = 0
  for (const [date, bodyPlace, punkter] of table.meetings) {
    const body = table.bodies[bodyPlace] ?? ''
    const authority = body.split('/', 1)[0] ?? ''
    for (const end = place + punkter; place < end; place += 1) {
      rows.set(ids[place] ?? '', {
        date,
        authority,
        body,
        outcomes: outcomes[table.outcome[place] ?? 0] ?? [],
        followed: table.follows[table.followed[place] ?? 0] ?? '',
        subject: table.subjects[table.subject[place] ?? 0] ?? '',
        shard,
        place,
      })
    }
  }
  return rows
}

/** Values that repeat, each kept once. */
class Column {
  readonly values: string[] = []
  readonly places: number[] = []
  readonly #known = new Map<string, number>()

  placeOf(value: string): number {
    const known = this.#known.get(value)
    if (known !== undefined) return known
    this.#known.set(value, this.values.length)
    return this.values.push(value) - 1
  }

  add(value: string): void {
    this.places.push(this.placeOf(value))
  }
}
