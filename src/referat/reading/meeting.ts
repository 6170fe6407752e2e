import type { Frontmatter } from '../../source/frontmatter.ts'
import type { Meeting } from '../meeting.ts'
import { meetingSchema } from '../schema/meeting.ts'
import { readFields } from '../schema/read-fields.ts'
import type { Reading } from './authority.ts'

/** Where a meeting stands: its body's id and its folder's name. */
export interface MeetingPlace {
  readonly authority: string
  readonly udvalg: string
  readonly folder: string
}

/** Reads a meeting's `index.md`. A date that cannot be read is taken from the folder's name. */
export function readMeeting(frontmatter: Frontmatter, place: MeetingPlace, punkter: readonly string[]): Reading<Meeting> {
  const { values, findings } = readFields(meetingSchema, frontmatter)
  const value: Meeting = {
    id: `${place.udvalg}/${place.folder}`,
    folder: place.folder,
    file: frontmatter.file,
    authority: place.authority,
    udvalg: place.udvalg,
    date: values.dato ?? place.folder.slice(0, 10),
    ...(values.start && { start: values.start }),
    ...(values.slut && { end: values.slut }),
    ...(values.sted && { place: values.sted }),
    status: values.status ?? 'kladde',
    deltagere: (values.deltagere ?? []).map((deltager) => ({
      name: deltager.navn,
      ...(deltager.parti && { party: deltager.parti }),
      ...(deltager.rolle && { role: deltager.rolle }),
      attendance: deltager.fremmøde ?? 'til stede',
      ...(deltager['stedfortræder for'] && { substituteFor: deltager['stedfortræder for'] }),
    })),
    ...(values.referent && { clerk: values.referent }),
    ...(values.offentliggjort && { published: values.offentliggjort }),
    rettelser: (values.rettelser ?? []).map((rettelse) => ({
      date: rettelse.dato,
      type: rettelse.type,
      text: rettelse.tekst,
      ...(rettelse.punkt && { punkt: rettelse.punkt }),
      ...(rettelse.før && rettelse.type !== 'persondata' && { before: rettelse.før }),
      ...(rettelse.efter && rettelse.type !== 'persondata' && { after: rettelse.efter }),
    })),
    text: frontmatter.body,
    punkter,
  }
  return { value, findings: [...frontmatter.findings, ...findings] }
}
