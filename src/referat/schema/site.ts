import * as z from 'zod'
import { text } from './fields.ts'

/** `content/index.md`. */
export const siteSchema = z.strictObject({
  titel: text,
  url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  beskrivelse: text,
})
