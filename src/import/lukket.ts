import { foldLabel } from '../referat/collation.ts'

/** A title without the marks of open and closed, and what they say. */
export interface MarkedTitle {
  readonly title: string
  /** Absent where the title carries no mark. */
  readonly closed?: boolean
  /** The mark's words. */
  readonly consumed: readonly string[]
}

const WORD = String.raw`(?:lukket|fortroligt?|(?:ikke|ej)[- ]offentligt?|åbent?)(?: (?:punkt|pkt\.?|sag|dagsordenspunkt|dagsorden|del))?`
const MARKS = [
  new RegExp(String.raw`^[([]\s*(${WORD})\s*[)\]]\s*[-–:]?\s*(?=\S)`, 'iu'),
  /^\(([LÅ])\)\s*[-–:]?\s*(?=\S)/u,
  new RegExp(String.raw`^(${WORD})\s*(?:[-–]\s+|:\s*)(?=\S)`, 'iu'),
  new RegExp(String.raw`\s*[([]\s*(${WORD})\s*[)\]]$`, 'iu'),
  new RegExp(String.raw`\s+[-–]\s+(${WORD})$`, 'iu'),
]

/** Takes the marks "Lukket - T", "T (Lukket)", "(Åben) T" and their like off a title. */
export function readMarks(written: string): MarkedTitle {
  let title = written
  let closed: boolean | undefined
  const consumed: string[] = []
  for (const mark of MARKS) {
    const hit = mark.exec(title)
    const rest = hit ? title.replace(hit[0], '').trim() : ''
    if (!hit || rest === '') continue
    title = rest
    closed = closed === true || !/^å/i.test(hit[1] ?? '')
    consumed.push(hit[1] ?? '')
  }
  if (
    closed === undefined &&
    /^(?:lukket|fortroligt?|(?:ikke|ej)[- ]offentligt?)(?: (?:punkt|pkt\.?|sag|dagsordenspunkt))?\.?$/i.test(title)
  )
    closed = true
  return { title, ...(closed !== undefined && { closed }), consumed }
}

const BY_LAW = String.raw`(?:,? (?:jf|jfr|jaevnfoer|iht|i henhold til|efter|i medfoer af)\b.{0,100})?`
const CLOSED_LINE = new RegExp(
  String.raw`^[([]?(?:(?:punktet|sagen|dette punkt) (?:er|var|behandles|blev behandlet|behandlet) )?(?:lukket(?: (?:punkt|pkt|sag|dagsordenspunkt|beslutning|behandling))?|fortroligt?(?: punkt)?|for lukkede doere|paa (?:et )?lukket moede|lukket for offentligheden|(?:ikke|ej) offentligt?(?: punkt| sag)?|behandlet for lukkede doere|undtaget (?:fra )?offentlighed(?:en)?)${BY_LAW}[)\]]?\.?$`,
)
const CLOSED_FIELD =
  /^(?:(?:adgang|aabenhed|offentlighed|sagstype|punkttype|dagsordenstype|aaben ?\/ ?lukket|aabent ?\/ ?lukket|status|type) ?:? ?(?:lukket|fortroligt?)(?: punkt| sag)?|(?:lukket|fortroligt?)(?: punkt| sag)? ?: ?ja|(?:aabent?|offentligt?)(?: punkt| sag)? ?: ?nej)$/

/** True for a line that says of its punkt that it is closed. */
export function saysClosed(text: string): boolean {
  const folded = foldLabel(text)
  return CLOSED_LINE.test(folded) || CLOSED_FIELD.test(folded)
}

const PART_LEAD = String.raw`^(?:(?:[a-z]|[ivx]+|\d)[.)] ?)?(?:(?:punkter|sager) (?:paa|for|til) )?(?:den |de )?`
const PARTS = '(?:punkter|dagsorden(?:en|spunkter)?|sager|del|moede(?:punkter)?|sagsliste|afdeling)'
const CLOSED_PART = new RegExp(
  `${PART_LEAD}(?:(?:lukke(?:t|de)|fortrolige?) ${PARTS}(?: (?:paa|af|til) (?:moedet|dagsordenen))?|lukkede doere|behandling for lukkede doere)$`,
)
const OPEN_PART = new RegExp(
  `${PART_LEAD}(?:aab(?:en|ent|ne) ${PARTS}(?: (?:paa|af|til) (?:moedet|dagsordenen))?|aabne doere|behandling for aabne doere)$`,
)
/** A line that names a group of punkter: "B. Sager til orientering". */
const GROUP =
  /^(?:(?:[a-z]|[ivx]+|\d)[.)]? ?)?(?:sager|punkter|emner|dagsordenspunkter) (?:til|for) (?:beslutning|droeftelse|orientering|afgoerelse|godkendelse|efterretning|behandling|indstilling|(?:behandling )?(?:for|i) (?:byraadet|kommunalbestyrelsen|udvalget|oekonomiudvalget))(?: (?:i|af|og) .{1,50})?$/

/** What a line that parts the agenda says of the punkter after it; undefined for any other line. */
export function partOfAgenda(text: string): 'closed' | 'open' | undefined {
  const folded = foldLabel(text)
  return CLOSED_PART.test(folded) ? 'closed' : OPEN_PART.test(folded) ? 'open' : undefined
}

/** True for a line that only names the group of punkter after it, such as "B. Sager til orientering". */
export function namesGroup(text: string): boolean {
  return text.length <= 90 && GROUP.test(foldLabel(text))
}
