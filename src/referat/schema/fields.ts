import * as z from 'zod'

/** Every scalar of the frontmatter arrives as the string that the clerk wrote; these fields give it a type. */
export const text = z.string().trim().min(1)
export const isoDate = z.iso.date()
export const time = z
  .string()
  .regex(/^(?:[01]?\d|2[0-3])[:.][0-5]\d$/)
  .transform((written) => written.replace('.', ':').padStart(5, '0'))
export const count = z.string().regex(/^\d+$/).transform(Number)
export const adgang = z.enum(['åben', 'lukket'])

/** A list; a single value stands for a list of one. */
export function listOf<T extends z.ZodType>(item: T): z.ZodPreprocess<z.ZodArray<T>> {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item))
}
