import { getCollection } from 'astro:content'
import { readFileSync } from 'node:fs'
import { gather } from '../../gather.js'

const texts = await getCollection('texts')
const html = new Map(texts.map(({ id, rendered }) => [id, rendered.html]))
const pages = JSON.parse(readFileSync('../pages.json', 'utf8'))

/** Every page with its HTML, and what is looked up across them: found once, when the first page asks. */
export const arkiv = gather(pages.map((page) => ({ ...page, html: html.get(page.id) })))

export const site = { title: 'Et opdigtet arkiv', url: 'https://arkiv.example' }
