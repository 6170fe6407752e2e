import type { Archive } from '../archive/archive.ts'
import { FOLLOWED, followedOf } from '../archive/followed.ts'
import { excerpt } from '../publish/excerpt.ts'
import { outcomesOf } from '../publish/outcome-view.ts'
import { urls } from '../publish/urls.ts'
import { formatDateWithWeekday } from '../referat/dato.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { findSagsnumre, sagsnummerForms } from '../referat/sagsnummer.ts'
import type { Section } from '../referat/section.ts'
import { escapeHtml } from '../source/escape-html.ts'
import { renderMarkdown } from '../source/markdown.ts'
import { anchorOfAttachment, anchorOfCase } from './anchors.ts'
import type { AttachmentText } from './attachments.ts'
import { type FacetId, MONTH_FILTER, writeFacetValue } from './facets.ts'
import { plainDashes, textOfHtml } from './text.ts'
import { dayToken, findDateTokens, monthToken, sagToken } from './tokens.ts'

/** What the index holds of a punkt. */
export interface SearchRecord {
  /** Address from the site's root. */
  readonly url: string
  /** The words that are searched and quoted in excerpts: HTML, without the title. */
  readonly html: string
  /** The same of the decision alone, for a search among decisions; '' where there is none. */
  readonly decision: string
  readonly filters: Readonly<Record<FacetId | typeof MONTH_FILTER, readonly string[]>>
  /** Sort keys; no two punkter have the same. */
  readonly sort: { readonly dato: string }
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

/** How much more a word in the decision counts than one elsewhere. */
const DECISION_WEIGHT = 2
/** The same of a word in an attachment. */
const ATTACHMENT_WEIGHT = 0.3
/** Longest excerpt of a decision in a result, in characters. */
const DECISION_WORDS = 160

/**
 * What the index holds of a punkt; `undefined` where it must not be found at all (a draft). Made from the data and not
 * from the printed page, so that excerpts are of the minutes alone. A closed punkt is found by its public title, case
 * number and open decision: no other section of it is read, whatever the file holds, and no attachment.
 */
export function searchRecord(archive: Archive, punkt: Punkt, attachments: readonly AttachmentText[] = []): SearchRecord | undefined {
  const meeting = archive.meeting(punkt.meeting)
  if (meeting.status === 'kladde') return undefined
  const body = archive.body(meeting.udvalg)
  const authority = archive.authority(meeting.authority)
  const outcomes = outcomesOf(punkt, meeting)
  // Pagefind passes over a page without a word.
  const own = plainDashes(htmlOf(punkt)) || `<p>${escapeHtml(outcomes[0]?.label ?? '')}</p>`
  const texts = punkt.closed ? [] : attachments
  const sag = archive.sagOf(punkt)
  const html = (sag ? `<span id="${escapeHtml(anchorOfCase(urls.of(sag.id)))}"></span>` : '') + own + plainDashes(attachmentsHtml(texts))
  const followed = FOLLOWED.find(({ id }) => id === followedOf(punkt)?.followed)
  const subject = punkt.sagsnummer?.kle?.slice(0, 2)
  const forms = punkt.sagsnummer ? sagsnummerForms(punkt.sagsnummer) : []
  const tokens = [dayToken(meeting.date), monthToken(meeting.date.slice(0, 7)), ...forms.filter((form) => form.length > 3).map(sagToken)]
  const named = tokensIn(textOfHtml(own)).filter((token) => !tokens.includes(token))
  const words = excerpt(punkt.beslutning.text, DECISION_WORDS)
  return {
    url: urls.of(punkt.id),
    html,
    decision: plainDashes(
      punkt.sections
        .filter(({ key }) => key === 'decision')
        .map(sectionHtml)
        .join('\n'),
    ),
    filters: {
      myndighed: [writeFacetValue({ id: authority.id, label: authority.name })],
      udvalg: [writeFacetValue({ id: body.id, label: body.name })],
      aar: [meeting.date.slice(0, 4)],
      beslutning: outcomes.map(writeFacetValue),
      fulgt: followed ? [writeFacetValue({ id: followed.slug, label: followed.label })] : [],
      emne: subject ? [writeFacetValue({ id: subject, label: subjectLabel(authority.subjects, subject) })] : [],
      [MONTH_FILTER]: [meeting.date.slice(0, 7)],
    },
    sort: { dato: sortKey(meeting, punkt) },
    meta: {
      title: plainDashes(punkt.title),
      nummer: punkt.number,
      udvalg: body.name,
      myndighed: authority.name,
      dato: meeting.date,
      dag: formatDateWithWeekday(meeting.date),
      ...(punkt.sagsnummer && { sagsnummer: punkt.sagsnummer.written, sagsnumre: forms.join(' ') }),
      udfald: outcomes.map(({ label }) => label).join(', '),
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
      const anchor = escapeHtml(anchorOfAttachment(url, page))
      return `\n<h6 id="${anchor}" data-pagefind-weight="0">${escapeHtml(heading)}</h6><p data-pagefind-weight="${ATTACHMENT_WEIGHT}">${escapeHtml(text)}</p>`
    })
    .join('')
}

function tokensIn(text: string): string[] {
  return [...findDateTokens(text).map(({ token }) => token), ...findSagsnumre(text).flatMap(({ sagsnummer }) => [sagToken(sagsnummer.key)])]
}

function unique(words: readonly string[]): string {
  return [...new Set(words)].join(' ')
}

function htmlOf(punkt: Punkt): string {
  const sections = punkt.closed ? punkt.sections.filter(({ key }) => key === 'decision') : punkt.sections
  const bilag = punkt.closed ? [] : punkt.bilag.filter(({ open }) => open)
  const list = bilag.map(({ title }) => `<li>${escapeHtml(title)}</li>`).join('')
  return sections.map(sectionHtml).join('\n') + (list && `\n<h2>Bilag</h2><ul>${list}</ul>`)
}

function sectionHtml({ key, heading, text }: Section): string {
  const weight = key === 'decision' ? ` data-pagefind-weight="${DECISION_WEIGHT}"` : ''
  // A heading is no match worth more than the text below it: every punkt has the same ones.
  const label = heading && `<p class="label" data-pagefind-weight="0.5">${escapeHtml(heading)}</p>`
  return `${label}<div${weight}>${renderMarkdown(text, { resolveLink: () => undefined })}</div>`
}

/** Sorted downwards, it gives the newest meeting first and each meeting's punkter in the order of its agenda. */
function sortKey(meeting: Meeting, punkt: Punkt): string {
  return `${meeting.date} ${meeting.id} ${String(9999 - punkt.order).padStart(4, '0')} ${punkt.id}`
}
