import { readFile } from 'node:fs/promises'
import type { UserConfig } from '@11ty/eleventy'
import type { Archive } from '../archive/archive.ts'
import { loadArchive } from '../archive/load.ts'
import { archiveFacts } from '../publish/archive-facts.ts'
import { authorityStyles } from '../publish/authority-face.ts'
import { componentExamples } from '../publish/component-examples.ts'
import { designTokens } from '../publish/design-tokens.ts'
import { guide } from '../publish/guide.ts'
import { frontView } from '../publish/views/front.ts'
import { viewsOf } from '../publish/views.ts'
import { allRules } from '../rules/all-rules.ts'
import { readContent } from '../source/read.ts'
import { bundleAssets } from './assets.ts'
import { createEnvironment } from './nunjucks.ts'
import { Printer } from './printer.ts'

/** Settings of the plugin: folders, from the project's root. */
export interface PluginOptions {
  readonly content: string
  readonly templates: string
}

/** What a build hands to the plugin: the archive that it has validated already, and who wants to see the printed pages. */
export interface Provided {
  readonly archive: Archive
  readonly onPage?: (url: string, html: string) => void
}

const provided = new WeakMap<UserConfig, Provided>()

/** Gives the plugin a validated archive; without it, the plugin reads its content folder itself. */
export function provide(config: UserConfig, given: Provided): void {
  provided.set(config, given)
}

/**
 * The Eleventy plugin. Eleventy prints the pages in `templates/pages`; the pages of the archive, which are many and made
 * from data, are printed after it with the same Nunjucks environment and written at once, so that no page is kept in memory.
 */
export async function referatarkiv(config: UserConfig, options: PluginOptions): Promise<void> {
  const { archive, onPage } = provided.get(config) ?? { archive: loadArchive(await readContent(options.content)).archive }
  const { site, authorities } = archive
  const assets = await bundleAssets(authorityStyles(authorities))
  const environment = createEnvironment(options.templates, { site, authorities, assets: assets.urls })
  config.setLibrary('njk', environment)
  config.addGlobalData('front', frontView(archive))
  config.addGlobalData('authorities', authorities)
  config.addGlobalData('facts', archiveFacts(archive))
  config.addGlobalData('guide', guide(allRules))
  config.addGlobalData('examples', componentExamples)
  config.addGlobalData('design', async () => designTokens(await readFile('src/browser/css/tokens.css', 'utf8')))
  config.on('eleventy.after', async ({ directories }) => {
    const printer = new Printer(environment, directories.output)
    await assets.write(directories.output)
    for (const view of viewsOf(archive)) {
      const html = await printer.print(view)
      onPage?.(view.page.url, html)
    }
  })
}
