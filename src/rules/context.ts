import type { Archive, Loaded, Sources } from '../archive/archive.ts'
import { classifyPath } from '../archive/layout.ts'
import { type NotePart, observed } from '../archive/observed.ts'
import { type Place, startOf } from '../findings/finding.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { bodyOf, type KeyPath } from '../source/frontmatter.ts'
import { once } from '../source/once.ts'
import { type Presence, presenceAt } from './presence.ts'

/** What a rule may look at besides the thing it checks. Everything is computed once for all rules. */
export interface RuleContext {
  readonly archive: Archive
  readonly sources: Sources
  /** The frontmatter of a file as the clerk wrote it; empty where the file is missing or broken. */
  dataOf(file: string): Readonly<Record<string, unknown>>
  /** True where a file's text has what a pattern finds: to pass by what need not be taken apart. */
  mayHold(file: string, pattern: RegExp): boolean
  /** Where a value of the frontmatter stands. */
  at(file: string, path: KeyPath): Place
  /** Where a key of the frontmatter stands. */
  atKey(file: string, path: KeyPath): Place
  /** Files in a meeting's folder of attachments, as `bilag/plan.pdf`. */
  bilagOf(meeting: string): readonly string[]
  /** True for a path at which the content has a file. */
  isThere(path: string): boolean
  /** True for an attachment that is published: `<meeting>/bilag/plan.pdf`, open and there. */
  isPublished(path: string): boolean
  /** Who was there, and who had a vote. */
  presenceAt(meeting: Meeting): Presence
  /** The texts of a file that are published; of a closed punkt its open decision, marked `secret`. */
  textsOf(file: string, punkt?: Punkt): readonly TextPiece[]
  /** All that stands in a file, its head too; of a closed punkt marked `secret`. None where the file is missing. */
  wholeOf(file: string, punkt?: Punkt): readonly TextPiece[]
}

/** A piece of text with its place. */
export interface TextPiece {
  readonly file: string
  readonly text: string
  /** The text belongs to a closed punkt: no message may repeat a word of it. */
  readonly secret: boolean
  /** True for a field of the frontmatter, which is no Markdown; a place in it is the field as a whole. */
  readonly field: boolean
  /** Where a stretch of the text stands in its file, by offsets. */
  place(start: number, end: number): Place
}

/** Prepares what the rules share. */
export function contextOf({ archive, sources }: Pick<Loaded, 'archive' | 'sources'>): RuleContext {
  const at = (file: string, path: KeyPath): Place => sources.frontmatter.get(file)?.placeOf(path) ?? startOf(file)
  const presences = new Map<string, Presence>()
  return {
    archive,
    sources,
    dataOf: (file) => sources.frontmatter.get(file)?.data ?? {},
    mayHold: (file, pattern) => pattern.test(sources.tree.files.get(file)?.text ?? ''),
    at,
    atKey: (file, path) => sources.frontmatter.get(file)?.placeOfKey(path) ?? startOf(file),
    bilagOf: (meeting) => bilagByMeeting(sources).get(meeting) ?? [],
    isPublished: (path) => archive.publishedAs(path) !== undefined,
    isThere: (path) => isThere(sources, path),
    presenceAt(meeting) {
      const known = presences.get(meeting.id) ?? presenceAt(meeting, archive.body(meeting.udvalg))
      presences.set(meeting.id, known)
      return known
    },
    textsOf(file, punkt) {
      const source = sources.tree.files.get(file)
      if (!source) return []
      if (punkt?.closed) return punkt.sections.map(({ text, textLine }) => textPiece(file, text, textLine, true))
      const { body, bodyLine } = bodyOf(source)
      const text = textPiece(file, body, bodyLine, false)
      if (!punkt) return [text]
      return [{ file, text: punkt.title, secret: false, field: true, place: () => at(file, ['titel']) }, text]
    },
    wholeOf(file, punkt) {
      const source = sources.tree.files.get(file)
      return source ? [textPiece(file, source.text, 1, punkt?.closed ?? false)] : []
    },
  }
}

const bilagByMeeting = once(({ tree }: Sources): ReadonlyMap<string, readonly string[]> => {
  const bilag = new Map<string, string[]>()
  for (const path of [...tree.assets.keys(), ...tree.files.keys()]) {
    const place = classifyPath(path)
    if (place.kind !== 'bilag') continue
    const meeting = `${place.authority}/${place.udvalg}/${place.folder}`
    const list = bilag.get(meeting)
    if (list) list.push(place.name)
    else bilag.set(meeting, [place.name])
  }
  return bilag
})

/** True for a path at which the content has a file, of whatever kind. */
export function isThere({ tree }: Sources, path: string): boolean {
  return tree.files.has(path) || tree.assets.has(path)
}

/** The kind of part that `observedContext` notes where a path was looked for. */
export const THERE = 'there'

/**
 * What the rules share, for the rules on one meeting: tells which parts of the archive they ask for besides the meeting's
 * own files.
 * @throws Error where a rule on a meeting looks into the file of another: it could not be told when to run it again
 */
export function observedContext(context: RuleContext, meeting: string, note: NotePart): RuleContext {
  const archive = observed(context.archive, note)
  const own = (file: string): string => {
    if (file.startsWith(`${meeting}/`)) return file
    throw new Error(`A rule on ${meeting} looked into ${file}.`)
  }
  return {
    archive,
    sources: context.sources,
    dataOf: (file) => context.dataOf(own(file)),
    mayHold: (file, pattern) => context.mayHold(own(file), pattern),
    at: (file, path) => context.at(own(file), path),
    atKey: (file, path) => context.atKey(own(file), path),
    textsOf: (file, punkt) => context.textsOf(own(file), punkt),
    wholeOf: (file, punkt) => context.wholeOf(own(file), punkt),
    bilagOf: (id) => context.bilagOf(own(`${id}/`).slice(0, -1)),
    isThere(path) {
      note(THERE, path)
      return context.isThere(path)
    },
    isPublished: (path) => archive.publishedAs(path) !== undefined,
    presenceAt(one) {
      note('meeting', one.id)
      note('body', one.udvalg)
      return context.presenceAt(one)
    },
  }
}

function textPiece(file: string, text: string, firstLine: number, secret: boolean): TextPiece {
  return {
    ...{ file, text, secret, field: false },
    place(start, end) {
      const before = text.slice(0, start)
      const column = start - before.lastIndexOf('\n')
      const line = firstLine + (before.match(/\n/g) ?? []).length
      const lineEnd = text.indexOf('\n', start)
      const stop = lineEnd === -1 ? end : Math.min(end, lineEnd)
      return { file, line, column, endColumn: Math.max(column, column + stop - start) }
    },
  }
}
