import type { Archive } from '../archive/archive.ts'
import type { Place, Severity } from '../findings/finding.ts'
import type { Authority, Udvalg } from '../referat/authority.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import type { RuleContext, TextPiece } from './context.ts'

/** What a rule is asked about. A rule of narrow scope can be run again for one changed meeting alone. */
export interface Subjects {
  /** A text that is published: the body of a file, the open decision of a closed punkt, or a title. */
  readonly text: TextPiece
  /** A file with a text as the clerk wrote all of it, head and body. */
  readonly file: TextPiece
  readonly punkt: Punkt
  readonly meeting: Meeting
  readonly udvalg: Udvalg
  readonly authority: Authority
  readonly archive: Archive
}

/** What a rule says about a place; `validate.ts` adds the rule's id, and its severity where the remark has none of its own. */
export interface Remark extends Place {
  readonly message: string
  readonly hint: string
  readonly severity?: Severity
}

/**
 * An example: files laid over the small sound archive of `example-archive.ts` (path → text; `null` takes a file away).
 * `finds` names what the rule must say, as part of the message, and optionally the line; a good example has none.
 */
export interface Example {
  readonly name: string
  readonly files: Readonly<Record<string, string | null>>
  readonly finds?: readonly { readonly file: string; readonly line?: number; readonly message: string }[]
}

/** One rule: what it checks, why, and the examples that are its tests. */
export interface Rule<Scope extends keyof Subjects = keyof Subjects> {
  /** Stable ASCII id, in Danish: `sagsnummer-form`. */
  readonly id: string
  readonly severity: Severity
  readonly scope: Scope
  /** Why the rule is there, in Danish, for the clerk's guide. */
  readonly about: string
  readonly good: readonly Example[]
  readonly bad: readonly Example[]
  /** Must not repeat a word of a closed punkt: its texts are `secret`, its remarks speak in general terms. */
  check(subject: Subjects[Scope], context: RuleContext): Iterable<Remark>
}
