import { foldLetters } from '../source/slug.ts'

const collator = new Intl.Collator('da', { numeric: true })
const AA = /^(?:aa|Aa|AA)/
/** Words with one space between them and no colon: nothing is left to fold, as in most. */
const PLAIN = /^[!-9;-~]+(?: [!-9;-~]+)*$/
const COMBINING = /\p{M}+/gu
/** Letters that Danish collation files under another letter. */
const FILED_UNDER: Readonly<Record<string, string>> = {
  Ä: 'Æ',
  Ö: 'Ø',
  Ő: 'Ø',
  Ü: 'Y',
  Ű: 'Y',
  Ð: 'D',
  Đ: 'D',
  Þ: 'T',
  Œ: 'Ø',
  Ǽ: 'Æ',
  Ǿ: 'Ø',
}

/** Orders two texts as a Danish register does: æ, ø, å last, aa as å, numbers by value. */
export function compareDanish(a: string, b: string): number {
  return collator.compare(a, b)
}

/** The heading of an A–Å list that a text stands under: its letter ('Å' for Aa…), '0-9' for a digit, '#' for anything else. */
export function initialOf(text: string): string {
  const start = text.trimStart().slice(0, 8).normalize('NFC')
  // Decomposed, as the collation sees it: it files "Aå" with "Aa".
  if (AA.test(start.normalize('NFD'))) return 'Å'
  const first = [...start][0]?.toUpperCase() ?? ''
  if (/^\p{Nd}/u.test(first)) return '0-9'
  const filed = FILED_UNDER[first] ?? first
  if (/^[A-ZÆØÅ]$/.test(filed)) return filed
  const bare = filed.normalize('NFD').replace(COMBINING, '')
  return /^[A-Z]$/.test(bare) ? bare : '#'
}

/** A label or name for matching: letters folded to ASCII, lower case, trimmed, white space collapsed, a colon at the end taken off. */
export function foldLabel(text: string): string {
  const folded = foldLetters(text)
  if (PLAIN.test(folded)) return folded
  return folded
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:\s*:)+$/, '')
}
