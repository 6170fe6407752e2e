import { WordTable } from './word-table.ts'

/** How a word begins a compound: what is taken off its end, what is put on, and before which letter. */
export interface Joint {
  /** The bit of the words that it holds for. */
  readonly bit: number
  readonly off: string
  readonly on: string
  /** Source of a regular expression that the base form must end in. */
  readonly after: string
}

/** What a dictionary knows of Danish words. */
export interface DanishWords {
  /** With their bits: `NOUN`, `LAST` and those of the joints. */
  readonly words: WordTable
  readonly joints: readonly Joint[]
  /**
   * Share of the dictionary's longer words ending (beginning) with a short word in which what is before (after) it can
   * begin (end) a compound: `hal` ends many compounds, `ion` merely ends words.
   */
  readonly lasts: Readonly<Record<string, number>>
  readonly firsts: Readonly<Record<string, number>>
}

/** Bits of a word: it is a noun; it may end a compound. The joints have the others. */
export const NOUN = 1
export const LAST = 2
const FIRST_JOINT = 4

/** Flag of words that may end a compound. */
const LAST_FLAG = '39'
/** Names of the flags' meanings in the affix file that make a word a noun. */
const NOUN_NAME = /^#(?:Substantiv|Apostrof)/

/**
 * Reads a Hunspell dictionary whose affix file says which words stand first in a compound and with what between (`29`:
 * -s-, `30`: -e-, `31`: nothing …), and which may stand last (`39`).
 */
export function readHunspell(aff: string, dic: string): DanishWords {
  const { joints, bitsOfFlags } = readAffixes(aff)
  const bits = readWords(dic, bitsOfFlags)
  return { words: WordTable.of(bits), joints, ...weigh(bits, joints) }
}

function readWords(dic: string, bitsOfFlags: ReadonlyMap<string, number>): Map<string, number> {
  const bits = new Map<string, number>()
  const known = new Map<string, number>()
  const bitsOf = (flags: string): number => {
    const before = known.get(flags)
    if (before !== undefined) return before
    const all = flags.split(',').reduce((sum, flag) => sum | (bitsOfFlags.get(flag) ?? 0), 0)
    known.set(flags, all)
    return all
  }
  const irregular: [string, string][] = []
  for (const line of dic.split('\n')) {
    const space = line.search(/[ \t]/)
    const entry = space < 0 ? line : line.slice(0, space)
    const slash = entry.indexOf('/')
    const word = slash < 0 ? entry : entry.slice(0, slash)
    if (!/^[a-zæøå]{2,}$/.test(word)) continue
    bits.set(word, (bits.get(word) ?? 0) | (slash < 0 ? 0 : bitsOf(entry.slice(slash + 1))))
    const of = space < 0 ? undefined : /st:([a-zæøå]+)/.exec(line)?.[1]
    if (of) irregular.push([word, of])
  }
  for (const [word, of] of irregular) if (isLast(bits.get(of))) bits.set(word, (bits.get(word) ?? 0) | NOUN | LAST)
  return bits
}

function isLast(bits: number | undefined): boolean {
  return ((bits ?? 0) & (NOUN | LAST)) === (NOUN | LAST)
}

/** The rules by which words join (they lead to the flags of a compound's beginning or middle), and what each flag says. */
function readAffixes(aff: string): { readonly joints: readonly Joint[]; readonly bitsOfFlags: ReadonlyMap<string, number> } {
  const joints = new Map<string, Joint>()
  const bitsOfFlags = new Map<string, number>([[LAST_FLAG, LAST]])
  const jointBits = new Map<string, number>()
  let comment = ''
  for (const line of aff.split('\n')) {
    if (line.startsWith('#')) comment = line
    const [kind, flag = '', off = '', on = '', after = ''] = line.split(/[ \t]+/)
    if (kind !== 'SFX') continue
    if (NOUN_NAME.test(comment)) bitsOfFlags.set(flag, (bitsOfFlags.get(flag) ?? 0) | NOUN)
    const [letters = '', leads = ''] = on.split('/')
    if (!/(?:^|,)3[23](?:,|$)/.test(leads) || letters.endsWith('-') || letters === 'x') continue
    const bit = jointBits.get(flag) ?? FIRST_JOINT << jointBits.size
    jointBits.set(flag, bit)
    bitsOfFlags.set(flag, (bitsOfFlags.get(flag) ?? 0) | bit)
    const joint = { bit, off: off === '0' ? '' : off, on: letters === '0' ? '' : letters, after: `${after}$` }
    joints.set(`${flag} ${joint.off} ${joint.on} ${after}`, joint)
  }
  return { joints: [...joints.values()], bitsOfFlags }
}

/** Weighs short parts by the whole dictionary at once. */
function weigh(words: ReadonlyMap<string, number>, joints: readonly Joint[]): Pick<DanishWords, 'lasts' | 'firsts'> {
  const tails = new Map<string, [all: number, right: number]>()
  const heads = new Map<string, [all: number, right: number]>()
  const count = (counts: Map<string, [number, number]>, part: string, right: boolean): void => {
    const seen = counts.get(part) ?? [0, 0]
    seen[0] += 1
    if (right) seen[1] += 1
    counts.set(part, seen)
  }
  const rules = joints.map((joint) => ({ ...joint, fits: new RegExp(joint.after) }))
  const begins = (head: string): boolean =>
    rules.some(({ bit, off, on, fits }) => {
      if (!head.endsWith(on)) return false
      const base = head.slice(0, head.length - on.length) + off
      return ((words.get(base) ?? 0) & bit) !== 0 && fits.test(base)
    })
  for (const [word, bits] of words) {
    if ((bits & NOUN) === 0 || word.length < 7) continue
    for (let short = 2; short <= 4; short += 1) {
      const tail = word.slice(-short)
      if (isLast(words.get(tail))) count(tails, tail, begins(word.slice(0, -short)))
      if (word.length - short >= 4) count(heads, word.slice(0, short), isLast(words.get(word.slice(short))))
    }
  }
  const shares = (counts: ReadonlyMap<string, [number, number]>): Record<string, number> =>
    Object.fromEntries([...counts].map(([part, [all, right]]) => [part, right / (all + 2)]))
  return { lasts: shares(tails), firsts: shares(heads) }
}
