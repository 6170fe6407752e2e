import { on } from 'node:events'
import { availableParallelism } from 'node:os'
import { setImmediate as breathe } from 'node:timers/promises'
import { serialize, setFlagsFromString } from 'node:v8'
import type { Worker } from 'node:worker_threads'
import type { Loaded } from '../archive/archive.ts'
import type { Outline } from '../archive/load.ts'
import type { MeetingUnit } from '../archive/meeting-unit.ts'
import { ownModule, startThread } from '../memory/own-module.ts'
import { ContentChanged } from '../source/read.ts'
import type { PrintedNumbers } from './press.ts'
import { type PrintedPacket, PrintedUnpacker } from './printed-packets.ts'
import { type MeetingFound, type MeetingRead, type Printing, type TaskPrinted, ThreadWork } from './thread-work.ts'

/** What a thread is asked to do. */
export type Order =
  | { readonly kind: 'read'; readonly folders: readonly string[] }
  | { readonly kind: 'check'; readonly meetings: readonly string[] }
  | { readonly kind: 'print'; readonly printing: Printing; readonly tasks: readonly number[] }

/** What a thread answers, or the error that ended it; that a text was changed meanwhile is told by its message, as errors lose their class. */
export type Answer =
  | { readonly done: readonly unknown[] }
  | { readonly printed: PrintedPacket }
  | { readonly changed: string }
  | { readonly failed: unknown }

/** Another thread, and what unpacks its pages once it is asked to print. */
interface Hand {
  readonly worker: Worker
  unpacker?: PrintedUnpacker
}

/** Meetings in an order, and pages: a few hundredths of a second of work. */
const MEETINGS_AT_ONCE = 10
const PAGES_AT_ONCE = 60

/** Orders that a thread has at a time, so that it need not wait while this one is busy with an order of its own. */
const ORDERS_AHEAD = 2

/** Less than this is done before another thread has started: meetings, pages. */
const FEW_MEETINGS = 150
const FEW_PAGES = 1500

const WORKER = ownModule('crew-worker', import.meta.url)

/**
 * What a thread may take, in MB, and more for each meeting (a meeting of ten punkter takes a twentieth of that, with all
 * that is gathered from it). Without a limit V8 lets its waste grow as far as the machine allows.
 */
const LEAST_MEMORY = 400
const MEMORY_PER_MEETING = 0.1

/**
 * Where so much is read or printed, memory counts for more than time: V8 then lets the heap grow by a fifth before it clears up,
 * not to several times what is in use. 85,000 pages took half the memory and a fifth more time.
 */
const MANY_MEETINGS = 2000
const MANY_PAGES = 30_000
const SLOWLY_GROWING = '--heap-growing-percent=20'

/** More threads than this only wait for the disk. */
const MOST_THREADS = 8

/**
 * The threads that share a build's work: this one, and others where there is much to do and processors for them. What
 * comes out is the same however many there are.
 */
export class Crew {
  readonly #content: string
  readonly #most: number
  #own: ThreadWork
  #meetings = 0
  #hands: Hand[] = []
  /** Meetings that all threads have read together, once there are any; serialised once, shared by all. */
  #units: SharedArrayBuffer | undefined
  #unitsOf: () => readonly MeetingUnit[] = () => []

  constructor(content: string, threads = Math.min(MOST_THREADS, availableParallelism())) {
    this.#content = content
    this.#most = threads - 1
    this.#own = new ThreadWork(content)
  }

  async read(outline: Outline, folders: readonly string[]): Promise<MeetingRead[]> {
    this.#own = new ThreadWork(this.#content, { outline })
    this.#meetings = outline.folders.length
    if (folders.length >= MANY_MEETINGS) setFlagsFromString(SLOWLY_GROWING)
    if (folders.length >= FEW_MEETINGS) this.#grow()
    const orders = slices(folders, MEETINGS_AT_ONCE).map((slice): Order => ({ kind: 'read', folders: slice }))
    const meetings: MeetingRead[] = []
    const read = (order: Order): readonly unknown[] => (order.kind === 'read' ? this.#own.read(order.folders) : [])
    await this.#share(orders, read, (done) => meetings.push(...(done as MeetingRead[])))
    return meetings
  }

  /** Tells the crew what was read, for the work that follows. */
  assembled(outline: Outline, loaded: Loaded, units: readonly MeetingUnit[]): void {
    this.#own = new ThreadWork(this.#content, { outline, loaded })
    this.#units = undefined
    this.#unitsOf = () => units
  }

  async check(meetings: readonly string[], onDone: (done: number) => void): Promise<MeetingFound[]> {
    if (meetings.length >= FEW_MEETINGS) this.#grow()
    const orders = slices(meetings, MEETINGS_AT_ONCE).map((slice): Order => ({ kind: 'check', meetings: slice }))
    const check = (order: Order): readonly unknown[] => (order.kind === 'check' ? this.#own.check(order.meetings) : [])
    const found: MeetingFound[] = []
    await this.#share(orders, check, (some, done) => {
      found.push(...(some as MeetingFound[]))
      onDone(done)
    })
    return found
  }

  /** Prints tasks, here by `own`; hands on what is printed as it is, by the same `numbers` as here, and how many are. */
  async print(
    printing: Printing,
    tasks: readonly number[],
    numbers: PrintedNumbers,
    own: (tasks: readonly number[]) => readonly TaskPrinted[],
    onPrinted: (printed: readonly TaskPrinted[], done: number) => void,
  ): Promise<void> {
    if (tasks.length >= MANY_PAGES) setFlagsFromString(SLOWLY_GROWING)
    if (tasks.length >= FEW_PAGES) this.#grow()
    for (const hand of this.#hands) hand.unpacker ??= new PrintedUnpacker(numbers)
    const orders = slices(tasks, PAGES_AT_ONCE).map((slice): Order => ({ kind: 'print', printing, tasks: slice }))
    const print = (order: Order): readonly unknown[] => (order.kind === 'print' ? own(order.tasks) : [])
    await this.#share(orders, print, (printed, done) => onPrinted(printed as readonly TaskPrinted[], done))
  }

  async end(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()))
    this.#hands = []
  }

  #grow(): void {
    while (this.#hands.length < this.#most) {
      const workerData = { content: this.#content }
      const resourceLimits = { maxOldGenerationSizeMb: LEAST_MEMORY + this.#meetings * MEMORY_PER_MEETING }
      this.#hands.push({ worker: startThread(WORKER, { workerData, resourceLimits }) })
    }
  }

  /** Has the orders done, each by the thread that is free; hands on what comes of them as it comes. */
  async #share(
    orders: readonly Order[],
    own: (order: Order) => readonly unknown[],
    onDone: (some: readonly unknown[], done: number) => void,
  ): Promise<void> {
    if (orders.length === 0) return
    let next = 0
    let done = 0
    const note = (some: readonly unknown[]): void => {
      done += some.length
      onDone(some, done)
    }
    const units = this.#hands.length > 0 ? this.#sharedUnits() : undefined
    const drive = async ({ worker, unpacker }: Hand): Promise<void> => {
      if (units) worker.postMessage({ units })
      let awaited = 0
      const order = (): void => {
        if (next === orders.length) return
        worker.postMessage({ order: orders[next++] })
        awaited += 1
      }
      for (let ahead = 0; ahead < ORDERS_AHEAD; ahead++) order()
      if (awaited === 0) return
      for await (const [answer] of on(worker, 'message') as AsyncIterableIterator<[Answer]>) {
        if ('changed' in answer) throw new ContentChanged(answer.changed)
        if ('failed' in answer) throw answer.failed
        if (!('printed' in answer)) note(answer.done)
        else if (unpacker) note(unpacker.unpack(answer.printed))
        else throw new Error('A thread printed what it was not asked to.')
        awaited -= 1
        order()
        if (awaited === 0) return
      }
    }
    const driveOwn = async (): Promise<void> => {
      while (next < orders.length) {
        const order = orders[next++]
        if (order) note(own(order))
        await breathe()
      }
    }
    await Promise.all([...this.#hands.map(drive), driveOwn()])
  }

  #sharedUnits(): SharedArrayBuffer | undefined {
    const units = this.#unitsOf()
    if (units.length === 0) return undefined
    if (!this.#units) {
      const bytes = serialize(units)
      this.#units = new SharedArrayBuffer(bytes.length)
      new Uint8Array(this.#units).set(bytes)
    }
    return this.#units
  }
}

function slices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}
