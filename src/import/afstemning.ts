import { isParty } from './people.ts'

/** One side of a vote, by the keys of the content format. */
export interface SideDraft {
  readonly antal?: number
  readonly partier?: readonly string[]
  readonly medlemmer?: readonly string[]
}

/** A vote, by the keys of the content format. */
export interface VoteDraft {
  readonly for?: SideDraft
  readonly imod?: SideDraft
  readonly undlod?: SideDraft
}

type SideName = keyof VoteDraft

/** Ways in which minutes name a side before its voters. */
const NAMED_SIDES: readonly (readonly [SideName, RegExp])[] = [
  ['for', /(?:^|[\s.(])for(?: forslaget| indstillingen)? stemte:?\s+(?<voters>[^.;\n]+)/iu],
  ['imod', /(?:^|[\s.(])i?mod(?: forslaget| indstillingen)? stemte:?\s+(?<voters>[^.;\n]+)/iu],
  ['undlod', /(?:undlod at stemme|hverken for eller imod stemte|undlod):?\s+(?<voters>[^.;\n]+)/iu],
  ['for', /flertal(?:let)?,? (?:bestående af|\()\s*(?<voters>[^.;)\n]+?)\)? (?:anbefal|godkend|indstil|stem|tiltr|vedt)/iu],
  ['imod', /mindretal(?:let)?,? (?:bestående af|\()\s*(?<voters>[^.;)\n]+?)\)? (?:kan ikke|kunne ikke|stem|anbefaler ikke|ønsk)/iu],
  ['imod', /(?:^|[.;,\n]\s*)(?<voters>[\p{Lu}][^.;\n]{0,160}?) (?:kan|kunne) ikke (?:anbefale|godkende|tiltræde|støtte|stemme for)/u],
  ['for', /(?:^|[.;,\n]\s*)(?:og )?(?<voters>[\p{Lu}][^.;\n]{0,160}?) stemte for/u],
  ['imod', /(?:^|[.;,\n]\s*)(?:og )?(?<voters>[\p{Lu}][^.;\n]{0,160}?) stemte i?mod/u],
  ['for', /(?:^|\n)\s*(?:stemmer )?for:\s*(?<voters>\d+(?:\s*\((?:[^()\n]|\([^()\n]*\))*\))?)/iu],
  ['imod', /(?:^|\n|\s)i?mod:\s*(?<voters>\d+(?:\s*\((?:[^()\n]|\([^()\n]*\))*\))?)/iu],
]
/** A side on a line of its own; for voters without a number to be voters, both sides must stand so. */
const SIDE_LINES: readonly (readonly [SideName, RegExp])[] = [
  ['for', /(?:^|\n)[-\s]*(?:stemmer )?for:\s*(?<voters>[^\n]+)/iu],
  ['imod', /(?:^|\n)[-\s]*(?:stemmer )?i?mod:\s*(?<voters>[^\n]+)/iu],
  ['undlod', /(?:^|\n)[-\s]*(?:undlod|undladt|blankt?|hverken(?: for eller imod)?)(?: at stemme)?:\s*(?<voters>[^\n]+)/iu],
]
/** "forkastet med 5 stemmer mod 2": the first number voted against the proposal. */
const FALLEN = /(?:forkastet|nedstemt|afvist|faldt|faldet|ikke (?:vedtaget|godkendt|tiltrådt))(?:,? (?:idet|da)[^.]{0,40})? (?:med )?$/iu
/** "10 stemmer for (A og F) og 13 imod (V)" */
const BOTH_SIDES =
  /(?<for>\d+) (?:(?:stemte|stemmer) )?for(?: \((?<forWho>[^)]*)\))?,?(?: og)? (?<imod>\d+) (?:(?:stemte|stemmer) )?imod(?: \((?<imodWho>[^)]*)\))?/giu
/** "43 stemmer imod 5" */
const AGAINST_EACH_OTHER = /(?<for>\d+) stemmer (?:for )?(?:i?mod|og) (?<imod>\d+)(?: (?:stemmer )?imod)?/giu
const ABSTAINED = /(\d+) (?:medlem(?:mer)? )?(?:undlod(?: at stemme)?|undladt|hverken for eller imod|blanke?(?: stemmer?)?)/iu
/** Beside a side that voted only: alone it is no vote but a remark. */
const WHO_ABSTAINED =
  /(?:^|[.;,\n]\s*)(?:og )?(?<voters>[\p{Lu}][^.;\n]{0,160}?) (?:undlod at stemme|stemte hverken for eller imod|stemte blankt)/u
const MEMBERS_RECOMMEND = /(\d+) medlemmer \(([^)]*)\) (?:anbefaler|indstiller|stemte for|stemmer for)/iu
const MEMBERS_AGAINST = /(\d+) medlem(?:mer)? \(([^)]*)\) (?:stemte imod|stemmer imod|kan ikke anbefale|anbefaler ikke)/iu

/** The vote that a decision tells of; undefined where it tells of none. */
export function readVote(decision: string): VoteDraft | undefined {
  const text = decision.replace(/[*\\]/g, '')
  const vote: { -readonly [name in SideName]?: SideDraft } = {}
  const counted = mainCount(text, BOTH_SIDES) ?? mainCount(text, AGAINST_EACH_OTHER)
  if (counted) {
    const { for: first = '', imod: second = '', forWho = '', imodWho = '' } = counted.groups ?? {}
    const isFallen = !/(?:stemmer|stemte) for/iu.test(counted[0]) && FALLEN.test(text.slice(0, counted.index))
    vote.for = { antal: Number(isFallen ? second : first), ...votersOf(forWho) }
    vote.imod = { antal: Number(isFallen ? first : second), ...votersOf(imodWho) }
    const abstained = ABSTAINED.exec(text)?.[1]
    if (abstained) vote.undlod = { antal: Number(abstained) }
  }
  const recommend = MEMBERS_RECOMMEND.exec(text)
  const against = MEMBERS_AGAINST.exec(text)
  if (recommend) vote.for = { antal: Number(recommend[1]), ...votersOf(recommend[2] ?? '') }
  if (against) vote.imod = { antal: Number(against[1]), ...votersOf(against[2] ?? '') }
  for (const [name, pattern] of NAMED_SIDES) {
    const voters = pattern.exec(text)?.groups?.['voters']
    if (voters !== undefined) take(vote, name, voters)
  }
  const lines = SIDE_LINES.map(([name, pattern]) => [name, pattern.exec(text)?.groups?.['voters']] as const)
  if (lines.filter(([, voters]) => voters !== undefined).length >= 2)
    for (const [name, voters = ''] of lines) {
      if (vote[name] !== undefined && name === 'undlod') delete vote[name]
      take(vote, name, voters)
    }
  if ((vote.for ?? vote.imod) && vote.undlod === undefined) {
    const side = sideOf(WHO_ABSTAINED.exec(text)?.groups?.['voters'] ?? '')
    if (side) vote.undlod = side
  }
  return Object.keys(vote).length > 0 ? vote : undefined
}

/** The count of the vote on the matter itself: one on an amendment is passed over where another follows. */
function mainCount(text: string, pattern: RegExp): RegExpExecArray | undefined {
  const counts = [...text.matchAll(pattern)]
  const isOfAmendment = ({ index }: RegExpExecArray): boolean => /ændringsforslag[^.]*$/iu.test(text.slice(0, index))
  return counts.find((count) => !isOfAmendment(count)) ?? counts[0]
}

/** Gives a side its voters; one whose number is known already gets the names of those who cast it. */
function take(vote: { -readonly [name in SideName]?: SideDraft }, name: SideName, voters: string): void {
  const side = sideOf(voters)
  const known = vote[name]
  if (!side) return
  if (known === undefined) vote[name] = side
  else if (known.partier === undefined && known.medlemmer === undefined && (side.antal ?? known.antal) === known.antal)
    vote[name] = { ...side, ...known }
}

function sideOf(voters: string): SideDraft | undefined {
  if (NO_VOTERS.test(voters)) return undefined
  const after = NUMBER_AFTER.exec(voters)
  const antal = numberAtStart(voters) ?? (after ? Number(after[1]) : undefined)
  const bare = after ? voters.slice(0, after.index) : voters
  const list = /^\s*\d+\s*\((.*)\)\s*$/u.exec(bare)?.[1] ?? bare.replace(/^\s*\d+\s*/, '')
  const side = { ...(antal !== undefined && { antal }), ...votersOf(list) }
  return Object.keys(side).length > 0 ? side : undefined
}

/** Party letters and names of a list such as "A, B og Jens Holm (V)". */
function votersOf(list: string): Pick<SideDraft, 'partier' | 'medlemmer'> {
  const names = list
    .split(/,(?![^(]*\))|\+|\s+og\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const partier = names.filter(isParty)
  const medlemmer = names
    .filter((name) => !partier.includes(name))
    .filter((name) => /^\p{Lu}[\p{L}.'-]+(?: [\p{L}.'-]+)+(?: \([^)]*\))?$/u.test(name))
    .map((name) => name.replace(/\s*\([^)]*\)$/, ''))
  return { ...(partier.length > 0 && { partier }), ...(medlemmer.length > 0 && { medlemmer }) }
}

const NO_VOTERS = /^\s*(?:ingen|ingen medlemmer|-|–)(?!\p{L})/iu
/** "Venstre og Konservative (9 stemmer)" */
const NUMBER_AFTER = /\s*[(–-]\s*(\d{1,4})(?: stemmer)?\s*\)?\s*\.?$/u

function numberAtStart(text: string): number | undefined {
  const digits = /^\s*(\d{1,4})(?!\d)/.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
