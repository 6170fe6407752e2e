import { urls } from './urls.ts'
import type { Breadcrumb } from './view.ts'

/** The way from the front page to a page: the front page, then the given steps. */
export function trail(...steps: readonly Breadcrumb[]): readonly Breadcrumb[] {
  return [{ label: 'Forside', url: urls.front }, ...steps]
}
