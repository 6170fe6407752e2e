import type { UserConfig } from '@11ty/eleventy'
import { referatarkiv } from './src/eleventy/plugin.ts'
import { markdown } from './src/source/markdown.ts'

/** What Eleventy is told: where the pages are, which library reads Markdown, and the plugin that prints the archive. */
export default async function configure(config: UserConfig): Promise<void> {
  config.setInputDirectory('templates/pages')
  config.setIncludesDirectory('../components')
  config.setLayoutsDirectory('../layouts')
  config.setTemplateFormats(['njk', 'md'])
  config.setUseGitIgnore(false)
  config.setLibrary('md', markdown)
  await config.addPlugin(referatarkiv, { content: 'content', templates: 'templates' })
}
