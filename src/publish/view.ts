/** A step of the way from the front page to a page. */
export interface Breadcrumb {
  readonly label: string
  /** Absent for the page itself. */
  readonly url?: string
}

/**
 * One page before it is printed: plain data that a template turns into HTML. Pure: the same archive gives the same view.
 * Addresses in a view are from the site's root; the `href` filter makes them relative when the page is printed.
 */
export interface View {
  /** Template below `templates/`, such as `views/punkt.njk`. */
  readonly template: string
  readonly page: { readonly url: string }
  /** Title of the page, without the archive's name. */
  readonly title: string
  /** One or two sentences for search engines and link previews. */
  readonly description: string
  readonly breadcrumbs: readonly Breadcrumb[]
  /** What the page tells, for machines: written beside it as `data.json`. Addresses in it are whole ones. */
  readonly data?: unknown
}
