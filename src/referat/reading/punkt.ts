import { digestOf } from '../../source/content-tree.ts'
import type { Frontmatter } from '../../source/frontmatter.ts'
import { splitSections } from '../../source/sections.ts'
import { slugify } from '../../source/slug.ts'
import type { Afstemning, VoteSide } from '../afstemning.ts'
import { type Beslutning, classifyDecision, classifyWithoutHeading, type OutcomeId, outcomeFromKey } from '../beslutning.ts'
import { followedOf } from '../followed.ts'
import type { Punkt } from '../punkt.ts'
import { findReferences, type Reference } from '../reference.ts'
import { parseSagsnummer, type SagsnummerFormat } from '../sagsnummer.ts'
import { punktSchema } from '../schema/punkt.ts'
import { readFields } from '../schema/read-fields.ts'
import { type Section, sectionKeyOf } from '../section.ts'
import type { Reading } from './authority.ts'

/** What a punkt takes from around it. */
export interface PunktSurroundings {
  /** Id of the meeting. */
  readonly meeting: string
  readonly digest: string
  /** File name, such as `07-fjernprint.md`. */
  readonly fileName: string
  /** Formats that the authority uses; all where it names none. */
  readonly formats: readonly SagsnummerFormat[]
  /** Size of a file in the meeting's folder, `undefined` where it is not there. */
  readonly bytesOf: (file: string) => number | undefined
}

/** Label of the only section that a closed punkt may hold. */
const OPEN_DECISION = 'aaben-beslutning'

/**
 * Reads a punkt's file. Of a punkt that is not plainly open nothing is taken in but its title, numbers, ground
 * and open decision, so that nothing later can let the rest out.
 */
export function readPunkt(frontmatter: Frontmatter, around: PunktSurroundings): Reading<Punkt> {
  const closed = !isOpen(frontmatter)
  const { values, findings } = readFields(punktSchema, frontmatter, closed)
  const [, order = '0', fileSlug = ''] = /^(\d+)-?(.*)\.md$/.exec(around.fileName) ?? []
  const number = values.nummer ?? String(Number(order))
  const sagsnummer =
    values.sagsnummer === undefined
      ? undefined
      : parseSagsnummer(values.sagsnummer, around.formats.length > 0 ? around.formats : undefined, { labelled: true })
  const sections = readSections(frontmatter, closed)
  const beslutning = readDecision(values.beslutning ?? [], sections, closed)
  const followed = followedOf({ beslutning, closed, sections })
  const facts: Omit<Punkt, 'digest' | 'factsDigest' | 'sections'> = {
    id: `${around.meeting}/punkt-${slugify(number) || order}`,
    file: frontmatter.file,
    meeting: around.meeting,
    order: Number(order),
    number,
    title: values.titel ?? fileSlug.replaceAll('-', ' '),
    ...(sagsnummer && { sagsnummer }),
    closed,
    ...(values.hjemmel && { legalGround: values.hjemmel }),
    beslutning,
    ...(followed && { followed }),
    references: closed ? [] : references(values.tidligere ?? [], sections, frontmatter),
    forwardedTo: closed ? [] : (values['videre til'] ?? []),
    ...(values.afstemning && !closed && { vote: readVote(values.afstemning) }),
    absences: closed ? [] : (values.fraværende ?? []).map(({ navn, grund }) => ({ name: navn, reason: grund })),
    bilag: closed
      ? []
      : (values.bilag ?? []).map(({ titel, fil, adgang }) => {
          const bytes = fil === undefined ? undefined : around.bytesOf(fil)
          const open = adgang === undefined ? fil === undefined : adgang === 'åben'
          return { title: titel, ...(fil && { file: fil }), open, ...(bytes !== undefined && { bytes }) }
        }),
  }
  const value: Punkt = { ...facts, digest: around.digest, factsDigest: digestOf(JSON.stringify(facts)), sections }
  return { value, findings: [...frontmatter.findings, ...findings] }
}

/** The sections of a punkt's text: of a closed one its open decision alone, and nothing else of it ever. */
export function readSections({ body, bodyLine }: Pick<Frontmatter, 'body' | 'bodyLine'>, closed: boolean): Section[] {
  return splitSections(body, bodyLine)
    .filter((section) => !closed || slugify(section.heading) === OPEN_DECISION)
    .map((section): Section => ({ ...section, key: section.heading === '' ? 'other' : (sectionKeyOf(section.heading) ?? 'other') }))
}

/** True only where the head can be read and says `adgang: åben`: everything else fails closed. */
export function isOpen(frontmatter: Frontmatter): boolean {
  return frontmatter.findings.length === 0 && frontmatter.data['adgang'] === 'åben'
}

function readDecision(explicit: readonly string[], sections: readonly Section[], closed: boolean): Beslutning {
  const texts = [...new Set(sections.filter((section) => section.key === 'decision').map((section) => section.text.trim()))]
  const text = texts.filter((part) => part !== '').join('\n\n')
  const written = explicit.map(outcomeFromKey).filter((id): id is OutcomeId => id !== undefined)
  const derived =
    written.length > 0
      ? []
      : text !== ''
        ? classifyDecision(text)
        : classifyWithoutHeading(sections.map((section) => section.text).join('\n\n'))
  const outcomes = written.length > 0 ? written : derived
  return {
    outcomes,
    status: closed ? 'closed' : outcomes.length > 0 ? 'decided' : 'missing',
    derived: written.length === 0 && outcomes.length > 0,
    text,
  }
}

interface WrittenSide {
  antal?: number | undefined
  partier?: string[] | undefined
  medlemmer?: string[] | undefined
}

function readVote(written: {
  for?: WrittenSide | undefined
  imod?: WrittenSide | undefined
  undlod?: WrittenSide | undefined
}): Afstemning {
  const side = (value: WrittenSide): VoteSide => ({
    ...(value.antal !== undefined && { count: value.antal }),
    parties: value.partier ?? [],
    members: value.medlemmer ?? [],
  })
  return {
    ...(written.for && { for: side(written.for) }),
    ...(written.imod && { against: side(written.imod) }),
    ...(written.undlod && { abstained: side(written.undlod) }),
  }
}

interface WrittenReference {
  udvalg: string
  dato: string
  punkt?: string | undefined
}

function references(written: readonly WrittenReference[], sections: readonly Section[], frontmatter: Frontmatter): Reference[] {
  const found: Reference[] = written.map(({ udvalg, dato, punkt }, index) => ({
    ...frontmatter.placeOf(['tidligere', index]),
    udvalg,
    dato,
    ...(punkt && { punkt }),
    origin: 'frontmatter',
    label: '',
  }))
  for (const section of sections) {
    for (const [text, firstLine] of [
      [section.heading, section.line],
      [section.text, section.textLine],
    ] as const) {
      for (const hit of findReferences(text)) {
        const before = text.slice(0, hit.start)
        const column = hit.start - before.lastIndexOf('\n')
        const line = firstLine + (before.match(/\n/g) ?? []).length
        const { udvalg, dato, punkt, label } = hit
        found.push({
          file: frontmatter.file,
          line,
          column,
          endColumn: column + label.length,
          udvalg,
          dato,
          ...(punkt && { punkt }),
          origin: 'text',
          label,
        })
      }
    }
  }
  return found
}
