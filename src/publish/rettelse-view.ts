import type { Archive } from '../archive/archive.ts'
import { foldLabel } from '../referat/collation.ts'
import type { Meeting, RettelseType } from '../referat/meeting.ts'
import { urls } from './urls.ts'

/** A correction as a page shows it. */
export interface RettelseView {
  /** ISO date. */
  readonly date: string
  readonly label: string
  readonly text: string
  readonly punkt?: { readonly label: string; readonly url?: string }
  readonly before?: string
  readonly after?: string
}

const LABELS: Readonly<Record<RettelseType, string>> = {
  sproglig: 'Sproglig rettelse',
  faktuel: 'Faktuel rettelse',
  juridisk: 'Juridisk rettelse',
  persondata: 'Personoplysninger fjernet',
}

/** The corrections of a meeting, oldest first as they were added; those of one punkt where its number is given. */
export function rettelserOf(archive: Archive, meeting: Meeting, number?: string): readonly RettelseView[] {
  return meeting.rettelser
    .filter(({ punkt }) => number === undefined || (punkt !== undefined && foldLabel(punkt) === foldLabel(number)))
    .map(({ date, type, text, punkt, before, after }) => {
      const target =
        punkt === undefined ? undefined : archive.punkterOf(meeting.id).find((one) => foldLabel(one.number) === foldLabel(punkt))
      return {
        date,
        label: LABELS[type],
        text,
        ...(punkt !== undefined && { punkt: { label: `Punkt ${punkt}`, ...(target && { url: urls.of(target.id) }) } }),
        ...(before && { before }),
        ...(after && { after }),
      }
    })
}
