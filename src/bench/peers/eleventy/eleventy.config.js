import { readFileSync } from 'node:fs'
import markdownIt from 'markdown-it'
import { gather } from '../gather.js'

/**
 * Eleventy as people use it, in two ways that `PEER` chooses between: a Markdown file for each meeting and punkt, or all
 * pages made from data. What is looked up across pages is a global of Nunjucks and not of the data cascade, which would
 * merge it anew for each page; Markdown does not run through a template engine; a page's body is an include.
 */
export default function configure(config) {
  const variant = process.env.PEER
  const arkiv = gather(JSON.parse(readFileSync('../pages.json', 'utf8')))
  const markdown = markdownIt({ html: true })
  config.addNunjucksGlobal('arkiv', arkiv)
  config.addNunjucksGlobal('site', { title: 'Et opdigtet arkiv', url: 'https://arkiv.example' })
  config.addGlobalData('terms', arkiv.terms)
  config.addGlobalData('taxonomies', arkiv.taxonomies)
  if (variant === 'data') config.addGlobalData('pages', [...arkiv.myndighed, ...arkiv.udvalg, ...arkiv.moede, ...arkiv.punkt])
  config.addFilter('markdown', (text) => markdown.render(text))
  config.setLibrary('md', markdown)
  config.addPassthroughCopy({ static: 'assets' })
  config.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true })
  config.setTemplateFormats(['njk', 'md'])
  config.setUseGitIgnore(false)
  config.setQuietMode(true)
  return { markdownTemplateEngine: false, dir: { input: variant, includes: '../includes' } }
}
