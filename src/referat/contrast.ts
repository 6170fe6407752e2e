/** Least contrast of text on its ground (WCAG 2.2, 1.4.6, level AAA) and of marks that carry meaning (1.4.11, AA). */
export const TEXT_CONTRAST = 7
export const MARK_CONTRAST = 3

/**
 * Contrast of two colours (`#rrggbb`), from 1 to 21: relative luminance and ratio as WCAG 2.2 defines them
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
export function contrastRatio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A contrast in words, `6,9`: cut off, never rounded up, since 6.96 is not 7. */
export function formatContrast(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1).replace('.', ',')
}
