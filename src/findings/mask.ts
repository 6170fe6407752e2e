/**
 * What may stand between the two parts of a CPR number besides the dash itself, and is hardly seen or not at all: spaces, a
 * line break (in a quotation too), marks of Markdown, signs without width, and what an HTML entity or YAML's backslash spells.
 */
const BETWEEN = '(?:[^\\S\\n]|\\n>?|[\\\\*_`~\\u00ad\\u200b-\\u200d\\u2060]|\\\\(?:x\\w\\w|u\\w{4}|[tnNLP])|&#?\\w{2,8};)'

/**
 * Six digits and four, as a CPR number is written: together, or with a space, a hyphen, a dash or a full stop between, all
 * of them with what a text may hold around them. Whoever looks for CPR numbers looks for this, so that what is found is masked.
 */
export const CPR_LIKE = new RegExp(
  `(?<!\\d)(?<birth>\\d{6})(?<gap>${BETWEEN}{0,8}[-\\u2010-\\u2015\\u2212.]?${BETWEEN}{0,8})(?<serial>\\d{4})(?!\\d)`,
  'g',
)

/** Puts a dot for every digit of what looks like a CPR number. The length stays, so that columns hold. */
export function maskDigits(text: string): string {
  return text.replace(CPR_LIKE, (number) => number.replace(/\d/g, '•'))
}
