import * as z from 'zod'
import { isoDate, listOf, text } from './fields.ts'

/** `content/<myndighed>/<udvalg>/index.md`. */
export const udvalgSchema = z.strictObject({
  navn: text,
  type: z.enum(['kommunalbestyrelse', 'økonomiudvalg', 'fagudvalg', 'råd', 'administrativt', 'bestyrelse']),
  aliaser: listOf(text).optional(),
  sagsnummer: z.enum(['krævet', 'valgfrit']).optional(),
  medlemmer: z
    .array(z.strictObject({ navn: text, parti: text.optional(), rolle: text.optional(), fra: isoDate.optional(), til: isoDate.optional() }))
    .optional(),
  nedlagt: isoDate.optional(),
  'afløst af': text.optional(),
})
