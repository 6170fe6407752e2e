import type { Archive } from '../archive/archive.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Section, SectionKey } from '../referat/section.ts'
import { renderMarkdown } from '../source/markdown.ts'
import { slugify } from '../source/slug.ts'
import { linkResolver, referencePhrases } from './markdown-links.ts'

/** A section of a punkt, printed. */
export interface SectionView {
  readonly key: SectionKey
  /** The clerk's heading, in pieces so that a reference in it can be a link; empty where there is none. */
  readonly heading: readonly HeadingPiece[]
  readonly id: string
  readonly html: string
}

export interface HeadingPiece {
  readonly text: string
  readonly href?: string
}

/** Where a punkt's text stands on a page. */
export interface TextPlace {
  readonly pageUrl: string
  /** Level of the sections' headings: 2 on the punkt's page, 3 on the meeting's. */
  readonly level: number
  /** Put before every id; '' where the punkt has the page to itself. */
  readonly idPrefix: string
}

/** A punkt's sections in the clerk's order, printed for a page. */
export function sectionsOf(archive: Archive, punkt: Punkt, place: TextPlace): readonly SectionView[] {
  const phrases = referencePhrases(archive, punkt, place.pageUrl)
  const sections = archive.sectionsOf(punkt)
  const ids = idsOf(sections, place.idPrefix)
  const anchors = anchorsOf(sections, ids)
  const resolveLink = linkResolver(archive, { file: punkt.file, pageUrl: place.pageUrl, anchors })
  return sections.map((section, index): SectionView => {
    const id = ids[index] ?? ''
    // A text's own headings begin at level 3: one below its section, or in the section's place where it has no heading.
    const headingShift = section.heading === '' ? place.level - 3 : place.level - 2
    return {
      key: section.key,
      heading: section.heading === '' ? [] : linkPieces(section.heading, phrases),
      id,
      html: section.text.trim() === '' ? '' : renderMarkdown(section.text, { headingShift, idPrefix: `${id}-`, resolveLink, phrases }),
    }
  })
}

/** Ids that the punkt's page uses itself. */
const TAKEN = ['indhold', 'indholdsliste', 'beslutningen', 'rettelser', 'bilagsliste', 'forloeb', 'top-q']

const LONGEST_SLUG = 60

/** An id for each section, from its heading. A text's own headings get two hyphens after it, so that no two can meet. */
function idsOf(sections: readonly Section[], prefix: string): string[] {
  const seen = new Map(TAKEN.map((id) => [id, 1]))
  return sections.map(({ heading }) => {
    const slug = slugify(heading).slice(0, LONGEST_SLUG) || 'tekst'
    const count = (seen.get(slug) ?? 0) + 1
    seen.set(slug, count)
    const unique = count === 1 ? slug : `${slug}-${count}`
    return prefix === '' ? unique : `${prefix}-${unique}`
  })
}

/** Where a clerk's `#heading` leads on the page: the ids by the slug of the heading, the first of each. */
function anchorsOf(sections: readonly Section[], ids: readonly string[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>()
  if (!sections.some(({ text }) => text.includes('](#'))) return anchors
  const add = (heading: string, idOf: (slug: string) => string): void => {
    const slug = slugify(heading).slice(0, LONGEST_SLUG)
    if (slug !== '' && !anchors.has(slug)) anchors.set(slug, idOf(slug))
  }
  sections.forEach(({ heading }, index) => {
    add(heading, () => ids[index] ?? '')
  })
  sections.forEach(({ text }, index) => {
    for (const [, heading = ''] of text.matchAll(/^ {0,3}#{3,6}[ \t]+(.+)$/gm)) add(heading, (slug) => `${ids[index]}--${slug}`)
  })
  return anchors
}

function linkPieces(heading: string, phrases: readonly { readonly words: string; readonly href: string }[]): HeadingPiece[] {
  const hit = phrases.find(({ words }) => heading.includes(words))
  if (!hit) return [{ text: heading }]
  const [before = '', ...after] = heading.split(hit.words)
  const pieces = [{ text: before }, { text: hit.words, href: hit.href }, { text: after.join(hit.words) }]
  return pieces.filter(({ text }) => text !== '')
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The headings of one level in printed Markdown, as plain text. */
export function subheadingsOf(html: string, level: number): { readonly label: string; readonly id: string }[] {
  if (!html.includes(`<h${level} `)) return []
  const headings = html.matchAll(new RegExp(`<h${level} id="([^"]+)">(.*?)</h${level}>`, 'gs'))
  return [...headings].map(([, id = '', inner = '']) => ({
    id,
    label: inner.replace(/<[^>]+>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity),
  }))
}
