const KLE = /^\d\d(?:\.\d\d){0,2}$/

/** Letters of the handlingsfacetter met in Danish case numbers; others are worth a warning. */
export const KNOWN_FACET_LETTERS: readonly string[] = ['A', 'G', 'I', 'K', 'P', 'S', 'Ø']

/** True for a KLE number of any level: hovedgruppe `85`, gruppe `85.15` or emne `85.15.02`. */
export function isKle(text: string): boolean {
  return KLE.test(text)
}

/** The levels above a KLE number, highest first: `85.15.02` → `85`, `85.15`. */
export function kleParents(kle: string): string[] {
  const parts = kle.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
}

/** Address of a KLE number in KL's public classification, in the syntax KL gives for links. */
export function kleLink(kle: string): string {
  const group = kle.slice(0, 2)
  const top = `http://www.kle-online.dk/emneplan/${group}/`
  return kle === group ? top : `${top}#_${kle}`
}
