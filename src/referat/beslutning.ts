import { AtHand } from '../source/at-hand.ts'
import { foldLabel } from './collation.ts'
import { ownStatements } from './decision-text.ts'
import { NOTHING, PLAIN_PHRASES, resolveInfinitives, SPECIFIC_PHRASES, SUBSIDIARY_REJECTED } from './outcome-phrases.ts'

/** The outcome classes of a decision (`domain.md`), by id. */
export type OutcomeId =
  | 'approved'
  | 'approved-amended'
  | 'rejected'
  | 'postponed'
  | 'recommended'
  | 'hearing'
  | 'referred'
  | 'elected'
  | 'noted'
  | 'discussed'
  | 'informed'
  | 'nothing'
  | 'withdrawn'
  | 'other'

/** The decision of a punkt. The text is the authority; the outcomes are metadata about it. */
export interface Beslutning {
  /** Primary first. Empty where `status` is not `decided`. */
  readonly outcomes: readonly OutcomeId[]
  readonly status: 'decided' | 'missing' | 'closed'
  /** True where the outcomes were read from the text and not written by the clerk. */
  readonly derived: boolean
  /** The decision's words as Markdown; '' where there are none. */
  readonly text: string
}

/** An outcome class: the word that a clerk writes in `beslutning`, and the label that a page shows. */
export interface Outcome {
  readonly id: OutcomeId
  readonly key: string
  readonly label: string
}

/** The outcome classes in the order in which lists and filters show them. */
export const OUTCOMES: readonly Outcome[] = [
  { id: 'approved', key: 'godkendt', label: 'Godkendt' },
  { id: 'approved-amended', key: 'godkendt med ændringer', label: 'Godkendt med ændringer' },
  { id: 'rejected', key: 'afvist', label: 'Afvist' },
  { id: 'postponed', key: 'udsat', label: 'Udsat' },
  { id: 'recommended', key: 'anbefalet', label: 'Anbefalet' },
  { id: 'hearing', key: 'sendt i høring', label: 'Sendt i høring' },
  { id: 'referred', key: 'oversendt', label: 'Oversendt' },
  { id: 'elected', key: 'valgt', label: 'Valgt' },
  { id: 'noted', key: 'taget til efterretning', label: 'Taget til efterretning' },
  { id: 'discussed', key: 'drøftet', label: 'Drøftet' },
  { id: 'informed', key: 'orientering givet', label: 'Orientering givet' },
  { id: 'nothing', key: 'intet', label: 'Intet' },
  { id: 'withdrawn', key: 'udgår', label: 'Udgår' },
  { id: 'other', key: 'andet', label: 'Andet' },
]

/** Which of two outcomes in one sentence is the primary one: the first here. */
const STRENGTH: readonly OutcomeId[] = [
  'withdrawn',
  'rejected',
  'approved-amended',
  'approved',
  'postponed',
  'recommended',
  'hearing',
  'referred',
  'elected',
  'noted',
  'discussed',
  'informed',
  'nothing',
  'other',
]

const BY_KEY: ReadonlyMap<string, OutcomeId> = new Map(OUTCOMES.map(({ id, key }) => [foldLabel(key), id]))
const LABELS: ReadonlyMap<string, string> = new Map<string, string>([
  ...OUTCOMES.map(({ id, label }): [string, string] => [id, label]),
  ['missing', 'Ingen beslutning'],
  ['closed', 'Lukket punkt'],
])

/** Pairs that cannot both be true of one decision; a recommendation and a noting are never an approval. */
const OPPOSITES: readonly (readonly [OutcomeId, readonly OutcomeId[]])[] = [
  ['approved', ['rejected', 'postponed', 'withdrawn', 'recommended', 'noted', 'informed', 'nothing']],
  ['approved-amended', ['rejected', 'postponed', 'withdrawn', 'recommended', 'noted', 'informed', 'nothing']],
  ['rejected', ['postponed', 'withdrawn', 'recommended', 'noted', 'informed', 'nothing']],
  ['postponed', ['noted', 'nothing']],
  ['recommended', ['withdrawn', 'nothing']],
  ['withdrawn', ['hearing', 'referred', 'elected', 'noted', 'discussed', 'informed']],
  ['nothing', ['hearing', 'referred', 'elected']],
]
const CONTRADICTIONS: ReadonlySet<string> = new Set(
  OPPOSITES.flatMap(([one, others]) => others.flatMap((other) => [`${one} ${other}`, `${other} ${one}`])),
)

const MATTER = '(?:punktet|dagsordenspunktet|sagen|emnet|mødet)'
const PLAIN_WITHDRAWN = new RegExp(
  `^${MATTER} (?:(?:er|blev|bliver|må|måtte|dog|derfor) ){0,3}(?:udgår|udgik|udgå|udgået|aflyst|aflyses|bortfalder|taget af dagsordenen|tages af dagsordenen|trukket)(?!\\p{L})|^(?:udgår|udgået|udgik|aflyst)(?!\\p{L})`,
  'u',
)
const PLAIN_POSTPONED = new RegExp(
  `^${MATTER} (?:(?:er|bliver|dog|derfor) ){0,2}(?:udsat|udsættes|udskydes|udskudt)(?!\\p{L}| ikke)(?!.*\\d{4})`,
  'u',
)
const BARE_OUTCOME =
  /^(?:(?:indstillingen|indstillingerne|punktet|sagen|orienteringen|referatet|dagsordenen) )?(?:(?:blev|er) )?(?:godkendt|tiltrådt|vedtaget|udsat|afvist|drøftet|gennemgået|taget til efterretning|orientering givet|givet orientering)[.!]?$/u

const POINT_MARK = /^\s*(?:[-*+•–]\s+)?(?:at\s+(\d{1,2})\s?[.):]?|(\d{1,2})\s?[.):])\s*(?:at(?!\p{L}))?[\s,:]*/iu
const AT_BULLET = /^\s*[-*+•–]\s+at(?!\p{L})[\s,:]*/iu
const LIST_ITEM = /^\s*[-*+•–]\s/
const ANSWER =
  /(?<=(?:^|[.;:,]|(?<!\p{L})(?:og|samt|men|mens))[\s*_>•–-]*)(?<!(?:jf|jvf|jfr)\.\s*)(?:at|ad\.?|(?:indstillingens |indstillingen )?(?:punkterne|punkt|pkt\.?)|nr\.?)\s?(\d{1,2}(?:\s?(?:,|og|samt|-|–)\s?(?:(?:at|ad\.?|punkt|pkt\.?)\s?)?\d{1,2})*)\s?[.):]*\s*/gimu
const LIST_ANSWER = /^\s*(\d{1,2})[.)]\s+/gm

/** The class of a word in the frontmatter key `beslutning`, however it is cased; undefined for an unknown word. */
export function outcomeFromKey(key: string): OutcomeId | undefined {
  return BY_KEY.get(foldLabel(key))
}

/** What a page calls an outcome, a punkt without a decision or a closed punkt. */
export function outcomeLabel(id: OutcomeId | 'missing' | 'closed'): string {
  return LABELS.get(id) ?? id
}

/** Decisions are much alike ("Indstillingen blev godkendt."), and one is asked about several times. */
const known = new AtHand<readonly OutcomeId[]>(50_000)

/**
 * The outcomes that a decision's words tell, primary first: the first sentence that tells one gives the primary,
 * later ones only add. [] where no words of a decision are left, `['other']` where they tell none of the classes.
 */
export function classifyDecision(text: string): readonly OutcomeId[] {
  return known.of(text, classifyAnew)
}

function classifyAnew(text: string): readonly OutcomeId[] {
  const statements = ownStatements(text)
  if (statements.length === 0) return []
  const outcomes = new Set<OutcomeId>()
  let amendmentFell = false
  for (const { words } of statements) {
    const sentence = words.replace(SUBSIDIARY_REJECTED, () => {
      amendmentFell = true
      return ' ¤ '
    })
    for (const outcome of outcomesOf(sentence)) outcomes.add(outcome)
  }
  if (outcomes.size > 0) return [...outcomes]
  return [amendmentFell ? 'rejected' : 'other']
}

/**
 * The outcomes of a punkt that has no decision section: only what its body plainly says of the punkt itself
 * ("Punktet udgår …", or a paragraph that is nothing but "Orientering givet."), else [].
 */
export function classifyWithoutHeading(text: string): OutcomeId[] {
  const outcomes = new Set<OutcomeId>()
  for (const { words, alone } of ownStatements(text)) {
    if (PLAIN_WITHDRAWN.test(words)) outcomes.add('withdrawn')
    else if (PLAIN_POSTPONED.test(words)) outcomes.add('postponed')
    else if (alone && BARE_OUTCOME.test(words)) for (const outcome of outcomesOf(words)) outcomes.add(outcome)
  }
  return [...outcomes]
}

/** True where the clerk's outcome cannot be what the text's primary outcome says; nuances are not contradictions. */
export function contradicts(explicit: OutcomeId, derived: readonly OutcomeId[]): boolean {
  const primary = derived[0]
  return primary !== undefined && !derived.includes(explicit) && CONTRADICTIONS.has(`${explicit} ${primary}`)
}

/**
 * The points of a recommendation ("1. at …", or "at"-bullets in their order) that the decision answers one by one
 * ("At 1: Godkendt", "Ad 1-2 …", "1. Godkendt"): `text` is what was recommended, `answer` what was said of it, `outcomes`
 * what the answer tells.
 */
export function answeredPoints(
  recommendation: string,
  decision: string,
): { point: number; text: string; answer: string; outcomes: readonly OutcomeId[] }[] {
  const points = recommendedPoints(recommendation)
  const answers = answersTo(points, decision)
  return [...points].flatMap(([point, text]) => {
    const answer = answers.get(point)
    return answer === undefined ? [] : [{ point, text, answer, outcomes: classifyDecision(answer) }]
  })
}

/** What a decision says of each point, where it answers them one by one; the last answer runs to the decision's end. */
function answersTo(points: ReadonlyMap<number, string>, decision: string): ReadonlyMap<number, string> {
  const answers = new Map<number, string>()
  if (points.size === 0) return answers
  const marks = [...decision.matchAll(ANSWER)]
  const used = marks.length > 0 ? marks : [...decision.matchAll(LIST_ANSWER)]
  used.forEach((mark, index) => {
    const answer = decision.slice(mark.index + mark[0].length, used[index + 1]?.index ?? decision.length)
    if (!/\p{L}/u.test(answer)) return
    for (const point of numbersIn(mark[1] ?? '')) if (points.has(point) && !answers.has(point)) answers.set(point, answer)
  })
  return answers
}

function outcomesOf(words: string): OutcomeId[] {
  if (words === '') return []
  const found = new Set<OutcomeId>()
  let rest = resolveInfinitives(words)
  for (const { outcome, pattern } of SPECIFIC_PHRASES) {
    rest = rest.replace(pattern, () => {
      if (outcome) found.add(outcome)
      return ' ¤ '
    })
  }
  for (const { outcome, pattern } of PLAIN_PHRASES) if (outcome && pattern.test(rest)) found.add(outcome)
  if (found.size === 0 && NOTHING.test(rest.trim())) found.add('nothing')
  if (found.has('approved-amended')) found.delete('approved')
  return STRENGTH.filter((outcome) => found.has(outcome))
}

/** The points of a recommendation by number, without "at" and list marks; numbered ones, or else its "at"-bullets. */
export function recommendedPoints(recommendation: string): Map<number, string> {
  const numbered = new Map<number, string>()
  const bullets = new Map<number, string>()
  let add: ((line: string) => void) | undefined
  for (const raw of recommendation.replace(/[*_]{2,}/g, '').split(/\r\n?|\n/)) {
    const mark = POINT_MARK.exec(raw)
    const bullet = mark ? undefined : AT_BULLET.exec(raw)
    const found = mark ?? bullet
    if (found) {
      const [points, point] = mark ? [numbered, Number(mark[1] ?? mark[2])] : [bullets, bullets.size + 1]
      points.set(point, raw.slice(found[0].length).trim())
      add = (line) => points.set(point, `${points.get(point)} ${line}`.trim())
    } else if (raw.trim() === '' || LIST_ITEM.test(raw)) add = undefined
    else add?.(raw.trim())
  }
  return numbered.size > 0 ? numbered : bullets
}

/** `1, 2 og 4-6` → 1, 2, 4, 5, 6. */
function numbersIn(list: string): number[] {
  const numbers: number[] = []
  for (const [, from = '', to] of list.matchAll(/(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?/g)) {
    const last = Math.max(Number(from), Number(to ?? from))
    for (let number = Number(from); number <= last; number += 1) numbers.push(number)
  }
  return numbers
}
