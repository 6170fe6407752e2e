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
  ['for', /(?:^|\n)\s*(?:stemmer )?for:\s*(?<voters>\d+[^\n]*)/iu],
  ['imod', /(?:^|\n|\s)i?mod:\s*(?<voters>\d+[^\n]*)/iu],
]
const COUNTED =
  /(\d+) stemmer (?:for )?(?:i?mod|og) (\d+)(?: (?:stemmer )?imod)?|(\d+) (?:stemte|stemmer) for,?(?: og)? (\d+) (?:(?:stemte|stemmer) )?imod/iu
const ABSTAINED = /(\d+) (?:medlem(?:mer)? )?(?:undlod(?: at stemme)?|hverken for eller imod|blanke?(?: stemmer?)?)/iu
/** Beside a side that voted only: alone it is no vote but a remark. */
const WHO_ABSTAINED =
  /(?:^|[.;,\n]\s*)(?:og )?(?<voters>[\p{Lu}][^.;\n]{0,160}?) (?:undlod at stemme|stemte hverken for eller imod|stemte blankt)/u
const MEMBERS_RECOMMEND = /(\d+) medlemmer \(([^)]*)\) (?:anbefaler|indstiller|stemte for|stemmer for)/iu
const MEMBERS_AGAINST = /(\d+) medlem(?:mer)? \(([^)]*)\) (?:stemte imod|stemmer imod|kan ikke anbefale|anbefaler ikke)/iu

/** The vote that a decision tells of; undefined where it tells of none. */
export function readVote(decision: string): VoteDraft | undefined {
  const text = decision.replace(/[*\\]/g, '')
  const vote: { for?: SideDraft; imod?: SideDraft; undlod?: SideDraft } = {}
  const counted = COUNTED.exec(text)
  if (counted) {
    vote.for = { antal: Number(counted[1] ?? counted[3]) }
    vote.imod = { antal: Number(counted[2] ?? counted[4]) }
    const abstained = ABSTAINED.exec(text)?.[1]
    if (abstained) vote.undlod = { antal: Number(abstained) }
  }
  const recommend = MEMBERS_RECOMMEND.exec(text)
  const against = MEMBERS_AGAINST.exec(text)
  if (recommend) vote.for = { antal: Number(recommend[1]), ...votersOf(recommend[2] ?? '') }
  if (against) vote.imod = { antal: Number(against[1]), ...votersOf(against[2] ?? '') }
  for (const [name, pattern] of NAMED_SIDES) {
    const voters = pattern.exec(text)?.groups?.['voters']
    const side = voters === undefined ? undefined : sideOf(voters)
    if (side && vote[name] === undefined) vote[name] = side
  }
  if ((vote.for ?? vote.imod) && vote.undlod === undefined) {
    const side = sideOf(WHO_ABSTAINED.exec(text)?.groups?.['voters'] ?? '')
    if (side) vote.undlod = side
  }
  return Object.keys(vote).length > 0 ? vote : undefined
}

function sideOf(voters: string): SideDraft | undefined {
  const antal = numberAtStart(voters)
  const list = /^\s*\d+\s*\((.*)\)\s*$/u.exec(voters)?.[1] ?? voters.replace(/^\s*\d+\s*/, '')
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
    .filter((name) => /^\p{Lu}[\p{L}.'-]+(?: [\p{L}.'-]+)+(?: \([^)]*\))?$/u.test(name))
    .map((name) => name.replace(/\s*\([^)]*\)$/, ''))
  return { ...(partier.length > 0 && { partier }), ...(medlemmer.length > 0 && { medlemmer }) }
}

function numberAtStart(text: string): number | undefined {
  const digits = /^\s*(\d{1,4})(?!\d)/.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
