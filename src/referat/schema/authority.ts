import { z } from 'zod'
import { SAGSNUMMER_FORMATS } from '../sagsnummer.ts'
import { listOf, text } from './fields.ts'

const letters = z.record(text, text)

/** `content/<myndighed>/index.md`. `partier` is keyed by term (`2022-2025: { A: … }`); a flat list of letters holds always. */
export const authoritySchema = z.strictObject({
  navn: text,
  type: z.enum(['kommune', 'region', 'fællesskab', 'skole', 'forening']),
  kode: text.optional(),
  hjemmeside: z.url({ protocol: /^https?$/ }).optional(),
  kontakt: z.strictObject({ 'e-mail': z.email().optional(), telefon: text.optional() }).optional(),
  sagsnummer: listOf(z.enum(SAGSNUMMER_FORMATS)).optional(),
  partier: z.record(text, z.union([text, letters])).optional(),
  emner: z.record(z.string().regex(/^\d{2}(?:\.\d{2}){0,2}$/), text).optional(),
})
