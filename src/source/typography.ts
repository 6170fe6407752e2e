const NBSP = '\u00A0'

const MONTHS = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const UNITS = 'kr|kroner|mio|mia|t\\.kr|tkr|pct|procent|%|‰|km|cm|mm|m|m2|m3|m²|m³|ha|kg|kW|kWh|MW|MWh|GWh|dB|ton|timer|°C'
const BEFORE_NUMBER = 'kl|nr|stk|pkt|litra|kap|art|ca|jf|bilag|punkt|punkterne|kr'

/**
 * What belongs together on one line in Danish: a short word and its number, a number and its unit, a day and its month.
 * Each pattern begins with the space and then looks around it: a pattern that begins with what stands before the space
 * is tried at every letter of a text, and takes many times as long.
 */
const JOINS: readonly RegExp[] = [
  spaceBetween('giu', [
    ['§ ', '\\d'],
    [`(?<![\\p{L}\\p{N}])(?:${BEFORE_NUMBER})\\.? `, '[§\\d]'],
    ['(?<!\\d)\\d{1,2}\\. ', `(?:${MONTHS}|kvartal|behandling)(?!\\p{L})`],
  ]),
  // Units are told apart by their capitals.
  spaceBetween('gu', [
    ['\\d ', `(?:${UNITS})(?![\\p{L}\\p{N}])`],
    ['\\d[ \u00A0](?:mio|mia)\\.? ', 'kr(?!\\p{L})'],
    // A line ends with a dash; it does not begin with one.
    ['', '[–—-] '],
  ]),
]

/** What a text has in which any of these can be. */
const MAY_JOIN = /[\d§]| [–—-] /

function spaceBetween(flags: string, pairs: readonly (readonly [before: string, after: string])[]): RegExp {
  return new RegExp(` (?:${pairs.map(([before, after]) => `(?=${after})(?<=${before})`).join('|')})`, flags)
}

/**
 * A text with the spaces that must not break a line made fast: "kl. 14.00", "28. august", "§ 8", "1.250.000 kr.", and a
 * dash and the word before it.
 * Only spaces change; quotes, dashes and words stay as the clerk wrote them.
 */
export function fastSpaces(text: string): string {
  return MAY_JOIN.test(text) ? JOINS.reduce((joined, join) => joined.replace(join, NBSP), text) : text
}
