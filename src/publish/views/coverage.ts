import type { Archive } from '../../archive/archive.ts'
import type { Authority } from '../../referat/authority.ts'
import { type Coverage, coverageOf, medianDays, sumOf } from '../coverage.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

/** A row of the chart: how many meetings were held in a year, and how many of them have minutes. Lengths are pixels of the viewBox. */
export interface CoverageBar {
  readonly label: string
  readonly y: number
  readonly heldWidth: number
  readonly publishedWidth: number
  readonly value: string
}

/** Counts as a page shows them. */
export interface Counted extends Coverage {
  /** Median of the days from meeting to published minutes, where known. */
  readonly days?: number
}

/** What the archive holds of an authority, and what it lacks. */
export interface CoverageView extends View {
  readonly authority: { readonly name: string; readonly url: string }
  readonly total: Counted
  readonly bodies: readonly {
    readonly name: string
    readonly url: string
    readonly years: readonly ({ readonly year: number } & Counted)[]
  }[]
  /** Absent where no meeting was held. */
  readonly chart?: { readonly width: number; readonly height: number; readonly bars: readonly CoverageBar[]; readonly title: string }
}

const ROW = 34
const LABEL = 60
const BAR = 420
const VALUE = 120

/** The page of an authority's coverage: a table by body and year, and a chart by year. */
export function coverageView(archive: Archive, authority: Authority): CoverageView {
  const bodies = coverageOf(archive, authority.id)
  const chart = chartOf(bodies.flatMap(({ years }) => years))
  return {
    template: 'views/coverage.njk',
    page: { url: urls.coverage(authority.id) },
    title: `Arkivets dækning af ${authority.name}`,
    description: `Hvad arkivet har fra ${authority.name}, og hvad det mangler: møder, referater, lukkede punkter, beslutninger og bilag efter udvalg og år.`,
    breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Dækning' }),
    dependsOn: [authority.id, ...bodies.map(({ body }) => body.id)],
    authority: { name: authority.name, url: urls.of(authority.id) },
    total: counted(sumOf(bodies.flatMap(({ years }) => years.map(({ coverage }) => coverage)))),
    bodies: bodies.map(({ body, years }) => ({
      name: body.name,
      url: urls.of(body.id),
      years: years.map(({ year, coverage }) => ({ year, ...counted(coverage) })),
    })),
    ...(chart && { chart }),
  }
}

function counted(coverage: Coverage): Counted {
  const days = medianDays(coverage)
  return { ...coverage, ...(days !== undefined && { days }) }
}

function chartOf(counts: readonly { readonly year: number; readonly coverage: Coverage }[]): CoverageView['chart'] {
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a)
  const sums = years
    .map((year) => ({ year, ...sumOf(counts.filter((one) => one.year === year).map(({ coverage }) => coverage)) }))
    .filter(({ held }) => held > 0)
  const most = Math.max(0, ...sums.map(({ held }) => held))
  if (most === 0) return undefined
  return {
    width: LABEL + BAR + VALUE,
    height: sums.length * ROW,
    title: `Møder med referat efter år: ${sums.map(({ year, held, published }) => `${year}: ${published} af ${held}`).join(', ')}.`,
    bars: sums.map(({ year, held, published }, index) => ({
      label: String(year),
      y: index * ROW,
      heldWidth: Math.round((held / most) * BAR),
      publishedWidth: Math.round((published / most) * BAR),
      value: `${published} af ${held}`,
    })),
  }
}
