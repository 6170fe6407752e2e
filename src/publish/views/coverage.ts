import type { Archive } from '../../archive/archive.ts'
import type { Authority } from '../../referat/authority.ts'
import { type Coverage, coverageOf, medianDays, sumOf } from '../coverage.ts'
import { type CoverageBar, coverageChart } from '../coverage-chart.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'

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
  /** Years with meetings, newest first. */
  readonly chart: readonly CoverageBar[]
}

/** The page of an authority's coverage: a table by body and year, and a chart by year. */
export function coverageView(archive: Archive, authority: Authority): CoverageView {
  const bodies = coverageOf(archive, authority.id)
  return {
    template: 'views/coverage.njk',
    page: { url: urls.coverage(authority.id) },
    title: `Arkivets dækning af ${authority.name}`,
    description: `Hvad arkivet har fra ${authority.name}, og hvad det mangler: møder, referater, lukkede punkter, beslutninger og bilag efter udvalg og år.`,
    breadcrumbs: trail({ label: authority.name, url: urls.of(authority.id) }, { label: 'Dækning' }),
    authority: { name: authority.name, url: urls.of(authority.id) },
    total: counted(sumOf(bodies.flatMap(({ years }) => years.map(({ coverage }) => coverage)))),
    bodies: bodies.map(({ body, years }) => ({
      name: body.name,
      url: urls.of(body.id),
      years: years.map(({ year, coverage }) => ({ year, ...counted(coverage) })),
    })),
    chart: coverageChart(yearsOf(bodies.flatMap(({ years }) => years))),
  }
}

function counted(coverage: Coverage): Counted {
  const days = medianDays(coverage)
  return { ...coverage, ...(days !== undefined && { days }) }
}

function yearsOf(counts: readonly { readonly year: number; readonly coverage: Coverage }[]): ({ readonly year: number } & Coverage)[] {
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a)
  return years.map((year) => ({ year, ...sumOf(counts.filter((one) => one.year === year).map(({ coverage }) => coverage)) }))
}
