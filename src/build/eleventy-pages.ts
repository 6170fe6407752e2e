import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import type { Assets } from '../eleventy/assets.ts'
import { provide } from '../eleventy/plugin.ts'

/** Where Eleventy is told to write; its pages are taken from it before it does. */
const OUTPUT = '_site'

/** The pages of `templates/pages` as Eleventy prints them, by file from the site's root. Eleventy is loaded when they are wanted. */
export async function printOwnPages(archive: Archive, assets: Assets): Promise<{ readonly file: string; readonly html: string }[]> {
  const { default: Eleventy } = await import('@11ty/eleventy')
  const eleventy = new Eleventy('templates/pages', OUTPUT, {
    configPath: 'eleventy.config.ts',
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
