import { defineCollection } from 'astro:content'
import { readFileSync } from 'node:fs'

/**
 * The texts as a collection that Astro renders, each once for all pages that show it. Its store is read whole as a module,
 * so it holds nothing else: a Markdown file for each page, or the facts in the store too, take longer and more memory.
 */
const texts = defineCollection({
  loader: {
    name: 'texts',
    async load({ store, renderMarkdown }) {
      for (const { id, text } of JSON.parse(readFileSync('../pages.json', 'utf8'))) {
        const { html } = await renderMarkdown(text)
        store.set({ id, data: {}, rendered: { html } })
      }
    },
  },
})

export const collections = { texts }
