import type { Archive } from '../archive/archive.ts'
import type { Punkt } from '../referat/punkt.ts'
import { excerpt } from './excerpt.ts'
import { type OutcomeView, outcomesOf } from './outcome-view.ts'
import { urls } from './urls.ts'

/** A punkt in a list, wherever one stands. */
export interface PunktItem {
  readonly url: string
  readonly number: string
  readonly title: string
  readonly outcomes: readonly OutcomeView[]
  /** ISO date. */
  readonly meetingDate: string
  readonly meetingUrl: string
  readonly bodyName: string
  readonly authorityId: string
  readonly authorityName: string
  /** The decision's first words as plain text; '' where there are none. */
  readonly decisionText: string
  readonly sagsnummer?: { readonly written: string; readonly url: string }
  readonly closed: boolean
}

/** Longest excerpt of a decision in a list, in characters. */
const EXCERPT = 220

/** What a list shows of a punkt. */
export function punktItem(archive: Archive, punkt: Punkt): PunktItem {
  const meeting = archive.meeting(punkt.meeting)
  const sagsnummer = sagsnummerLink(archive, punkt)
  return {
    url: urls.of(punkt.id),
    number: punkt.number,
    title: punkt.title,
    outcomes: outcomesOf(punkt, meeting),
    meetingDate: meeting.date,
    meetingUrl: urls.of(meeting.id),
    bodyName: archive.body(meeting.udvalg).name,
    authorityId: meeting.authority,
    authorityName: archive.authority(meeting.authority).name,
    decisionText: excerpt(punkt.beslutning.text, EXCERPT),
    ...(sagsnummer && { sagsnummer }),
    closed: punkt.closed,
  }
}

/** A punkt's case number with the address of its case. */
export function sagsnummerLink(archive: Archive, punkt: Punkt): { readonly written: string; readonly url: string } | undefined {
  const sag = archive.sagNameOf(punkt)
  return punkt.sagsnummer && sag ? { written: punkt.sagsnummer.written, url: urls.of(sag.id) } : undefined
}
