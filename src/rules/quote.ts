const LONGEST = 80

/** Words from a file as a message repeats them: in quotation marks, on one line, not too long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `"${line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line}"`
}
