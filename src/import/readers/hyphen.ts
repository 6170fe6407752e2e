/** Words after which a hyphen at a line's end belongs to the word before: "børne- og". */
const CONNECTIVE = /^(?:og|eller|samt|til|og\/eller)(?!\p{L})/u

/**
 * Gives a function that joins a line to the next, and a word that the margin broke: the hyphen goes, unless the
 * document writes the word with one elsewhere, or it stands in a word such as "IT-drift" or before a capital.
 */
export function hyphenJoiner(document: string): (text: string, next: string) => string {
  const lower = document.toLowerCase()
  return (text, next) => {
    const start = /(\p{L}+)-$/u.exec(text)?.[1]
    const rest = /^[\p{L}]+/u.exec(next)?.[0]
    if (start === undefined || rest === undefined || CONNECTIVE.test(next)) return `${text} ${next}`
    const isCompound = /\p{Lu}$/u.test(start) || /^\p{Lu}/u.test(rest) || start.length === 1
    const isWrittenSo = lower.includes(`${start}-${rest}`.toLowerCase()) && !lower.includes(`${start}${rest}`.toLowerCase())
    return isCompound || isWrittenSo ? text + next : text.slice(0, -1) + next
  }
}

/** A line as broken text has it; shorter ones were not broken by a margin. */
const SHORTEST = 25

/** Joins the words that a text has broken over two lines; every line keeps its number. */
export function joinBrokenWords(text: string): string {
  if (!/\p{L}-[^\S\n]*\n[^\S\n]*\p{Ll}/u.test(text)) return text
  const join = hyphenJoiner(text)
  const lines = text.split('\n')
  lines.forEach((line, index) => {
    const next = lines[index + 1] ?? ''
    const word = /^\s*(\p{Ll}\S*)\s*/u.exec(next)
    const ended = line.trimEnd()
    const isHeading = /^#{1,6}\s/.test(ended)
    if (!word || (ended.length < SHORTEST && !isHeading) || !/\p{L}{2}-$/u.test(ended) || CONNECTIVE.test(next.trim())) return
    const joined = join(ended, word[1] ?? '')
    const rest = next.slice(word[0].length)
    if (isHeading) {
      lines[index] = join(ended, next.trim())
      lines[index + 1] = ''
      return
    }
    if (rest !== '') {
      lines[index] = joined
      lines[index + 1] = `${/^\s*/.exec(next)?.[0] ?? ''}${rest}`
      return
    }
    const broken = /\S+$/.exec(ended)?.[0] ?? ''
    lines[index] = ended.slice(0, -broken.length).trimEnd()
    lines[index + 1] = joined.slice(ended.length - broken.length)
  })
  return lines.join('\n')
}

/** Joins the words that breaks within a paragraph have parted, where a page is made of printed lines. */
export function withWholeWords<T extends { readonly text: string; readonly markdown?: string; readonly apart?: boolean }>(
  lines: readonly T[],
): T[] {
  const join = hyphenJoiner('')
  const whole: T[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const isBroken = last !== undefined && last.text.length >= SHORTEST && /\p{Ll}{2}-$/u.test(last.text) && /^\p{Ll}/u.test(line.text)
    const isPlain = last?.markdown === undefined && line.markdown === undefined && !line.apart
    if (last && isBroken && isPlain) whole[whole.length - 1] = { ...last, text: join(last.text, line.text) }
    else whole.push(line)
  }
  return whole
}
