import { contrastRatio, formatContrast, MARK_CONTRAST, TEXT_CONTRAST } from '../referat/contrast.ts'

/** A token as the stylesheet declares it. */
export interface DesignToken {
  readonly name: string
  /** What it is for, in Danish. */
  readonly about: string
  readonly value: string
  /** Its value in the dark, where it has another. */
  readonly dark?: string
}

/** A pair of colours that meet on the pages, with their contrast in light and dark. */
export interface ColourPair {
  readonly about: string
  readonly front: string
  readonly ground: string
  readonly light: string
  readonly dark: string
  readonly least: number
  readonly enough: boolean
}

/** The design's tokens by kind, and the contrast of the colours that meet. */
export interface DesignTokens {
  readonly groups: readonly { readonly heading: string; readonly tokens: readonly DesignToken[] }[]
  readonly pairs: readonly ColourPair[]
}

const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Skrift: {
    font: 'Styresystemets egen skrift: intet skal hentes',
    text: 'Brødtekst',
    'text-small': 'Noter og hjælpetekst',
    'text-h1': 'Sidens titel',
    'text-h2': 'Afsnit',
    'text-h3': 'Underafsnit',
    line: 'Linjeafstand',
    measure: 'Længste linje, 60-75 tegn',
    page: 'Sidens bredde',
    gutter: 'Luft i siderne',
  },
  Afstand: {
    'space-1': 'Mellem ord og mærke',
    'space-2': 'Mellem linjer, der hører sammen',
    'space-3': 'I lister',
    'space-4': 'Mellem afsnit tekst',
    'space-5': 'I bokse',
    'space-6': 'Mellem afsnit',
    'space-7': 'Mellem dele af siden',
    'space-8': 'Nederst på siden',
  },
  'Form og bevægelse': {
    radius: 'Runde hjørner',
    shade: 'Skygge, hvor en tabel fortsætter',
    motion: 'Længden af en overgang. Den er 0, når du har bedt om mindre bevægelse',
  },
  Farver: {
    paper: 'Sidens bund',
    surface: 'Bokse',
    ink: 'Tekst',
    'ink-soft': 'Noter',
    rule: 'Streger, der deler',
    'rule-strong': 'Streger om felter',
    link: 'Link',
    visited: 'Besøgt link',
    brand: 'Toppen og knapper; myndighedens egen farve',
    'on-brand': 'Tekst på toppen',
    'brand-mark': 'Mærke på toppen; myndighedens anden farve',
    focus: 'Ramme om det, tastaturet står på',
    'focus-halo': 'Lys om rammen',
    highlight: 'Fundne ord',
    good: 'Godkendt',
    'good-soft': 'Bund til godkendt',
    bad: 'Afvist',
    'bad-soft': 'Bund til afvist',
    wait: 'Udsat',
    'wait-soft': 'Bund til udsat',
    onward: 'Sendt videre',
    'onward-soft': 'Bund til sendt videre',
    plain: 'Andre udfald',
    'plain-soft': 'Bund til andre udfald',
  },
}

const TEXT_PAIRS: readonly (readonly [about: string, front: string, ground: string])[] = [
  ['Tekst på siden', 'ink', 'paper'],
  ['Tekst i bokse', 'ink', 'surface'],
  ['Noter på siden', 'ink-soft', 'paper'],
  ['Noter i bokse', 'ink-soft', 'surface'],
  ['Link på siden', 'link', 'paper'],
  ['Link i bokse', 'link', 'surface'],
  ['Link på gul bund', 'link', 'wait-soft'],
  ['Besøgt link', 'visited', 'paper'],
  ['Toppen', 'on-brand', 'brand'],
  ['Fundne ord', 'ink', 'highlight'],
  ['Godkendt', 'good', 'good-soft'],
  ['Afvist', 'bad', 'bad-soft'],
  ['Udsat', 'wait', 'wait-soft'],
  ['Sendt videre', 'onward', 'onward-soft'],
  ['Andre udfald', 'plain', 'plain-soft'],
]

const MARK_PAIRS: typeof TEXT_PAIRS = [
  ['Ramme om felter', 'rule-strong', 'paper'],
  ['Tastaturets ramme', 'focus', 'paper'],
  ['Mærke på toppen', 'brand-mark', 'brand'],
]

/** Reads the tokens from the stylesheet that declares them, so that what is written down is what is used. */
export function designTokens(css: string): DesignTokens {
  const dark = css.indexOf('prefers-color-scheme: dark')
  const lightValues = declarations(dark < 0 ? css : css.slice(0, dark))
  const darkValues = declarations(dark < 0 ? '' : css.slice(dark))
  const pair =
    (least: number) =>
    ([about, front, ground]: (typeof TEXT_PAIRS)[number]): ColourPair => {
      const inLight = contrastRatio(colourOf(front, lightValues), colourOf(ground, lightValues))
      const both = new Map([...lightValues, ...darkValues])
      const inDark = contrastRatio(colourOf(front, both), colourOf(ground, both))
      const enough = Math.min(inLight, inDark) >= least
      return { about, front, ground, light: formatContrast(inLight), dark: formatContrast(inDark), least, enough }
    }
  return {
    groups: Object.entries(GROUPS).map(([heading, names]) => ({
      heading,
      tokens: Object.entries(names).map(([name, about]) => {
        const inDark = darkValues.get(name)
        return { name, about, value: lightValues.get(name) ?? '', ...(inDark !== undefined && { dark: inDark }) }
      }),
    })),
    pairs: [...TEXT_PAIRS.map(pair(TEXT_CONTRAST)), ...MARK_PAIRS.map(pair(MARK_CONTRAST))],
  }
}

function declarations(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]))
}

/** `#fff` and `#ffffff` alike, as `#ffffff`. */
function colourOf(name: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(name) ?? ''
  return value.length === 4 ? `#${[...value.slice(1)].map((digit) => digit + digit).join('')}` : value
}
