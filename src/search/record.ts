import type { Archive } from '../archive/archive.ts'
import { excerpt } from '../publish/excerpt.ts'
import { outcomesOf } from '../publish/outcome-view.ts'
import { urls } from '../publish/urls.ts'
import { formatDateWithWeekday } from '../referat/dato.ts'
import { FOLLOWED } from '../referat/followed.ts'
import type { Punkt } from '../referat/punkt.ts'
import { findSagsnumre, sagsnummerForms } from '../referat/sagsnummer.ts'
import type { Section } from '../referat/section.ts'
import { escapeHtml } from '../source/escape-html.ts'
import { renderMarkdown } from '../source/markdown.ts'
import { anchorOfAttachment, anchorOfCase, DECISION_END, DECISION_START } from './anchors.ts'
import { type AttachmentFile, type AttachmentText, attachmentsOf } from './attachments.ts'
import type { FacetValue } from './facets.ts'
import { plainDashes, textOfHtml } from './text.ts'
import { dayToken, findDateTokens, monthToken, sagToken } from './tokens.ts'

/** What narrows a search: by these the page sorts, counts and filters. */
export interface RecordFacts {
  /** ISO date of the meeting. */
  readonly date: string
  readonly authority: FacetValue
  readonly body: FacetValue
  /** Primary first; never empty. */
  readonly outcomes: readonly FacetValue[]
  readonly followed?: FacetValue
  /** First two digits of the case number's KLE number, with their title where the authority names it. */
  readonly subject?: FacetValue
}

/** A punkt as far as it is known at once: with its digest, this tells whether what the index holds of it has changed. */
export interface RecordHead {
  /** Address from the site's root. */
  readonly url: string
  /** Address of its case. */
  readonly sag?: string
  readonly sagsnummer?: string
  readonly facts: RecordFacts
  /** Files of the open attachments whose text is searched. */
  readonly attachments: readonly AttachmentFile[]
}

/** A punkt with the texts that may be searched: plain data, and all that a record is made from but the texts of its attachments. */
export interface RecordSource {
  readonly head: RecordHead
  readonly title: string
  readonly nummer: string
  /** Every spelling of the case number. */
  readonly forms: readonly string[]
  /** The decision, Markdown. */
  readonly decision: string
  /** Titles of the open attachments. */
  readonly bilag: readonly string[]
  readonly sections: readonly SourceSection[]
}

type SourceSection = Pick<Section, 'key' | 'heading' | 'text'>

/** What the index holds of a punkt. */
export interface SearchRecord {
  /** Address from the site's root. */
  readonly url: string
  /** The words that are searched and quoted in excerpts: HTML, without the title. */
  readonly html: string
  readonly facts: RecordFacts
  readonly meta: RecordMeta
}

/** What a result shows besides its excerpt. All of it is searched too; what no visitor searches for has no weight. */
export interface RecordMeta {
  readonly title: string
  readonly nummer: string
  readonly udvalg: string
  readonly myndighed: string
  /** ISO date of the meeting. */
  readonly dato: string
  /** The same in words. */
  readonly dag: string
  /** Case number as written. */
  readonly sagsnummer?: string
  /** The outcome in the words of a search; searched, never shown. */
  readonly udfald: string
  /** Every spelling of the case number; searched, never shown. */
  readonly sagsnumre?: string
  /** Tokens of the meeting's day and month and of the case number; searched, never shown. */
  readonly tegn: string
  /** Tokens of the days, months and case numbers that the text names; searched, never shown. */
  readonly naevnt?: string
  /** Compounds inside longer ones; searched, never shown. Filled in with the marks. */
  readonly led?: string
  /** The decision's first words. */
  readonly ord?: string
}

const ALL_META: Required<RecordMeta> = {
  title: '0',
  nummer: '0',
  udvalg: '0',
  myndighed: '0',
  dato: '0',
  dag: '0',
  sagsnummer: '0',
  udfald: '0',
  sagsnumre: '0',
  tegn: '0',
  naevnt: '0',
  led: '0',
  ord: '0',
}

/** A record of no punkt, with metadata of every name. */
export const NO_PUNKT: SearchRecord = {
  url: '/',
  html: '<p>0</p>',
  facts: { date: '', authority: { id: '', label: '' }, body: { id: '', label: '' }, outcomes: [] },
  meta: ALL_META,
}

/** How much more a word in the decision counts than one elsewhere. */
const DECISION_WEIGHT = 2
/** The same of a word in an attachment. */
const ATTACHMENT_WEIGHT = 0.3
/** Longest excerpt of a decision in a result, in characters. */
const DECISION_WORDS = 160

/** A punkt as far as it is known without its texts; `undefined` where it must not be found at all (a draft). */
export function recordHead(archive: Archive, punkt: Punkt): RecordHead | undefined {
  const meeting = archive.meeting(punkt.meeting)
  if (meeting.status === 'kladde') return undefined
  const body = archive.body(meeting.udvalg)
  const authority = archive.authority(meeting.authority)
  const sag = archive.sagNameOf(punkt)
  const followed = FOLLOWED.find(({ id }) => id === punkt.followed?.followed)
  const kle = punkt.sagsnummer?.kle?.slice(0, 2)
  return {
    url: urls.of(punkt.id),
    ...(sag && { sag: urls.of(sag.id) }),
    ...(punkt.sagsnummer && { sagsnummer: punkt.sagsnummer.written }),
    facts: {
      date: meeting.date,
      authority: { id: authority.id, label: authority.name },
      body: { id: body.id, label: body.name },
      outcomes: outcomesOf(punkt, meeting).map(({ id, label }) => ({ id, label })),
      ...(followed && { followed: { id: followed.slug, label: followed.label } }),
      ...(kle && { subject: { id: kle, label: subjectLabel(authority.subjects, kle) } }),
    },
    attachments: attachmentsOf(punkt),
  }
}

/**
 * A punkt with the texts that may be searched. Of a closed punkt these are the open decision alone: no other section of
 * it is passed on, whatever the file holds, and no attachment.
 */
export function recordSource(head: RecordHead, punkt: Punkt): RecordSource {
  const sections = punkt.closed ? punkt.sections.filter(({ key }) => key === 'decision') : punkt.sections
  return {
    head,
    title: punkt.title,
    nummer: punkt.number,
    forms: punkt.sagsnummer ? sagsnummerForms(punkt.sagsnummer) : [],
    decision: punkt.beslutning.text,
    bilag: punkt.closed ? [] : punkt.bilag.filter(({ open }) => open).map(({ title }) => title),
    sections: sections.map(({ key, heading, text }) => ({ key, heading, text })),
  }
}

/**
 * What the index holds of a punkt; `undefined` where it must not be found at all (a draft). Made from the data and not
 * from the printed page, so that excerpts are of the minutes alone. A closed punkt is found by its public title, case
 * number and open decision.
 */
export function searchRecord(archive: Archive, punkt: Punkt, attachments: readonly AttachmentText[] = []): SearchRecord | undefined {
  const head = recordHead(archive, punkt)
  return head && recordOf(recordSource(head, punkt), punkt.closed ? [] : attachments)
}

/** What the index holds of a punkt, from its source and the texts of its attachments. */
export function recordOf(source: RecordSource, attachments: readonly AttachmentText[]): SearchRecord {
  const { head, forms } = source
  const { facts, sagsnummer } = head
  const words = excerpt(source.decision, DECISION_WORDS)
  // Pagefind passes over a page without a word.
  const own = plainDashes(htmlOf(source.sections, source.bilag)) || `<p>${escapeHtml(facts.outcomes[0]?.label ?? '')}</p>`
  const tokens = [dayToken(facts.date), monthToken(facts.date.slice(0, 7)), ...forms.filter((form) => form.length > 3).map(sagToken)]
  const named = tokensIn(textOfHtml(own)).filter((token) => !tokens.includes(token))
  return {
    url: head.url,
    html: (head.sag ? anchor(anchorOfCase(head.sag)) : '') + own + plainDashes(attachmentsHtml(attachments)),
    facts,
    meta: {
      title: plainDashes(source.title),
      nummer: source.nummer,
      udvalg: facts.body.label,
      myndighed: facts.authority.label,
      dato: facts.date,
      dag: formatDateWithWeekday(facts.date),
      ...(sagsnummer && { sagsnummer, sagsnumre: forms.join(' ') }),
      udfald: facts.outcomes.map(({ label }) => label).join(', '),
      tegn: unique(tokens),
      ...(named.length > 0 && { naevnt: unique(named) }),
      ...(words && { ord: words }),
    },
  }
}

function subjectLabel(titles: Readonly<Record<string, string>>, kle: string): string {
  const title = Object.hasOwn(titles, kle) ? titles[kle] : undefined
  return title ? `${kle} ${title}` : kle
}

/** A heading with an anchor for each page, so that a match within it is told from one in the punkt itself. */
function attachmentsHtml(texts: readonly AttachmentText[]): string {
  return texts
    .map(({ title, url, page, text }) => {
      const heading = page === undefined ? title : `${title}, side ${page}`
      const id = escapeHtml(anchorOfAttachment(url, page))
      return `\n<h6 id="${id}" data-pagefind-weight="0">${escapeHtml(heading)}</h6><p data-pagefind-weight="${ATTACHMENT_WEIGHT}">${escapeHtml(text)}</p>`
    })
    .join('')
}

function tokensIn(text: string): string[] {
  return [...findDateTokens(text).map(({ token }) => token), ...findSagsnumre(text).flatMap(({ sagsnummer }) => [sagToken(sagsnummer.key)])]
}

function unique(words: readonly string[]): string {
  return [...new Set(words)].join(' ')
}

function htmlOf(sections: readonly SourceSection[], bilag: readonly string[]): string {
  const list = bilag.map((title) => `<li>${escapeHtml(title)}</li>`).join('')
  return sections.map(sectionHtml).join('\n') + (list && `\n<h2>Bilag</h2><ul>${list}</ul>`)
}

function sectionHtml({ key, heading, text }: SourceSection): string {
  // A heading is no match worth more than the text below it: every punkt has the same ones.
  const label = heading && `<p class="label" data-pagefind-weight="0.5">${escapeHtml(heading)}</p>`
  // Headings within a section are no parts of their own in a result.
  const html = renderMarkdown(text, { resolveLink: () => undefined }).replace(/(<h\d) id="[^"]*"/g, '$1')
  if (key !== 'decision') return `${label}<div>${html}</div>`
  return `${label}${anchor(DECISION_START)}<div data-pagefind-weight="${DECISION_WEIGHT}">${html}</div>${anchor(DECISION_END)}`
}

function anchor(id: string): string {
  return `<span id="${escapeHtml(id)}"></span>`
}
