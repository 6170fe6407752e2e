import type { Finding, Place, Severity } from '../findings/finding.ts'
import type { Authority, Site, Udvalg } from '../referat/authority.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { Reference } from '../referat/reference.ts'
import type { Sagsnummer } from '../referat/sagsnummer.ts'
import type { ContentTree } from '../source/content-tree.ts'
import type { Frontmatter } from '../source/frontmatter.ts'

/** A reference with what it points at. */
export interface ResolvedReference {
  readonly reference: Reference
  /** Id of the punkt that refers. */
  readonly from: string
  /**
   * `punkt`: found, id in `target`. `meeting`: the meeting is there, the punkt is not (or none was named), id of the
   * meeting in `target`. `body`: the body is known, the meeting is not in the archive. `unknown`: neither.
   */
  readonly kind: 'punkt' | 'meeting' | 'body' | 'unknown'
  readonly target?: string
}

/** A case: every punkt of one authority with the same normalised case number. Its id is `<myndighed>/sager/<slug>`. */
export interface Sag {
  readonly id: string
  readonly authority: string
  /** As first written. */
  readonly sagsnummer: Sagsnummer
  /** Title of the newest punkt that is not closed, from a meeting that was held where there is one. */
  readonly title: string
  /** Standing cases (facet P35, "Eventuelt", "Siden sidst" …, or several matters meeting after meeting) are lists, no stories. */
  readonly standing: boolean
  /** Ids of its punkter, oldest first. */
  readonly punkter: readonly string[]
}

/** A case by its name: as much as most pages show of it, which stays the same when the case goes on. */
export type SagName = Pick<Sag, 'id' | 'standing'>

/** The meetings of a body right before and after one. */
export interface MeetingsBeside {
  readonly older: Meeting | undefined
  readonly newer: Meeting | undefined
}

/** The archive's graph: built once, frozen, plain data and look-ups by id. The same for rules, pages, feeds and search. */
export interface Archive {
  readonly site: Site
  /** By name, Danish collation. */
  readonly authorities: readonly Authority[]
  /** By authority, then name. */
  readonly udvalg: readonly Udvalg[]
  /** Newest first. */
  readonly meetings: readonly Meeting[]
  /** In the order of `meetings`, then as on the agenda. */
  readonly punkter: readonly Punkt[]
  /** By authority, then case number. */
  readonly sager: readonly Sag[]

  authority(id: string): Authority
  /** A body by id. */
  body(id: string): Udvalg
  meeting(id: string): Meeting
  punkt(id: string): Punkt
  sag(id: string): Sag
  /** The case of a punkt, where it has a case number. */
  sagOf(punkt: Punkt): Sag | undefined
  /** The name of that case. Who needs no more asks here, so that it is known which pages hang on the course of the case. */
  sagNameOf(punkt: Punkt): SagName | undefined
  /** Bodies of an authority. */
  bodiesOf(authority: string): readonly Udvalg[]
  /** Meetings of a body, newest first. */
  meetingsOf(udvalg: string): readonly Meeting[]
  /** Of those the ones beside a meeting. */
  meetingsBeside(meeting: Meeting): MeetingsBeside
  /** Punkter of a meeting as on the agenda. */
  punkterOf(meeting: string): readonly Punkt[]
  sagerOf(authority: string): readonly Sag[]
  /** The sections of a punkt. Pages ask for them here, so that it is known which pages show the words of a punkt. */
  sectionsOf(punkt: Punkt): Punkt['sections']
  /** What a punkt points back at. */
  referencesFrom(punkt: string): readonly ResolvedReference[]
  /** What points back at a punkt: what came of it. */
  referencesTo(punkt: string): readonly ResolvedReference[]
  /**
   * What a content file is published as: the id of the thing whose page shows it ('' for the site), or the path of an open
   * attachment; undefined where it is not published.
   */
  publishedAs(file: string): string | undefined
  /** What a file of an authority that is not read is published as; absent where all are. */
  readonly publishedElsewhere?: (file: string) => string | undefined
  /** A thing by its kind and id, where the archive has it. */
  find<Kind extends keyof ArchiveThings>(kind: Kind, id: string): ArchiveThings[Kind] | undefined
  /** A body of an authority by its name, an alias or its slug, as a clerk would write it; case and accents do not count. */
  findBody(authority: string, name: string): Udvalg | undefined
}

/** The kinds of things that have an id. */
export interface ArchiveThings {
  readonly authority: Authority
  readonly body: Udvalg
  readonly meeting: Meeting
  readonly punkt: Punkt
  readonly sag: Sag
}

/** Where the parts of the archive stand in their files, for rules that report. */
export interface Sources {
  readonly tree: ContentTree
  /** Frontmatter by file path, with positions. */
  readonly frontmatter: { get(file: string): Frontmatter | undefined }
}

/** What loading gives: the graph, its sources, and what was found wrong while reading. */
export interface Loaded {
  readonly archive: Archive
  readonly sources: Sources
  /** A digest of everything in a meeting's folder, by the meeting's id. */
  readonly digests: ReadonlyMap<string, string>
  /** Findings of reading, of the schema and of building; rules add theirs. */
  readonly findings: readonly Finding[]
}

export type { Finding, Place, Severity }
