import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import type { Assets } from '../eleventy/assets.ts'
import { provide } from '../eleventy/plugin.ts'
import { ownModule } from '../memory/own-module.ts'

/** In the bundle that commands run from, the configuration must be the bundled one: it shares the plugin with the build. */
const CONFIG = import.meta.url.endsWith('.ts')
  ? 'eleventy.config.ts'
  : path.relative('', ownModule('eleventy.config', import.meta.url).file)

/** Where Eleventy is told to write; its pages are taken from it before it does. */
const OUTPUT = '_site'

/** The pages of `templates/pages` as Eleventy prints them, by file from the site's root. Eleventy is loaded when they are wanted. */
export async function printOwnPages(archive: Archive, assets: Assets): Promise<{ readonly file: string; readonly html: string }[]> {
  const { default: Eleventy } = await import('@11ty/eleventy')
  const eleventy = new Eleventy('templates/pages', OUTPUT, {
    configPath: CONFIG,
    quietMode: true,
    config: (config) => provide(config, { archive, assets }),
  })
  // Standard output is the command's own: a script may read it.
  eleventy.disableLogger()
  const pages = await eleventy.toJSON()
  return pages.map(({ outputPath, content }) => ({
    file: `/${path.relative(OUTPUT, outputPath).split(path.sep).join('/')}`,
    html: content,
  }))
}
