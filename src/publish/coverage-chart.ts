/** A year of the chart: how many meetings were held, and how many of them have minutes. Lengths are percent of the line. */
export interface CoverageBar {
  readonly year: number
  readonly held: number
  readonly published: number
  /** The same in words. */
  readonly value: string
}

/** A bar for each year in which a meeting was held; empty where none was. */
export function coverageChart(
  years: readonly { readonly year: number; readonly held: number; readonly published: number }[],
): CoverageBar[] {
  const most = Math.max(0, ...years.map(({ held }) => held))
  return years
    .filter(({ held }) => held > 0)
    .map(({ year, held, published }) => ({
      year,
      held: percent(held / most),
      published: percent(published / most),
      value: `${published} af ${held}`,
    }))
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}
