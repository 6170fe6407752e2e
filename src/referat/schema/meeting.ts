import * as z from 'zod'
import { isoDate, text, time } from './fields.ts'

const deltager = z.strictObject({
  navn: text,
  parti: text.optional(),
  rolle: text.optional(),
  fremmøde: z.enum(['til stede', 'afbud', 'fravær']).optional(),
  'stedfortræder for': text.optional(),
})

const rettelse = z.strictObject({
  dato: isoDate,
  type: z.enum(['sproglig', 'faktuel', 'juridisk', 'persondata']),
  tekst: text,
  punkt: text.optional(),
  før: text.optional(),
  efter: text.optional(),
})

/** `content/<myndighed>/<udvalg>/<møde>/index.md`. */
export const meetingSchema = z.strictObject({
  dato: isoDate,
  start: time.optional(),
  slut: time.optional(),
  sted: text.optional(),
  status: z.enum(['dagsorden', 'kladde', 'referat', 'godkendt', 'aflyst']),
  deltagere: z.array(deltager).optional(),
  referent: text.optional(),
  offentliggjort: isoDate.optional(),
  rettelser: z.array(rettelse).optional(),
})
