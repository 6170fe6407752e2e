const NBSP = '\u00A0'

const MONTHS = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const UNITS = 'kr|kroner|mio|mia|t\\.kr|tkr|pct|procent|%|‰|km|cm|mm|m|m2|m3|m²|m³|ha|kg|kW|kWh|MW|MWh|GWh|dB|ton|timer|°C'

/** What belongs together on one line in Danish: a short word and its number, a number and its unit, a day and its month. */
const JOINS: readonly { readonly pattern: RegExp; readonly shown: string }[] = [
  { pattern: /(§§?) (?=\d)/g, shown: `$1${NBSP}` },
  { pattern: /(?<![\p{L}\p{N}])((?:kl|nr|stk|pkt|litra|kap|art|ca|jf|bilag|punkt|punkterne|kr)\.?) (?=§|\d)/giu, shown: `$1${NBSP}` },
  { pattern: new RegExp(`(?<!\\d)(\\d{1,2}\\.) (?=(?:${MONTHS}|kvartal|behandling)(?!\\p{L}))`, 'giu'), shown: `$1${NBSP}` },
  { pattern: new RegExp(`(?<=\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu'), shown: NBSP },
  // A line ends with a dash; it does not begin with one.
  { pattern: / (?=[–—-] )/g, shown: NBSP },
  { pattern: /(?<=\d[ \u00A0](?:mio|mia)\.?) (?=kr(?!\p{L}))/gu, shown: NBSP },
]

/**
 * A text with the spaces that must not break a line made fast: "kl. 14.00", "28. august", "§ 8", "1.250.000 kr.", and a
 * dash and the word before it.
 * Only spaces change; quotes, dashes and words stay as the clerk wrote them.
 */
export function fastSpaces(text: string): string {
  return JOINS.reduce((joined, { pattern, shown }) => joined.replace(pattern, shown), text)
}
