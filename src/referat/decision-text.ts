import { AtHand } from '../source/at-hand.ts'
import { sectionKeyOf } from './section.ts'
import { splitSentences } from './sentences.ts'

/** One sentence of a decision, as it stands and ready for matching. */
export interface Statement {
  /** Lower case, one space between words, '' where the words are a vote and no more. */
  readonly words: string
  /** True for a sentence that fills a paragraph of its own. */
  readonly alone: boolean
}

const HEADING = /^\s{0,3}(#{1,6})\s+(.*)$/
const INLINE_EARLIER = /(?:punkt|pkt\.?)\s*\d+\p{L}?\s*:\s*\S/iu
const DECISION_LABEL = /beslutning/iu
const MAYBE_EARLIER = /\d{4}/
const ABSENCE_LINE = /^(?:afbud|fravær(?:ende)?|ikke til stede|ikke mødt|deltog ikke|inhabil(?:e)?|stedfortræder(?:e)?)(?!\p{L})/iu
const ABSENCE_LABEL = /^[\p{L} ]{4,40}(?:\([\p{L} ]+\))?:?$/u
const ABSENT =
  /(?<!\p{L})(?:deltog(?:er)? (?:\p{L}+ )?ikke|ikke deltog|deltog hverken|(?:er|var) (?:\p{L}+ )?(?:ikke til stede|fraværende|inhabil(?:e)?)|ikke til stede|(?:havde )?meldte? afbud|forlod (?:mødet|lokalet|salen)|ankom(?:mer)?|erklære(?:t|de) (?:sig )?inhabil|erklærede sig for inhabil|mødet (?:blev )?(?:hævet|sluttede))(?!\p{L})/u
/** What stands before the words themselves: "Beslutning: …", "At 2: …". */
const LEAD_IN = /^(?:(?:åben )?beslutning(?:er)? ?: ?|(?:at|ad\.?|punkt|pkt\.?|nr\.?) ?\d{1,3}\p{L}? ?[:.)]+ ?)+(?=\S)/u
const VOTE =
  /^(?:for|imod|undlod|undlader|undlod at stemme|hverken for eller imod)(?: stemte| stemmer|:| \(|: )|^(?:for|imod) stemte|^\d+ stemm(?:er|te)|^stemmer? (?:for|imod)/u
const VOTE_RESULT = /(?<!\p{L})(?:hvorefter|herefter|dermed|hermed|således|hvorved)(?!\p{L}).*$/u

/** One decision is asked about several times. */
const known = new AtHand<readonly Statement[]>(50_000)

/** Sentences of a decision (Markdown) that are its own: without absences and without what earlier bodies decided. */
export function ownStatements(markdown: string): readonly Statement[] {
  return known.of(markdown, statementsOf)
}

function statementsOf(markdown: string): Statement[] {
  const statements: Statement[] = []
  for (const paragraph of ownParagraphs(plain(markdown))) {
    const sentences = splitSentences(paragraph)
    for (const sentence of sentences) {
      const own = withoutAbsence(sentence.toLowerCase().replace(/\s+/g, ' ').replace(LEAD_IN, ''))
      if (/[\p{L}\p{Nd}]/u.test(own)) statements.push({ words: withoutVote(own), alone: sentences.length === 1 })
    }
  }
  return statements
}

/** The words of a Markdown text: no marks, links or comments, letters composed, odd white space plain. */
function plain(markdown: string): string {
  return markdown
    .normalize('NFC')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`\\]+/g, '')
    .replace(/^[ \t]*>[ \t]?/gm, '')
}

function ownParagraphs(text: string): string[] {
  const paragraphs: string[] = []
  let open: string[] = []
  // What is skipped runs to the next heading of this level or higher; 7 for a line that is no Markdown heading.
  let skipTo = 0
  let skipParagraph = false
  let skipNext = false
  const close = () => {
    if (open.length > 0) paragraphs.push(open.join('\n'))
    open = []
  }
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim()
    const heading = HEADING.exec(raw)
    if (line === '') {
      close()
      if (!skipNext) skipParagraph = false
      continue
    }
    if (heading) {
      close()
      skipParagraph = false
      skipNext = false
      const level = heading[1]?.length ?? 0
      if (skipTo === 0 || level <= skipTo) skipTo = isEarlier(heading[2] ?? '') ? level : 0
      continue
    }
    if (line.length <= 100 && DECISION_LABEL.test(line) && sectionKeyOf(line) === 'decision') {
      close()
      if (skipTo === 7) skipTo = 0
      continue
    }
    if (skipTo > 0) continue
    if (skipParagraph) {
      skipNext = false
      continue
    }
    if (isEarlier(line)) {
      close()
      if (INLINE_EARLIER.test(line)) skipParagraph = true
      else skipTo = 7
      continue
    }
    const item = line.replace(/^[-+•–] +/, '')
    if (ABSENCE_LINE.test(item)) {
      close()
      // A bare label stands over the names; a label with names stands alone.
      skipNext = ABSENCE_LABEL.test(item) && (item.endsWith(':') || item.length <= 12)
      skipParagraph = skipNext
      const sentences = splitSentences(item).slice(1).filter(startsAnew)
      if (sentences.length > 0) paragraphs.push(sentences.join('\n'))
      continue
    }
    open.push(line)
  }
  close()
  return paragraphs
}

/** Of the sentences after an absence only those that begin as a decision does; the rest are names. */
function startsAnew(sentence: string): boolean {
  return /^(?:indstilling|godkendt|vedtaget|tiltrådt|taget|tages|til efterretning|drøftet|sagen|punktet|udvalget|byrådet|kommunalbestyrelsen|orientering|udsat|anbefal|afvist|et flertal)/iu.test(
    sentence,
  )
}

function isEarlier(line: string): boolean {
  if (!MAYBE_EARLIER.test(line)) return false
  const colon = line.search(/(?<=\d\p{L}?\s*):/u)
  return sectionKeyOf(colon > 0 ? line.slice(0, colon) : line) === 'earlier-decision' && (colon > 0 || line.length <= 160)
}

/** What a sentence says before it turns to who was not there. */
function withoutAbsence(sentence: string): string {
  if (!ABSENT.test(sentence)) return sentence
  const clauses = sentence.split(/(?<=[,;])/)
  const absent = clauses.findIndex((clause) => ABSENT.test(clause))
  const own = clauses.slice(0, Math.max(0, absent)).join('')
  // A name before "deltog ikke" is part of the absence, so only clauses with a verb of decision count.
  return /(?<!\p{L})(?:godkend|vedtag|tiltr|taget|tages|drøft|orienter|udsat|udsæt|anbefal|afvis|udgår|sendes|valgt|udpeg)/u.test(own)
    ? own
    : ''
}

function withoutVote(sentence: string): string {
  if (!VOTE.test(sentence)) return sentence
  return VOTE_RESULT.exec(sentence)?.[0] ?? ''
}
