import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { UserConfig } from '@11ty/eleventy'
import type { Archive } from '../archive/archive.ts'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { archiveFacts } from '../publish/archive-facts.ts'
import { authorityStyles } from '../publish/authority-face.ts'
import { componentExamples } from '../publish/component-examples.ts'
import { designTokens } from '../publish/design-tokens.ts'
import { guide } from '../publish/guide.ts'
import { frontView } from '../publish/views/front.ts'
import { viewsOf } from '../publish/views.ts'
import { allRules } from '../rules/all-rules.ts'
import { readContent } from '../source/read.ts'
import { type Assets, bundleAssets } from './assets.ts'
import { createEnvironment } from './nunjucks.ts'
import { Renderer } from './renderer.ts'

/** Settings of the plugin: folders, from the project's root. */
export interface PluginOptions {
  readonly content: string
  readonly templates: string
}

/** What a build hands to the plugin: the archive that it has validated already. It prints the archive's pages itself. */
export interface Provided {
  readonly archive: Archive
  readonly assets: Assets
}

const provided = new WeakMap<UserConfig, Provided>()

/** Gives the plugin a validated archive; without it, the plugin reads its content folder itself. */
export function provide(config: UserConfig, given: Provided): void {
  provided.set(config, given)
}

/** What Eleventy's own pages tell of an archive: they are the same as long as this is. */
export function eleventyData(archive: Archive): Readonly<Record<string, unknown>> {
  return { front: frontView(archive), authorities: archive.authorities, facts: archiveFacts(archive) }
}

/**
 * The Eleventy plugin. Eleventy prints the pages in `templates/pages`; the pages of the archive, which are many and made
 * from data, are printed with the same Nunjucks environment: by the build that provides the archive, or, where Eleventy
 * runs by itself, after its own pages, each written at once, so that no page is kept in memory.
 */
export async function referatarkiv(config: UserConfig, options: PluginOptions): Promise<void> {
  const given = provided.get(config)
  const archive = given?.archive ?? publishable(loadArchive(readContent(options.content)).archive)
  const assets = given?.assets ?? (await bundleAssets(authorityStyles(archive.authorities)))
  const environment = environmentOf(archive, assets.urls, options.templates)
  config.setLibrary('njk', environment)
  for (const [name, value] of Object.entries(eleventyData(archive))) config.addGlobalData(name, value)
  config.addGlobalData('guide', guide(allRules))
  config.addGlobalData('examples', componentExamples())
  config.addGlobalData('design', async () => designTokens(await readFile('src/browser/css/tokens.css', 'utf8')))
  if (given) return
  config.on('eleventy.after', async ({ directories }) => {
    const write = async (file: string, content: string | Uint8Array): Promise<void> => {
      const target = path.join(directories.output, file)
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, content)
    }
    for (const { url, contents } of assets.files) await write(url, contents)
    const renderer = new Renderer(environment)
    for (const view of viewsOf(archive)) for (const { file, content } of renderer.files(view)) await write(file, content)
  })
}

let last: { readonly key: string; readonly renderer: Renderer } | undefined

/**
 * What prints the pages of an archive. The last one is kept, with its compiled templates, as long as what stands on every
 * page is the same, and the code and the templates too: `made` changes with these.
 */
export function rendererOf(archive: Archive, assets: Assets['urls'], made: string): Renderer {
  const key = JSON.stringify([made, archive.site, archive.authorities, assets])
  if (last?.key !== key) last = { key, renderer: new Renderer(environmentOf(archive, assets, 'templates')) }
  return last.renderer
}

/** The Nunjucks environment in which all pages of an archive are printed. */
function environmentOf({ site, authorities }: Archive, assets: Assets['urls'], templates: string): ReturnType<typeof createEnvironment> {
  return createEnvironment(templates, { site, authorities, assets })
}
