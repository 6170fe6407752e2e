import { answeredPoints, classifyDecision, type OutcomeId, recommendedPoints } from './beslutning.ts'
import { ownStatements } from './decision-text.ts'
import { type Ask, askOf } from './followed-asks.ts'
import type { Punkt } from './punkt.ts'
import { sectionKeyOf } from './section.ts'

export type Followed = 'followed' | 'followed-amended' | 'not-followed' | 'postponed' | 'unknown'

/** A numbered point of a recommendation that the decision answers. */
export interface FollowedPoint {
  readonly point: number
  /** What was recommended, without "at". */
  readonly text: string
  readonly outcomes: readonly OutcomeId[]
  readonly followed: Followed
}

/** What became of a recommendation. */
export interface FollowedResult {
  readonly followed: Followed
  /** Empty where the decision does not answer point by point. */
  readonly points: readonly FollowedPoint[]
}

/** What a page calls it, in the order of lists. */
export const FOLLOWED: readonly { readonly id: Followed; readonly slug: string; readonly label: string }[] = [
  { id: 'followed', slug: 'fulgt', label: 'Indstillingen fulgt' },
  { id: 'followed-amended', slug: 'fulgt-med-aendringer', label: 'Indstillingen fulgt med ændringer' },
  { id: 'not-followed', slug: 'ikke-fulgt', label: 'Indstillingen ikke fulgt' },
  { id: 'postponed', slug: 'udsat', label: 'Udsat' },
  { id: 'unknown', slug: 'kan-ikke-afgoeres', label: 'Kan ikke afgøres af teksten' },
]

const NOT_FOLLOWED =
  /(?:følge[rs]?|følges|fulgte|godkende[rs]?|godkendte|tiltræde[rs]?|anbefale[rs]?) ikke (?:\p{L}+ )?indstillinge[nr]|indstilling(?:en|erne) (?:(?:blev|er|kan|bliver) ){0,2}(?:ikke (?:godkendt|fulgt|tiltrådt|vedtaget|imødekommes|imødekommet|anbefalet)|følges ikke|anbefales ikke|godkendes ikke|tiltrædes ikke|forkastet|forkastes|afvist|afvises|nedstemt)/u
const NAMES_RECOMMENDATION = /(?<!\p{L})indstilling(?:en|erne|ens)(?!\p{L})|som indstillet/u
/** The words by which a decision changes the recommendation, though it says yes. */
const CHANGED =
  /med (?:den |de |en |et |følgende )?(?:\p{L}+ )?(?:ændring|tilføjelse|præcisering|bemærkning|rettelse|justering|undtagelse)|(?<!\p{L})(?:dog|hvis|såfremt|forudsat|bortset fra|undtagen|under forudsætning|delvist?|på betingelse|på vilkår|idet|men)(?!\p{L})/u
/** The words by which a decision takes another way, so that its yes is no yes to the recommendation. */
const OTHER_WAY =
  /(?<!\p{L})(?:i stedet|alternativ\p{L}*|ændringsforslag\p{L}*|modforslag\p{L}*|(?:scenari[eou]\p{L}*|model\p{L}*|løsning\p{L}*|variant\p{L}*) (?:\d+|[a-z](?!\p{L})))/u
/** A yes that answers the application and never a refusal of it. */
const GRANTED = /(?<!\p{L})(?:imødekom\p{L}*|bevilge\p{L}*|bevilget)(?!\p{L})/u
/** The count of a vote, and what stands in parentheses. */
const ASIDE = /,? ?(?:med )?\d+ (?:stemmer|medlemmer)(?: (?:for|mod|imod))?(?: \d+)?(?: stemmer)?|\([^()]*\)/gu
/** Words of a decision that say no more than who decided, and that it did. */
const EMPTY_WORDS = new Set(
  'at der det den de dette denne sag sagen punktet en et er blev bliver har som og i på til med for imod mod af sig om også hermed dermed herefter således enstemmigt enigt enig enige samlet flertal flertallet uden afstemning stemmer ja sin sit'.split(
    ' ',
  ),
)
const VERB =
  /^(?:godkend|vedtag|vedtog|tiltr[åæ]d|bevilge|imødekom|anbefal|indstil|afvis|følge|fulgt|drøfte|behandle)\p{L}*$|^(?:efterretning|tage[ts]?|tager|tog|indstillet)$/u
const DECIDES =
  /^(?:\p{L}*udvalget|\p{L}*udvalg|\p{L}*rådet|\p{L}*bestyrelsen|\p{L}*gruppen|direktionen|teamet|medlemmer(?:ne)?|formanden|indstilling(?:en|erne|ens))$/u
const YES: ReadonlySet<OutcomeId> = new Set<OutcomeId>(['approved', 'approved-amended', 'recommended'])
/** Outcomes that answer one kind of recommendation and no other. */
const ANSWERS_TO: Partial<Readonly<Record<OutcomeId, readonly Ask[]>>> = {
  noted: ['note', 'inform'],
  discussed: ['discuss'],
  informed: ['inform', 'review'],
  hearing: ['hearing'],
  referred: ['refer'],
  elected: ['elect'],
}

/**
 * Whether a decision followed its recommendation; undefined where the punkt has no recommendation or no decision in
 * words. The first rule that fits; what the words do not carry is `unknown` and never guessed.
 *
 * | # | recommendation and decision                                                          | verdict          |
 * |---|--------------------------------------------------------------------------------------|------------------|
 * | 1 | there is an alternative recommendation besides                                       | unknown          |
 * | 2 | every point is answered by its number, all alike                                     | that one         |
 * | 3 | the same, at least one followed, none unknown                                        | followed-amended |
 * | 4 | points are answered by number, but not all, or none as recommended                   | unknown          |
 * | 5 | the decision says of the recommendation itself that it is not followed               | not-followed     |
 * | 6 | primary postponed                                                                    | postponed; followed where just that was asked |
 * | 7 | the recommendation leaves the choice open                                            | unknown          |
 * | 8 | yes (approved, recommended), and besides a postponement, a hearing, a no to a part   | unknown          |
 * | 9 | yes to another way than the recommended ("i stedet", "ændringsforslaget", "model 2") | unknown          |
 * | 10| yes where a refusal was asked: named or bare ("Godkendt.")                           | followed; granted: not-followed; else unknown |
 * | 11| yes with a change, addition or condition, or with an amendment adopted besides       | followed-amended |
 * | 12| yes naming the recommendation, or bare, or in its own words (a single point)         | followed         |
 * | 13| yes in other words ("der afsættes 400.000 kr.", where 500.000 was asked)             | unknown          |
 * | 14| no where a refusal was asked, in words that answer the matter                        | followed         |
 * | 15| no where something was asked for                                                     | not-followed     |
 * | 16| noted, discussed, informed, hearing, referred, elected where just that is asked      | followed; with a condition, or a hearing of another length: followed-amended |
 * | 17| elected, but the recommendation names people whom the decision does not              | unknown          |
 * | 18| anything else: a recommendation to approve that was noted, a withdrawn punkt         | unknown          |
 */
export function followedOf({
  beslutning,
  closed,
  sections: all,
}: Pick<Punkt, 'beslutning' | 'closed' | 'sections'>): FollowedResult | undefined {
  if (closed || beslutning.status !== 'decided' || beslutning.text === '') return undefined
  const sections = all.filter(({ key, text }) => key === 'recommendation' && text.trim() !== '')
  if (sections.length === 0) return undefined
  const recommendation = sections.map(({ text }) => withoutEarlier(text)).join('\n\n')
  const recommended = recommendedPoints(recommendation)
  const points = answeredPoints(recommendation, beslutning.text).map(
    ({ point, text, answer, outcomes }): FollowedPoint => ({ point, text, outcomes, followed: compare([text], answer, outcomes) }),
  )
  if (sections.some(({ heading }) => /alternativ/iu.test(heading))) return { followed: 'unknown', points }
  if (points.length > 0) return { followed: points.length === recommended.size ? ofPoints(points) : 'unknown', points }
  const asked = recommended.size > 0 ? [...recommended.values()] : [recommendation]
  return { followed: compare(asked, beslutning.text, beslutning.outcomes), points }
}

/** A recommendation without the decisions of earlier bodies that some put under it. */
function withoutEarlier(text: string): string {
  let skipping = 0
  const kept = text.split('\n').filter((line) => {
    const [, marks = '', heading = ''] = /^(#{1,6})\s+(.*)$/.exec(line) ?? []
    if (marks !== '' && (skipping === 0 || marks.length <= skipping)) {
      const key = sectionKeyOf(heading)
      skipping = key === 'earlier-decision' || key === 'decision' ? marks.length : 0
    }
    return skipping === 0
  })
  return kept.join('\n')
}

function ofPoints(points: readonly FollowedPoint[]): Followed {
  const met = new Set(points.map(({ followed }) => followed))
  const [first = 'unknown'] = met
  if (met.size === 1) return first
  if (met.has('unknown')) return 'unknown'
  return met.has('followed') || met.has('followed-amended') ? 'followed-amended' : 'unknown'
}

/** Rules 5 to 18 of `followedOf`, for a whole recommendation or one point of it. */
function compare(asked: readonly string[], decision: string, outcomes: readonly OutcomeId[]): Followed {
  const [primary] = outcomes
  const statements = ownStatements(decision).map(({ words }) => words)
  const telling = statements.filter((words) => classifyDecision(words).some((outcome) => outcome !== 'other'))
  const sentence = telling.find((words) => NAMES_RECOMMENDATION.test(words)) ?? telling[0]
  if (primary === undefined || sentence === undefined) return 'unknown'
  if (statements.some((words) => NOT_FOLLOWED.test(words))) return 'not-followed'

  const asks = asked.map(askOf)
  const all = (wanted: readonly Ask[]): boolean => asks.every((ask) => wanted.includes(ask))
  if (primary === 'postponed') return all(['postpone']) ? 'followed' : 'postponed'
  if (asks.includes('open')) return 'unknown'

  const wanted = asked.join(' ').normalize('NFC').toLowerCase()
  const goesBeyond = (pattern: RegExp, words: string): boolean => {
    const found = pattern.exec(words)?.[0]
    return found !== undefined && !wanted.includes(found)
  }
  const changed = primary === 'approved-amended' || goesBeyond(CHANGED, sentence)
  const named = NAMES_RECOMMENDATION.test(sentence)

  if (YES.has(primary)) {
    if (outcomes.includes('postponed') || (outcomes.includes('rejected') && !named)) return 'unknown'
    if (goesBeyond(OTHER_WAY, sentence) || (outcomes.includes('hearing') && !asks.includes('hearing'))) return 'unknown'
    const added = addedWords(sentence)
    if (asks.includes('reject')) {
      if (!all(['reject'])) return named && !changed ? 'followed' : 'unknown'
      if (GRANTED.test(sentence)) return 'not-followed'
      if (!named && added.length > 0) return 'unknown'
      return changed ? 'followed-amended' : 'followed'
    }
    if (changed || statements.some((words) => words !== sentence && isAmendmentAdopted(words))) return 'followed-amended'
    const ownWords = asked.length === 1 && added.every((word) => wanted.includes(word))
    return named || added.length === 0 || ownWords ? 'followed' : 'unknown'
  }
  if (primary === 'rejected') {
    if (goesBeyond(OTHER_WAY, sentence)) return 'unknown'
    if (all(['reject'])) return /^ikke /u.test(sentence) ? 'unknown' : 'followed'
    return asks.includes('reject') || asks.includes('postpone') ? 'unknown' : 'not-followed'
  }
  if (!all(ANSWERS_TO[primary] ?? [])) return 'unknown'
  if (asks.includes('review') && !/gennemg/u.test(sentence)) return 'unknown'
  if (primary === 'elected' && namesIn(asked.join(' ')).some((name) => !decision.includes(name))) return 'unknown'
  return changed || (primary === 'hearing' && weeksDiffer(wanted, statements.join(' '))) ? 'followed-amended' : 'followed'
}

/** The words of a sentence that say more than that something was decided; numbers are words. */
function addedWords(sentence: string): string[] {
  const words = sentence.replace(ASIDE, ' ').match(/\p{L}+|\d[\d.,]*\d|\d/gu) ?? []
  return words.filter((word) => !EMPTY_WORDS.has(word) && !VERB.test(word) && !DECIDES.test(word))
}

function isAmendmentAdopted(words: string): boolean {
  return /ændringsforslag/u.test(words) && classifyDecision(words).some((outcome) => YES.has(outcome))
}

/** "Karen Holm": two or more capitalised words in a row. */
function namesIn(text: string): string[] {
  return text.match(/(?<!\p{L})\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu) ?? []
}

const WEEKS = /(?<!\p{L})(\d+|en|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv) uger(?!\p{L})/u

function weeksDiffer(recommendation: string, decision: string): boolean {
  const [asked, decided] = [WEEKS.exec(recommendation)?.[1], WEEKS.exec(decision)?.[1]]
  return asked !== undefined && decided !== undefined && asked !== decided
}
