import { parseQuery } from '../../search/query.ts'
import { wordsOf } from '../../search/vocabulary.ts'
import type { ArchiveWords } from './words.ts'

/** What Pagefind is asked for a visitor's query: every clause must be met. */
export interface Plan {
  readonly clauses: readonly string[]
  /** The loose words among the clauses, one by one: they may be met in part. */
  readonly words: readonly string[]
  readonly unknown: readonly string[]
  readonly instead?: string
}

/** Least length of the words that an unknown compound is split into. */
const SHORTEST_HALF = 4

/**
 * Reads a query by the archive's own words. Days, months and case numbers become exact tokens; a word that the archive
 * spells otherwise is spelled its way; a slip of the pen is set right; what no punkt has is left out, since Pagefind
 * would take its longest known beginning instead and find what nobody asked for.
 */
export async function planSearch(query: string, archive: ArchiveWords): Promise<Plan> {
  const { phrases, tokens, words } = parseQuery(query)
  const unknown: string[] = []
  const clauses = phrases.map((phrase) => `"${phrase}"`)
  for (const { token, text } of tokens) {
    const list = await archive.near(token)
    if (list.has(token, true)) clauses.push(`"${token}"`)
    else if (token.startsWith('sag') && list.has(token)) clauses.push(token)
    else unknown.push(text.trim())
  }
  const read = await Promise.all(words.map((word) => readWord(word, archive)))
  const kept = read.flatMap(({ as }) => (as ? [as] : []))
  read.forEach(({ as }, index) => {
    if (!as) unknown.push(words[index] ?? '')
  })
  if (kept.length > 0) clauses.push(kept.join(' '))
  const corrected = read.some(({ corrected }) => corrected)
  const spoken = [...phrases.map((phrase) => `"${phrase}"`), ...tokens.map(({ text }) => text.trim()), ...kept].join(' ')
  return { clauses, words: kept.flatMap((word) => word.split(' ')), unknown, ...(corrected && { instead: spoken }) }
}

/** How a word is searched: `as` is undefined where the archive has nothing like it. */
async function readWord(word: string, archive: ArchiveWords): Promise<{ readonly as: string | undefined; readonly corrected: boolean }> {
  let as = word
  let corrected = false
  for (const part of wordsOf(word)) {
    const found = (await archive.near(part)).lookUp(part)
    if (found.kind === 'known') continue
    const halves = found.kind === 'variant' ? undefined : await splitByArchive(part, archive)
    if (!halves && found.kind === 'unknown') return { as: undefined, corrected: false }
    as = as.replace(part, halves ?? (found.kind === 'unknown' ? part : found.word))
    corrected ||= !halves && found.kind === 'near'
  }
  return { as, corrected }
}

/** A compound that the archive does not have, as the two words of it that it has: `printhåndtering` → `print håndtering`. */
async function splitByArchive(word: string, archive: ArchiveWords): Promise<string | undefined> {
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at += 1) {
    const tail = word.slice(at)
    if (!(await archive.near(tail)).hasWord(tail)) continue
    const heads = [word.slice(0, at), ...(/[se]$/.test(word.slice(0, at)) ? [word.slice(0, at - 1)] : [])]
    for (const head of heads) if (head.length >= SHORTEST_HALF && (await archive.near(head)).hasWord(head)) return `${head} ${tail}`
  }
  return undefined
}
