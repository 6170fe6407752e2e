import { defineConfig } from 'astro/config'

/** What Astro would do to a clerk's text besides, the other generators do not: colours for code, other quotation marks. */
export default defineConfig({
  site: 'https://arkiv.example',
  trailingSlash: 'always',
  cacheDir: '.cache',
  markdown: { syntaxHighlight: false, smartypants: false },
})
