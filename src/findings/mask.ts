/** Six digits and four, as a CPR number is written: together, or with a space, a hyphen, a dash or a full stop between. */
const CPR_LIKE = /(?<!\d)\d{6}[\s\u00a0]?[-\u2010-\u2015\u2212.]?[\s\u00a0]?\d{4}(?!\d)/g

/** Puts a dot for every digit of what looks like a CPR number. The length stays, so that columns hold. */
export function maskDigits(text: string): string {
  return text.replace(CPR_LIKE, (number) => number.replace(/\d/g, '•'))
}
