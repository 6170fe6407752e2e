import type { Archive } from '../archive/archive.ts'
import { compareDanish } from '../referat/collation.ts'

/** A word, with a capital, and the punkter in whose titles it stands. */
export interface TitleWord {
  readonly word: string
  /** Ids, newest first. */
  readonly punkter: readonly string[]
}

/** Words that say nothing about what a punkt is about, or stand in very many titles. */
const SAY_NOTHING = new Set(
  (
    'alle andet anden andre begge behandling dagsorden deres disse efter eller endelig forslag fra første godkendelse hvordan hvorfor indstilling inden mellem ' +
    'mere mindre møde mødet orientering over punkt punkter samt sagen skal status tredje under uden vedrørende behov denne dette deraf fortsat herunder igen ' +
    'indenfor ikke imod med mod til ved være bliver blive efter færre flere flest mest nyere nyeste nye øvrige egne eget egen eventuelt bordet drøftelse udkast ' +
    'side bilag sammen siden gennem omkring bedre større mindst højst samme særlig særligt ændret ændrede årlig årligt august september oktober november december ' +
    'januar februar marts april juni juli langs bag foran nær vest øst nord syd'
  ).split(' '),
)
/** How adjectives and participles end; what is left are nearly all nouns and names. */
const NO_NOUN = /(?:isk|iske|lig|lige|ligt|ende|ede|som|somme|løs|løse|igt)$/
const WORD = /\p{L}[\p{L}\p{N}-]{3,}/gu

/**
 * The nouns and names in the titles of an authority's punkter, by the Danish alphabet: the way to every punkt for those
 * who cannot search. Told by the form of a word alone, so that no dictionary is needed to print a page.
 */
export function gatherTitleWords(archive: Archive, authority: string): TitleWord[] {
  const found = new Map<string, string[]>()
  const add = (written: string, punkt: string): void => {
    const word = written.charAt(0).toLocaleUpperCase('da') + written.slice(1)
    const punkter = found.get(word)
    if (!punkter) found.set(word, [punkt])
    else if (punkter.at(-1) !== punkt) punkter.push(punkt)
  }
  for (const { id, title, meeting } of archive.punkter) {
    if (archive.meeting(meeting).authority !== authority) continue
    const words = (title.match(WORD) ?? []).map((word) => word.replace(/-+$/, ''))
    const telling = words.filter((word) => !SAY_NOTHING.has(word.toLowerCase()) && !NO_NOUN.test(word.toLowerCase()))
    // Every punkt has a place: one whose title says nothing else stands by its first word.
    for (const word of telling.length > 0 ? telling : [words[0] ?? title]) add(word, id)
  }
  return [...found]
    .map(([word, punkter]) => ({ word, punkter }))
    .sort((a, b) => compareDanish(a.word, b.word) || (a.word < b.word ? -1 : 1))
}
