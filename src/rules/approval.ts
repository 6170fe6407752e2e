import type { Archive } from '../archive/archive.ts'
import { DIGEST_FILE } from '../archive/layout.ts'
import type { VoteSide } from '../referat/afstemning.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { digestOf } from '../source/content-tree.ts'

/** What was approved: the words' digest, and how many corrections the minutes had then. */
export interface Approval {
  /** SHA-256, hexadecimal. */
  readonly digest: string
  readonly rettelser: number
}

/** Path of a meeting's digest file below the content folder. */
export function approvalPath(meeting: Meeting): string {
  return `${meeting.id}/${DIGEST_FILE}`
}

/**
 * The approval of a meeting as its words stand now. The first `rettelser` corrections are among the words, since they
 * are only ever added to: all of them when minutes are approved, as many as there were then when they are checked.
 */
export function approvalOf(meeting: Meeting, archive: Archive, rettelser = meeting.rettelser.length): Approval {
  const words = [wordsOfMeeting(meeting, rettelser), archive.punkterOf(meeting.id).map(wordsOfPunkt)]
  return { digest: digestOf(JSON.stringify(words, normalised)), rettelser }
}

/** The text of a digest file. */
export function formatApproval(approval: Approval): string {
  return `${JSON.stringify(approval, null, 2)}\n`
}

/** Reads a digest file; `undefined` where it is none. */
export function parseApproval(text: string): Approval | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('digest' in value) || !('rettelser' in value)) return undefined
  const { digest, rettelser } = value
  return typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest) && Number.isSafeInteger(rettelser)
    ? { digest, rettelser: Number(rettelser) }
    : undefined
}

/**
 * What a reader of the minutes reads, and nothing that is derived from it: rules may change, the words may not. Lists,
 * not objects, so that the digest does not hang on the order in which some other code fills its fields.
 */
function wordsOfMeeting({ date, start, end, place, deltagere, clerk, text, rettelser }: Meeting, count: number): unknown {
  return [
    [date, start, end, place, clerk, text],
    deltagere.map(({ name, party, role, attendance, substituteFor }) => [name, party, role, attendance, substituteFor]),
    rettelser
      .slice(0, count)
      .map((rettelse) => [rettelse.date, rettelse.type, rettelse.text, rettelse.punkt, rettelse.before, rettelse.after]),
  ]
}

function wordsOfPunkt({
  number,
  title,
  sagsnummer,
  closed,
  legalGround,
  beslutning,
  sections,
  references,
  forwardedTo,
  vote,
  absences,
  bilag,
}: Punkt): unknown {
  const side = (votes: VoteSide | undefined): unknown => votes && [votes.count, votes.parties, votes.members]
  return [
    [number, title, sagsnummer?.written, closed, legalGround],
    beslutning.derived ? [] : beslutning.outcomes,
    sections.map(({ heading, text }) => [heading, text]),
    references.filter(({ origin }) => origin === 'frontmatter').map((reference) => [reference.udvalg, reference.dato, reference.punkt]),
    forwardedTo,
    vote && [side(vote.for), side(vote.against), side(vote.abstained)],
    absences.map(({ name, reason }) => [name, reason]),
    bilag.map(({ title: name, file, open }) => [name, file, open]),
  ]
}

/** White space is not words: a line broken elsewhere changes nothing. */
function normalised(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : value
}
