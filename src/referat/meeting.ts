import type { Deltager } from './deltager.ts'

export type MeetingStatus = 'dagsorden' | 'kladde' | 'referat' | 'godkendt' | 'aflyst'
export type RettelseType = 'sproglig' | 'faktuel' | 'juridisk' | 'persondata'

/** A correction (key `rettelser`), append-only. `before` is never there for personal data. */
export interface Rettelse {
  readonly date: string
  readonly type: RettelseType
  readonly text: string
  readonly punkt?: string
  readonly before?: string
  readonly after?: string
}

/** A meeting (`content/<myndighed>/<udvalg>/<folder>/index.md`). Its id is its address without outer slashes. */
export interface Meeting {
  readonly id: string
  /** Folder name: the ISO date, with a suffix where a body met twice in a day. */
  readonly folder: string
  readonly file: string
  readonly authority: string
  /** Id of the body. */
  readonly udvalg: string
  /** ISO date. */
  readonly date: string
  /** `hh:mm`. */
  readonly start?: string
  readonly end?: string
  readonly place?: string
  readonly status: MeetingStatus
  readonly deltagere: readonly Deltager[]
  readonly clerk?: string
  /** ISO date on which the minutes were published, where the clerk wrote it. */
  readonly published?: string
  readonly rettelser: readonly Rettelse[]
  /** Free text below the head, Markdown. */
  readonly text: string
  /** Ids of its punkter in order. */
  readonly punkter: readonly string[]
}

/** True for a meeting that was held and has minutes, approved or not: no agenda, no draft, none that was cancelled. */
export function hasMinutes({ status }: Pick<Meeting, 'status'>): boolean {
  return status === 'referat' || status === 'godkendt'
}
