import * as z from 'zod'
import { adgang, count, isoDate, listOf, text } from './fields.ts'

const side = z.strictObject({ antal: count.optional(), partier: listOf(text).optional(), medlemmer: listOf(text).optional() })

/** `content/<myndighed>/<udvalg>/<møde>/NN-<slug>.md`. Whether a word in `beslutning` is an outcome is a rule's matter. */
export const punktSchema = z.strictObject({
  titel: text,
  nummer: text.optional(),
  sagsnummer: text.optional(),
  adgang,
  hjemmel: text.optional(),
  beslutning: listOf(text).optional(),
  tidligere: listOf(z.strictObject({ udvalg: text, dato: isoDate, punkt: text.optional() })).optional(),
  'videre til': listOf(text).optional(),
  afstemning: z.strictObject({ for: side.optional(), imod: side.optional(), undlod: side.optional() }).optional(),
  fraværende: z.array(z.strictObject({ navn: text, grund: z.enum(['inhabil', 'ankom senere', 'gik', 'afbud']) })).optional(),
  bilag: z.array(z.strictObject({ titel: text, fil: text.optional(), adgang: adgang.optional() })).optional(),
})
