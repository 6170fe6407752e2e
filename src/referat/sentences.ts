/** Abbreviations after which a sentence always goes on. */
const GOES_ON = new Set(
  'kl pkt jf jvf d nr ca bl.a f.eks fx evt stk inkl ekskl hhv pga vedr afd tlf dvs fhv sml art kap s ad adm alm cand dir frk hr fru j jr pr red sagsnr dok min maks mht iht iflg ift ifm ml omkr samt st v vha jan feb febr mar apr jun jul aug sept sep okt nov dec t.o.m f.o.m'.split(
    ' ',
  ),
)
const MONTH_NEXT = /^\s+(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\p{L})/iu
const LINE_GOES_ON =
  /(?:[,;–-]|(?<!\p{L})(?:i|af|til|fra|at|og|den|det|de|en|et|som|med|for|på|om|samt|eller|ved|under|hos|d\.|kl\.|pkt\.|nr\.|jf\.|\d\.))$/iu
const LIST_MARK = /^(?:[-*+•–]|\d{1,3}[.)]|[a-zæøå]\))\s+/iu
const STOP = /[.!?…]+["”’»)\]]*(?=\s|$)/gu

/**
 * The sentences of Danish prose. A full stop ends none in "14. august", "kl. 9", "pkt. 3", "jf. bilag 2" or after an
 * initial; a line that begins anew with a capital or a list mark does.
 */
export function splitSentences(text: string): string[] {
  return linesOf(text).flatMap(splitLine)
}

function linesOf(text: string): string[] {
  const lines: string[] = []
  let open = ''
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim()
    const goesOn = open !== '' && line !== '' && !LIST_MARK.test(line) && (/^[\p{Ll}\d(]/u.test(line) || LINE_GOES_ON.test(open))
    if (goesOn) {
      open = `${open} ${line}`
      continue
    }
    if (open) lines.push(open)
    open = line.replace(LIST_MARK, '')
  }
  if (open) lines.push(open)
  return lines
}

function splitLine(line: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const match of line.matchAll(STOP)) {
    const end = match.index + match[0].length
    if (!endsSentence(line, match.index, match[0], end)) continue
    const sentence = line.slice(from, end).trim()
    if (sentence) sentences.push(sentence)
    from = end
  }
  const rest = line.slice(from).trim()
  if (rest) sentences.push(rest)
  return sentences
}

function endsSentence(line: string, stop: number, mark: string, end: number): boolean {
  if (end >= line.length) return true
  const next = line.slice(end, end + 16).trimStart()
  if (/^\p{Ll}/u.test(next)) return false
  if (mark !== '.') return true
  const before = line.slice(Math.max(0, stop - 32), stop)
  const word = /[\p{L}\p{Nd}.]+$/u.exec(before)?.[0] ?? ''
  if (/^\d{1,2}$/.test(word)) return !MONTH_NEXT.test(line.slice(end, end + 16))
  if (/^(?:kr|mio|mia|pct|d)$/iu.test(word) && /^\d/.test(next)) return false
  // "Hanne H. Holm" goes on; "Imod stemte: A, Ø." ends with the letter of a party.
  if (/^\p{Lu}$/u.test(word)) return !/(?:^|\p{Lu}\p{L}+ |\p{Lu}\. ?)\p{Lu}$/u.test(before)
  return !(/^\p{Ll}$/u.test(word) || GOES_ON.has(word.toLowerCase()))
}
