import * as z from 'zod'
import { SAGSNUMMER_FORMATS } from '../sagsnummer.ts'
import { listOf, text } from './fields.ts'

const letters = z.record(text, text)

/** A colour as six hexadecimal digits, `#` before them or not (YAML takes a bare `#` for a remark); read with `#`, lower case. */
const colour = z
  .string()
  .regex(/^#?[0-9a-f]{6}$/i)
  .transform((written) => `#${written.replace('#', '').toLowerCase()}`)

/** `content/<myndighed>/index.md`. `partier` is keyed by term (`2022-2025: { A: … }`); a flat list of letters holds always. */
export const authoritySchema = z.strictObject({
  navn: text,
  type: z.enum(['kommune', 'region', 'fællesskab', 'skole', 'forening']),
  kode: text.optional(),
  logo: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:svg|png|webp)$/)
    .optional(),
  farver: z.strictObject({ primær: colour, accent: colour.optional() }).optional(),
  hjemmeside: z.url({ protocol: /^https?$/ }).optional(),
  kontakt: z.strictObject({ 'e-mail': z.email().optional(), telefon: text.optional() }).optional(),
  sagsnummer: listOf(z.enum(SAGSNUMMER_FORMATS)).optional(),
  partier: z.record(text, z.union([text, letters])).optional(),
  emner: z.record(z.string().regex(/^\d{2}(?:\.\d{2}){0,2}$/), text).optional(),
})
