import { findDates } from '../referat/dato.ts'
import { readWhen } from './fields.ts'
import { fullText, type Line } from './line.ts'

/** What a line of the title block tells. `consumed` holds its words that are written nowhere, with the reason. */
export interface TitleLine {
  readonly udvalg?: string
  readonly authority?: string
  readonly when?: { readonly date?: string; readonly weekday?: string; readonly start?: string; readonly end?: string }
  readonly place?: string
  /** True for an agenda, false for minutes, absent where the line names neither. */
  readonly agenda?: boolean
  readonly extraordinary?: boolean
  /** True where the line breaks off before the body's name. */
  readonly bodyFollows?: boolean
  readonly consumed: readonly (readonly [text: string, reason: string])[]
}

const KIND = String.raw`(?:udskrift\s+af\s+)?(?:(?:åbent?|lukket|foreløbigt?|endeligt?|godkendt|ekstraordinært?)\s+)*(?:møde|beslutnings|udvalgs|tillægs|forhandlings|besluttende\s+)?-?(?:referat|protokol|dagsorden)`
const DOCUMENT = String.raw`${KIND}(?:\s+(?:og|med)\s+(?:referat|beslutninger|dagsorden))?`
const OCCASION = String.raw`(?:det\s+)?(?:ordinære?t?|ekstraordinære?t?|konstituerende|fælles)?\s*(?:(?:udvalgs)?mødet?|generalforsamling(?:en)?|årsmødet?)(?:\s+(?:nr\.?\s*)?\d+)?`
const LEAD = String.raw`(?:\s+(?:i|for|af|med))?`
const BREAK = String.raw`(?=\s|$)\s*`
/** Ways in which a title names the body; the group `document` is what is not its name. */
const TITLES: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?<document>${DOCUMENT}\s+(?:af|fra|til)\s+)(?<body>\p{L}+?)(?<tail>s?mødet?)(?<where>\s+(?:på|i|ved)\s+\p{Lu}.*)?$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?<document>${DOCUMENT}(?:\s*[-–:|])?(?:\s+(?:af|fra|til|for|over|vedrørende|vedr\.?|på|i))*(?:\s+${OCCASION})?${LEAD})${BREAK}(?<body>(?:[\p{Lu}\d"”].*)?)$`,
    'iu',
  ),
  new RegExp(String.raw`^(?<document>${OCCASION}${LEAD})${BREAK}(?<body>(?:\p{Lu}.*)?)$`, 'iu'),
  new RegExp(String.raw`^(?<body>\p{Lu}.*?)(?<document>\s*[-–:|,]\s*${DOCUMENT}.*)$`, 'iu'),
]
const BODY_OF_MEETING = /^(?<body>.*\p{L})(?<tail>s (?:ordinære |ekstraordinære )?møde)$/iu
/** "Menighedsrådsmøde i Søby Sogn": the body's name goes on into the word for its meeting. */
const BODY_MEETING = /^(?<body>(?:\p{Lu}\p{L}*)?(?:råd|udvalg|bestyrelse|gruppe|forum|nævn))s?møde(?<where>\s+(?:i|på|ved)\s+\p{Lu}.*)?$/iu
const BODY_NAME =
  /(?:udvalg(?:et)?|råd(?:et)?|byråd(?:et)?|borgerrepræsentation(?:en)?|regionsråd(?:et)?|forening(?:en)?|kommunalbestyrelse(?:n)?|bestyrelse(?:n)?|gruppe(?:n)?|forum(?:met)?|nævn(?:et)?|kommission(?:en)?|komité(?:en)?|direktion(?:en)?|ledelse(?:n)?|team(?:et)?|samling(?:en)?|MED)(?: (?:i|ved|for|på) \p{Lu}.*)?$|^(?:udvalg|udvalget|råd|rådet|bestyrelsen|styregruppen?|følgegruppen|nævnet|arbejdsgruppen) (?:for|til|om) /iu
const AUTHORITY = /^(?:\p{Lu}[\p{L}-]+(?: (?:\p{Lu}[\p{L}-]+|og))* (?:Kommune|KOMMUNE)|(?:Region|REGION) \p{Lu}\p{L}+)$/u
const PLACE =
  /lokale|sal(?:en)?(?!\p{L})|bibliotek|forsamling|museum|hotel|kirke|gård|rådhus|skole|værelse|kantine|teams|online|virtuel|kontor|center|hus(?:et)?(?!\p{L})|(?:vej|gade|plads|torv)(?:en|et)? \d/iu
const BEFORE_DATE = /[\s,(–-]*(?:(?:af)?holdt\s+)?(?:den|d\.?|dato)?[\s:,]*$/iu
const LETTERSPACED = /^(?:\p{L}(?:\s|$)){4,}$/u

/** What is still wanted of a title block. */
export interface Expected {
  /** No body is known yet. */
  readonly body: boolean
  /** The line before broke off where the body's name comes. */
  readonly bodyNext: boolean
  /** No place is known yet. */
  readonly place: boolean
  /** The date is known, so that a place may stand on a line of its own. */
  readonly placeLine: boolean
  /** The line right above gives the date. */
  readonly afterDate: boolean
}

/** Reads one line of the title block; undefined where it is none of it. */
export function readTitleLine(line: Line, expects: Expected): TitleLine | undefined {
  const written = fullText(line)
  if (written.length > 200) return undefined
  const joined = LETTERSPACED.test(written) ? written.replace(/\s/g, '') : written
  const date = findDates(joined)[0]
  const before = date ? joined.slice(0, date.start).replace(BEFORE_DATE, '') : joined
  const when = date && readWhen(joined.slice(before.length))
  const after = afterDate(when?.rest ?? '', expects)
  const dated = { ...(when && { when }), ...after.found }
  const datedWords = parts([when?.consumed, 'felt: dato og tid'], ...after.consumed)

  const title = titleParts(before)
  if (title) {
    const { document, body } = title
    return {
      ...(body && { udvalg: nameOf(body) }),
      ...dated,
      agenda: /dagsorden/i.test(document) && !/referat|protokol|beslutninger/i.test(document),
      extraordinary: /ekstraordinær/i.test(document),
      ...(body === '' && after.found.udvalg === undefined && { bodyFollows: true }),
      consumed:
        joined !== written
          ? [[written, 'felt: titel']]
          : title.cutsWord
            ? [[before, 'felt: titel'], ...datedWords]
            : [...parts([document, 'felt: titel'], [body, 'felt: udvalg']), ...datedWords],
    }
  }
  if (AUTHORITY.test(joined)) return { authority: authorityName(joined), consumed: [[joined, 'felt: myndighed']] }
  if (expects.bodyNext && /^(?:for|i|af|til|fra|(?:fra\s+)?(?:det\s+)?mødet?(?:\s+i)?)$/i.test(joined))
    return { bodyFollows: true, consumed: [[joined, 'felt: titel']] }
  if (when && before === '') return { ...dated, consumed: datedWords }
  const time = date ? undefined : readTimeLine(joined)
  if (time) return { when: time, consumed: [[joined, 'felt: dato og tid']] }
  const ownMeeting = expects.body ? (BODY_MEETING.exec(before) ?? BODY_OF_MEETING.exec(before))?.groups : undefined
  if (ownMeeting)
    return { ...dated, udvalg: `${ownMeeting['body']}${ownMeeting['where'] ?? ''}`, consumed: [[before, 'felt: titel'], ...datedWords] }
  if (expects.body && isBodyName(before, expects.bodyNext))
    return { ...dated, udvalg: nameOf(before), consumed: [...parts([before, 'felt: udvalg']), ...datedWords] }
  const lead = /^(?:i|på|ved)\s+(?=\p{L})/u.exec(joined)?.[0] ?? ''
  const looksLikePlace =
    line.bold ||
    line.level > 0 ||
    (!line.gap && (PLACE.test(joined) || (expects.afterDate && isShortName(joined.slice(lead.length))))) ||
    (expects.afterDate && joined.length <= 60 && PLACE.test(joined))
  const isPlace = !date && expects.place && expects.placeLine && looksLikePlace
  return isPlace && joined.length <= 100 && !/[.:]$/.test(joined)
    ? { place: joined.slice(lead.length), consumed: parts([lead.trim(), 'felt: titel']) }
    : undefined
}

/** What stands after the date of a title: a place, or the body ("den 3. april i Havneudvalget"). */
function afterDate(
  rest: string,
  expects: Expected,
): { found: { place?: string; udvalg?: string }; consumed: (readonly [string, string])[] } {
  const lead = /^(?:i|for|på|,)\s+/iu.exec(rest)?.[0] ?? ''
  const words = rest.slice(lead.length)
  if (words === '') return { found: {}, consumed: [] }
  if (lead !== '' && expects.body && isBodyName(words))
    return {
      found: { udvalg: nameOf(words) },
      consumed: [
        [lead, 'felt: titel'],
        [words, 'felt: udvalg'],
      ],
    }
  if (expects.place && words.length <= 80)
    return { found: { place: words.replace(/(?<=\p{L}{3})\.$/u, '') }, consumed: parts([lead.trim(), 'felt: titel']) }
  return { found: {}, consumed: [[rest, 'felt: titel']] }
}

/** True for a name by its ending or beginning; right after "Referat af møde i" any short line is one. */
export function isBodyName(text: string, expected = false): boolean {
  const isLabel = /^(?:beslutning|indstilling|punkt|sag)(?!\p{L})/iu.test(text)
  return text.length <= 100 && !/[.:]$/.test(text) && /^\p{Lu}/u.test(text) && !isLabel && (expected || BODY_NAME.test(text))
}

/** The times of a line that tells nothing else: "Kl. 14.00-16.30". */
function readTimeLine(text: string): { start?: string; end?: string } | undefined {
  const { start, end, rest } = /^(?:kl|klokken|tid)/iu.test(text) ? readWhen(text) : { rest: text }
  return start !== undefined && rest === '' ? { start, ...(end !== undefined && { end }) } : undefined
}

/** "VADBY KOMMUNE" as names are written. */
function authorityName(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.toLowerCase().replace(/(?<!\p{L})(?!og )\p{L}/gu, (letter) => letter.toUpperCase())
}

/** True for one to four words such as "Biblioteket" that name no part of the meeting. */
function isShortName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}\d'’.-]*(?: [\p{L}\d'’.-]+){0,3}$/u.test(text) &&
    !/møde|dagsorden|referat|protokol|punkt|indhold|side(?!\p{L})|deltag|kommune/iu.test(text)
  )
}

function titleParts(text: string): { document: string; body: string; cutsWord?: boolean } | undefined {
  for (const pattern of TITLES) {
    const { document = '', body = '', tail = '', where = '' } = pattern.exec(text)?.groups ?? {}
    if (document === '' || (tail === '' && /^\p{Ll}/u.test(body))) continue
    const owner = BODY_OF_MEETING.exec(body.trim())?.groups
    if (owner) return { document: `${document} ${owner['tail']?.slice(1) ?? ''}`, body: owner['body'] ?? '', cutsWord: true }
    return { document: `${document} ${tail}`.trim(), body: `${body.trim()}${where}`, ...(tail !== '' && { cutsWord: true }) }
  }
  return undefined
}

/** A name begins with a capital; one set all in capitals is written as other names are. */
function nameOf(body: string): string {
  const name = body
    .replace(/^["”“]|["”“,]$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const capitals = name === name.toUpperCase() && name.length > 5 && /\s|\p{L}{6}/u.test(name)
  return name.charAt(0).toUpperCase() + (capitals ? name.slice(1).toLowerCase() : name.slice(1))
}

function parts(...list: readonly (readonly [string | undefined, string] | undefined)[]): (readonly [string, string])[] {
  return list.flatMap((part) => (part?.[0] ? [[part[0], part[1]] as const] : []))
}
