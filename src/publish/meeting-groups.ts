import type { Archive } from '../archive/archive.ts'
import type { Punkt } from '../referat/punkt.ts'
import { type MeetingItem, meetingItem } from './meeting-item.ts'
import { type PunktItem, punktItem } from './punkt-item.ts'

/** Punkter of one meeting in a list that runs over many. */
export interface MeetingGroup {
  readonly meeting: MeetingItem
  readonly items: readonly PunktItem[]
}

/** Puts punkter that follow each other and belong to one meeting under it, in the order given. */
export function groupByMeeting(archive: Archive, punkter: readonly Punkt[]): MeetingGroup[] {
  const groups: { readonly id: string; readonly meeting: MeetingItem; readonly items: PunktItem[] }[] = []
  for (const punkt of punkter) {
    const item = punktItem(archive, punkt)
    const last = groups.at(-1)
    if (last?.id === punkt.meeting) last.items.push(item)
    else groups.push({ id: punkt.meeting, meeting: meetingItem(archive, archive.meeting(punkt.meeting)), items: [item] })
  }
  return groups.map(({ meeting, items }) => ({ meeting, items }))
}
