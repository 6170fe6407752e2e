import type { Archive } from '../archive/archive.ts'
import type { Udvalg } from '../referat/authority.ts'
import { daysBetween, yearOf } from '../referat/dato.ts'
import { hasMinutes } from '../referat/meeting.ts'

/** What the archive holds of a body's year, counted. */
export interface Coverage {
  /** Meetings that were held; cancelled ones and agendas to come are counted apart. */
  readonly held: number
  readonly cancelled: number
  readonly upcoming: number
  /** Of the held ones those with minutes that are published, approved or not. */
  readonly published: number
  /** Days from each meeting to the publication of its minutes, where the clerk wrote when that was. */
  readonly daysToPublication: readonly number[]
  readonly punkter: number
  readonly closed: number
  /** Open punkter of held meetings without a decision. */
  readonly undecided: number
  /** Attachments that are open but whose file the archive does not have. */
  readonly bilagMissing: number
}

/** The years of a body, newest first. */
export interface BodyCoverage {
  readonly body: Udvalg
  readonly years: readonly { readonly year: number; readonly coverage: Coverage }[]
}

const NOTHING: Coverage = {
  held: 0,
  cancelled: 0,
  upcoming: 0,
  published: 0,
  daysToPublication: [],
  punkter: 0,
  closed: 0,
  undecided: 0,
  bilagMissing: 0,
}

/**
 * Counts an authority's meetings by body and year. An agenda whose body has met since counts as a held meeting without
 * minutes.
 */
export function coverageOf(archive: Archive, authority: string): readonly BodyCoverage[] {
  return archive.bodiesOf(authority).flatMap((body) => {
    const years = new Map<number, Coverage>()
    const meetings = archive.meetingsOf(body.id)
    const newest = meetings.find(hasMinutes)?.date ?? ''
    for (const meeting of meetings) {
      const year = yearOf(meeting.date)
      const punkter = archive.punkterOf(meeting.id)
      const published = hasMinutes(meeting)
      const cancelled = meeting.status === 'aflyst'
      const upcoming = meeting.status === 'dagsorden' && meeting.date >= newest
      const held = !cancelled && !upcoming
      years.set(
        year,
        add(years.get(year) ?? NOTHING, {
          ...{ held: Number(held), cancelled: Number(cancelled), upcoming: Number(upcoming), published: Number(published) },
          daysToPublication: published && meeting.published !== undefined ? [daysBetween(meeting.date, meeting.published)] : [],
          punkter: punkter.length,
          closed: punkter.filter(({ closed }) => closed).length,
          undecided: published ? punkter.filter(({ closed, beslutning }) => !closed && beslutning.status === 'missing').length : 0,
          bilagMissing: punkter.reduce((sum, { bilag }) => sum + bilag.filter(({ open, bytes }) => open && bytes === undefined).length, 0),
        }),
      )
    }
    return years.size === 0 ? [] : [{ body, years: [...years].map(([year, coverage]) => ({ year, coverage })) }]
  })
}

/** The middle one of the days to publication: one late referat does not move it. Undefined where none is known. */
export function medianDays({ daysToPublication }: Coverage): number | undefined {
  const sorted = [...daysToPublication].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

/** The sum of several counts. */
export function sumOf(counts: readonly Coverage[]): Coverage {
  return counts.reduce(add, NOTHING)
}

function add(a: Coverage, b: Coverage): Coverage {
  return {
    held: a.held + b.held,
    cancelled: a.cancelled + b.cancelled,
    upcoming: a.upcoming + b.upcoming,
    published: a.published + b.published,
    daysToPublication: [...a.daysToPublication, ...b.daysToPublication],
    punkter: a.punkter + b.punkter,
    closed: a.closed + b.closed,
    undecided: a.undecided + b.undecided,
    bilagMissing: a.bilagMissing + b.bilagMissing,
  }
}
