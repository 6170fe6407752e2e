import type { Bilag } from '../referat/bilag.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { urls } from './urls.ts'

/** An attachment in a list. */
export interface BilagItem {
  readonly title: string
  readonly url?: string
  /** Type and size, such as "PDF, 1,2 MB"; or why there is no link. */
  readonly note: string
}

/** The attachments of a punkt. The title of a closed one is not shown: it is counted only. */
export function bilagItems(punkt: Punkt, meeting: Meeting): readonly BilagItem[] {
  return punkt.bilag.filter((bilag) => bilag.open).map((bilag) => bilagItem(bilag, meeting))
}

/** A sentence on the attachments that are not public; '' where there are none. */
export function closedBilagLine(punkt: Punkt): string {
  const closed = punkt.bilag.filter((bilag) => !bilag.open).length
  if (closed === 0) return ''
  return closed === 1 ? 'Et bilag er ikke offentligt.' : `${closed} bilag er ikke offentlige.`
}

function bilagItem(bilag: Bilag, meeting: Meeting): BilagItem {
  const url = urls.bilag(meeting.id, bilag)
  if (url === undefined) return { title: bilag.title, note: 'ligger ikke i arkivet' }
  const extension = /\.([a-z0-9]{1,5})$/i.exec(bilag.file ?? '')?.[1]?.toUpperCase() ?? 'fil'
  return { title: bilag.title, url, note: `${extension}, ${formatBytes(bilag.bytes ?? 0)}` }
}

/** A file size for people: "840 byte", "12 KB", "1,2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
