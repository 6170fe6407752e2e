import { foldLabel } from '../referat/collation.ts'
import { nearest } from '../referat/schema/read-fields.ts'
import { fullText, type LeftOut, type Line, type Note, sourceWords } from './line.ts'
import { partOfAgenda, readMarks } from './lukket.ts'

const LEADER = /^(.*?)\s*(?:[.…·_]\s?){3,}\s*(?:\d{1,4}|fejl! bogmærke er ikke defineret\.?)$/iu
const TOC_HEADING =
  /^(?:indholdsfortegnelse|indholdsoversigt|indhold|dagsorden|punkter|oversigt over punkter|dagsordenspunkter|emner|sagsoversigt)$/

/** So many characters of a title are enough where the margin has cut off the rest. */
const LEAST_START = 25

/** The title of a line of a table of contents, told by its page number; undefined for any other line. */
export function tocEntry(line: Line): string | undefined {
  const leader = LEADER.exec(fullText(line))?.[1]?.trim()
  if (leader) return withoutNumber(leader)
  if (line.cells?.length === 2 && /^\d{1,4}$/.test(line.cells[1] ?? '') && (line.cells[0]?.length ?? 0) > 2) {
    return withoutNumber(fullText(line).replace(/\s*\d{1,4}$/, ''))
  }
  return undefined
}

function withoutNumber(title: string): string {
  return title.replace(/^(?:(?:punkt|pkt\.?|sag nr\.?|nr\.?)\s*)?\d{1,4}[a-zæøå]?(?:[.:)]|\s+[-–])?\s+(?=[\p{L}(])/iu, '').trim()
}

/** What a table of contents is parted into. */
export interface TakenToc {
  /** Lines before the first punkt without those of the table. */
  readonly lines: Line[]
  readonly leftOut: LeftOut[]
  readonly notes: Note[]
}

/**
 * Takes the table of contents out of what stands before the first punkt. The headings further down are the truth
 * about the titles; where the table differs from them in words or in number, the person is told.
 */
export function takeToc(front: readonly Line[], titles: readonly string[], listed: ReadonlySet<number>): TakenToc {
  const folded = titles.map((title) => foldLabel(readMarks(title).title))
  const isTitle = (words: string): boolean =>
    folded.some((title) => title === words || (words.length >= LEAST_START && title.startsWith(`${words} `)))
  const isEntry = (line: Line, index: number): boolean =>
    tocEntry(line) !== undefined ||
    listed.has(index) ||
    (isTitle(foldLabel(readMarks(withoutNumber(fullText(line))).title)) && line.level === 0)
  const entries = front.flatMap((line, index) => (isEntry(line, index) ? [index] : []))
  const heading = front.findIndex((line) => TOC_HEADING.test(foldLabel(line.text)))
  const last = entries.at(-1)
  if (last === undefined) return { lines: [...front], leftOut: [], notes: [] }
  const first = heading >= 0 && heading < last ? heading : (entries[0] ?? last)
  const inside = front.slice(first, last + 1)
  const leftOut = inside.map((line) => ({
    line: line.number,
    text: sourceWords(line),
    reason: 'indholdsfortegnelse',
  }))
  const names = entries.map((index) => nameOf(front, index, first, entries))
  return {
    lines: [...front.slice(0, first), ...front.slice(last + 1)],
    leftOut,
    notes: compare(names, titles, front[first]?.number ?? 1),
  }
}

/** The title of an entry, with the lines before it that the margin has broken off it. */
function nameOf(front: readonly Line[], at: number, first: number, entries: readonly number[]): string {
  const line = front[at] as Line
  let name = tocEntry(line) ?? fullText(line)
  for (
    let index = at;
    index - 1 > first && !entries.includes(index - 1) && front[index]?.gap === false && !partOfAgenda(front[index - 1]?.text ?? '');
    index -= 1
  )
    name = `${front[index - 1]?.text} ${name}`
  return withoutNumber(name)
}

function compare(listed: readonly string[], titles: readonly string[], line: number): Note[] {
  if (titles.length > 0 && listed.length !== titles.length) {
    return [
      {
        line,
        severity: 'warning',
        rule: 'import-indholdsfortegnelse-antal',
        message: `Indholdsfortegnelsen har ${listed.length} punkter, men der er fundet ${titles.length}.`,
        hint: 'Se efter, om et punkt er læst som tekst, eller om en tekst er læst som et punkt.',
      },
    ]
  }
  return listed.flatMap((name, index): Note[] => {
    const title = titles[index] ?? ''
    const near = foldLabel(readMarks(name).title) === foldLabel(readMarks(title).title)
    const isCut = name.length >= LEAST_START && foldLabel(title).startsWith(foldLabel(name))
    if (near || isCut) return []
    const alike = nearest(foldLabel(name), [foldLabel(title)]) !== undefined
    return [
      {
        line,
        severity: alike ? 'info' : 'warning',
        rule: 'import-indholdsfortegnelse-titel',
        message: `Titlen på det ${index + 1}. punkt er stavet anderledes i indholdsfortegnelsen; overskriften ved punktet er brugt.`,
        hint: 'Ret titlen i punktets fil, hvis det er indholdsfortegnelsen, der har ret.',
      },
    ]
  })
}
