/** What a recommendation, or one point of it, asks for. `open`: the body is to choose for itself. */
export type Ask = 'approve' | 'note' | 'inform' | 'discuss' | 'hearing' | 'refer' | 'reject' | 'postpone' | 'elect' | 'review' | 'open'

/** Looked for in this order, in lower case; what fits none asks for approval. */
const ASKS: readonly (readonly [Ask, RegExp])[] = [
  [
    'open',
    /tager? stilling|træffer? (?:en )?beslutning|(?<!\p{L})(?:beslutter|vurderer|afgør|vælger),? (?:om|hvilke[nt]?|hvordan|mellem|en af)(?!\p{L})|peger? på en af/u,
  ],
  [
    'reject',
    /(?<!\p{L})(?:afvise[rs]?|afslå[rs]?|forkaste[rs]?)(?!\p{L})|(?:gives|giver|meddeles|meddeler) afslag|(?<!\p{L})ikke (?:\p{L}+ ){0,2}(?:gives|ydes|bevilges|godkende[rs]|godkendes|imødekomme[rs]|imødekommes|gennemføre[rs]|gennemføres|afsættes|afsætter|vedtages|støttes|anlægges|opføres|etableres)/u,
  ],
  ['postpone', /(?<!\p{L})(?:udsættes|udsætter|udskydes|udskyder)(?!\p{L})/u],
  ['hearing', /(?<!\p{L})i (?:\p{L}+ ){0,2}(?:\p{L}*høring)(?!\p{L})/u],
  ['elect', /(?<!\p{L})(?:vælges|vælger|udpeges|udpeger|besætter|besættes|konstituerer|genvælges)(?!\p{L})/u],
  ['refer', /(?<!\p{L})(?:oversendes|oversender|overgives|fremsendes|fremsender|sendes videre|videresendes|henvises)(?!\p{L})/u],
  ['note', /til efterretning/u],
  ['discuss', /(?<!\p{L})drøfte[rs]?(?!\p{L})|til drøftelse/u],
  ['inform', /(?<!\p{L})(?:orienteres|orienteret|orientering|orienterer)(?!\p{L})/u],
  ['review', /(?<!\p{L})gennemgå[rs]?(?!\p{L})/u],
]

/** What a recommendation in Danish prose asks for, by its first word of a kind in the order of the table. "godkender, at forslaget sendes i høring" asks for the hearing. */
export function askOf(text: string): Ask {
  const words = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
  return ASKS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'approve'
}
