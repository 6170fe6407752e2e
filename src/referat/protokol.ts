import { splitSentences } from './sentences.ts'

/** A dissent or reservation that the minutes record (kommunestyrelsesloven § 13). */
export interface MinorityStatement {
  /** Who made it, as written: names, a party, or '' where the sentence does not begin with them. */
  readonly by: string
  /** The paragraph as plain words. */
  readonly text: string
}

const RECORDED =
  /(?:ført|indført|tilført) (?:til|i) (?:protokol|referat)|til protokols?(?!\p{L})|(?:tilføres|tilført) (?:protokollen|referatet|protokols?)|protokolleret?(?!\p{L})|mindretalsudtalelse|(?<!\p{L})(?:tog|tager) (?:et )?forbehold/iu
const LABEL = /^\s*(?:mindretalsudtalelse|protokoltilførsel|protokollat)\s*[.:]\s*/iu
const BY = /^(.{2,160}?) (?:ønske(?:de|r)|tog|tager|afgav|afgiver|bad|beder|fik|får|begærede|begærer|har ønsket|vil have)(?!\p{L})/u

/** Statements that a decision (Markdown) records for a minority, in their order; [] where there are none. */
export function minorityStatements(decision: string): MinorityStatement[] {
  return decision.split(/\r?\n\s*\r?\n/).flatMap((paragraph) => {
    if (!RECORDED.test(paragraph)) return []
    const words = paragraph
      .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
      .replace(/[*_`]+|^[ \t]*[>#]+[ \t]?/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
    const sentences = splitSentences(words.replace(LABEL, ''))
    // What stands before the statement in its paragraph (the vote) is no part of it.
    const first = Math.max(
      0,
      sentences.findIndex((sentence) => RECORDED.test(sentence)),
    )
    const text = sentences.slice(first).join(' ')
    return text === '' ? [] : [{ by: BY.exec(text)?.[1]?.replace(/^(?:Men|Dog) /u, '') ?? '', text }]
  })
}
