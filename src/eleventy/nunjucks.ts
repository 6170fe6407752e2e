import nunjucks from 'nunjucks'
import { authorityFace } from '../publish/authority-face.ts'
import { basePathOf, relativeHref } from '../publish/urls.ts'
import type { Authority } from '../referat/authority.ts'
import { compareDanish } from '../referat/collation.ts'
import { formatDate, formatDateWithWeekday, formatTime } from '../referat/dato.ts'
import { fastSpaces } from '../source/typography.ts'
import { TemplateLoader } from './template-loader.ts'

/** What a filter is told of the page that it prints. */
interface FilterContext {
  readonly env: nunjucks.Environment
  lookup(name: 'page'): { readonly url: string } | undefined
  /** Set by a page that is shown at any depth, such as the one for addresses that do not exist. */
  lookup(name: 'absoluteLinks'): boolean | undefined
}

/**
 * The one Nunjucks environment: templates compiled once, everything escaped. Both Eleventy's pages and the archive's
 * views are printed with it. A clerk's text reaches it as data only, never as a template.
 */
export function createEnvironment(templates: string, globals: Readonly<Record<string, unknown>> = {}): nunjucks.Environment {
  const loader = new TemplateLoader(templates)
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
    throwOnUndefined: false,
  })
  loader.environment = environment
  environment.addFilter('href', function (this: FilterContext, url: string) {
    if (url.startsWith('/') && this.lookup('absoluteLinks')) return `${sitePath(this.env)}${url}`
    return relativeHref(this.lookup('page')?.url ?? '/', url)
  })
  environment.addFilter('date', formatDate)
  environment.addFilter('weekdayDate', formatDateWithWeekday)
  environment.addFilter('time', formatTime)
  environment.addFilter('fine', fastSpaces)
  environment.addFilter('sortDanish', (items: readonly Record<string, string>[], key: string) =>
    [...items].sort((a, b) => compareDanish(a[key] ?? '', b[key] ?? '')),
  )
  const authorities = (globals['authorities'] ?? []) as readonly Authority[]
  environment.addFilter('face', (pageUrl: string) => authorityFace(authorities, pageUrl))
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value)
  return environment
}

/** The path under which the site lies on its host, without a slash at the end. */
function sitePath(environment: nunjucks.Environment): string {
  const { url } = environment.getGlobal('site') as { readonly url: string }
  return basePathOf(url)
}
