import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainTextOf, renderMarkdown } from './markdown.ts'
import { fastSpaces } from './typography.ts'

/** What the clerk wrote, and what is shown; `~` stands for a space that does not break. */
const PAIRS = `
Mødet begynder kl. 14.00.                        Mødet begynder kl.~14.00.
Kl. 8 åbner døren                                Kl.~8 åbner døren
den 28. august 2025                              den 28.~august 2025
efter § 8 og §§ 9-11                             efter §~8 og §§~9-11
lovens § 8, stk. 2, nr. 5, jf. § 3               lovens §~8, stk.~2, nr.~5, jf.~§~3
1.250.000 kr. i 2026                             1.250.000~kr. i 2026
3,5 mio. kr. om året                             3,5~mio.~kr. om året
se punkt 3 og bilag 2                            se punkt~3 og bilag~2
en stigning på 4 % eller 12 pct.                 en stigning på 4~% eller 12~pct.
58 km/t på 1.450 m vej                           58~km/t på 1.450~m vej
i 2. kvartal, 1. behandling                      i 2.~kvartal, 1.~behandling
bus nr. 14 og ca. 30 børn                        bus nr.~14 og ca.~30 børn
30 mænd mødte 5 mødre                            30 mænd mødte 5 mødre
I 2025 mødtes udvalget                           I 2025 mødtes udvalget
Den 3. majstang står                             Den 3. majstang står
»Citatet« – og tanke-streg - bliver              »Citatet«~– og tanke-streg~- bliver
`

const MONTHS = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const UNITS = 'kr|kroner|mio|mia|t\\.kr|tkr|pct|procent|%|‰|km|cm|mm|m|m2|m3|m²|m³|ha|kg|kW|kWh|MW|MWh|GWh|dB|ton|timer|°C'

/** The rules as one would write them down, one after the other: what stands before the space, the space, what stands after it. */
const RULES = [
  /(§) (?=\d)/g,
  /(?<![\p{L}\p{N}])((?:kl|nr|stk|pkt|litra|kap|art|ca|jf|bilag|punkt|punkterne|kr)\.?) (?=§|\d)/giu,
  new RegExp(`(?<!\\d)(\\d{1,2}\\.) (?=(?:${MONTHS}|kvartal|behandling)(?!\\p{L}))`, 'giu'),
  new RegExp(`(?<=\\d)() (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu'),
  /() (?=[–—-] )/g,
  /(?<=\d[ \u00A0](?:mio|mia)\.?)() (?=kr(?!\p{L}))/gu,
]
const WORDS = [
  ...[
    '§',
    '§§',
    'kl',
    'Kl.',
    'nr.',
    'stk',
    'bilag',
    'Punkt',
    'jf.',
    'ca.',
    'kr',
    'kr.',
    'mio',
    'mio.',
    'mia.',
    'Mia',
    'pct.',
    '%',
    'm',
    'M',
  ],
  ...[
    'm²',
    'kW',
    'KW',
    'km',
    'ha',
    'dB',
    'ton',
    'timer',
    'marts',
    'Maj',
    'majstang',
    'kvartal',
    '1.',
    '12.',
    '123.',
    '2026',
    '3,5',
    '-',
    '–',
  ],
  ...['—', 'ord', 'æblenr.', '(nr.', 'x5', '5x', ',', '\n', '\u00A0', ' ', '  '],
]

describe('spaces that hold together what is read as one', () => {
  test.each(
    PAIRS.trim()
      .split('\n')
      .map((line) => line.split(/\s{2,}/) as [string, string]),
  )('%s', (written, shown) => {
    expect(fastSpaces(written).replaceAll('\u00A0', '~')).toBe(shown)
  })

  test('are those that the rules one after the other would find', () => {
    const texts = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', ''))).map((words) => words.flat().join(''))
    fc.assert(
      fc.property(texts, (text) => {
        expect(fastSpaces(text)).toBe(RULES.reduce((joined, rule) => joined.replace(rule, '$1\u00A0'), text))
      }),
      { numRuns: 2000 },
    )
  })

  test('only spaces change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fastSpaces(text).replaceAll('\u00A0', ' ') === text.replaceAll('\u00A0', ' ')),
    )
  })

  test('in Markdown: in text, not in code or addresses, and links to earlier decisions are still found', () => {
    const phrases = [{ words: 'Økonomiudvalget, den 2. juni 2025, punkt 4', href: '../punkt-4/' }]
    expect(renderMarkdown('Se Økonomiudvalget, den 2. juni 2025, punkt 4 om `nr. 5`.', { phrases }).replaceAll('\u00A0', '~')).toBe(
      '<p>Se <a href="../punkt-4/">Økonomiudvalget, den 2.~juni 2025, punkt~4</a> om <code>nr. 5</code>.</p>\n',
    )
  })

  test('excerpts and the words for search keep the spaces that were written', () => {
    expect(plainTextOf('Mødet er kl. 14.00 den 3. maj.')).toBe('Mødet er kl. 14.00 den 3. maj.')
  })
})
