import { readdirSync, readFileSync } from 'node:fs'
import { loadArchive } from '../archive/load.ts'
import { type ImportResult, importDocuments } from '../import/import.ts'
import type { Afstemning, VoteSide } from '../referat/afstemning.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { contentTree } from '../source/content-tree.ts'
import type { Expected, Trial } from './documents/trial.ts'
import { DOCX_TRIALS } from './documents/trial-docx.ts'
import { PDF_TRIALS } from './documents/trial-pdf.ts'

/** How an import of a document of ours went. */
export interface Grade {
  readonly name: string
  readonly format: string
  readonly right: number
  readonly there: number
  /** Words that were neither written nor left out with a reason. */
  readonly lost: number
  /** The fields that are not as they should be. */
  readonly wrong: readonly string[]
}

const FOLDER = new URL('../import/fixtures/trials/', import.meta.url)

/** Every trial: the files of `src/import/fixtures/trials`, and the PDFs and Word files that are written anew each time. */
export function trials(): Trial[] {
  const names = readdirSync(FOLDER).filter((file) => !file.endsWith('.json'))
  const files = names.sort().map((file): Trial => {
    const [name = '', format = ''] = file.split('.')
    return {
      name,
      format,
      expected: JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Expected,
      write: async () => new Uint8Array(readFileSync(new URL(file, FOLDER))),
    }
  })
  return [...files, ...DOCX_TRIALS, ...PDF_TRIALS]
}

/** Imports a trial and holds what came of it against what the document says. */
export async function grade({ name, format, expected, write }: Trial): Promise<Grade> {
  const result = await importDocuments(
    [{ path: `${name}.${format}`, bytes: await write() }],
    expected.authority === undefined ? { authority: 'vadby' } : {},
    new Map(),
  )
  const pairs = [...fieldsOf(result, expected), ...wordsOf(result, expected)]
  const wrong = pairs.flatMap(([field, got, wanted]) => (got === wanted ? [] : [`${field}: ${got} – ${wanted}`]))
  const lost = (result.documents[0]?.account?.lost ?? []).reduce((sum, { words }) => sum + words.length, 0)
  return { name, format, right: pairs.length - wrong.length, there: pairs.length, lost, wrong }
}

type Pair = readonly [field: string, got: string, wanted: string]

function fieldsOf(result: ImportResult, expected: Expected): Pair[] {
  const { archive } = loadArchive(contentTree(Object.fromEntries(result.files.map(({ path, text }) => [path, text]))))
  const [document] = result.documents
  const meeting = archive.meetings[0]
  const of = (field: string, got: string | undefined, wanted: string | undefined): Pair => [field, got ?? '', wanted ?? '']
  const fields = [of('date', document?.date, expected.date)]
  if (expected.udvalg !== undefined) fields.push(of('udvalg', document?.udvalg?.navn, expected.udvalg))
  if (expected.authority !== undefined) fields.push(of('authority', document?.authority?.slug, expected.authority))
  for (const key of ['start', 'end', 'place', 'clerk'] as const)
    if (expected[key] !== undefined || meeting?.[key] !== undefined) fields.push(of(key, meeting?.[key], expected[key]))
  if (!meeting) return [...fields, ...expected.punkter.map((punkt) => of('punkt', undefined, punkt))]
  const people = peopleOf(meeting)
  for (const person of new Set([...people, ...expected.people]))
    fields.push(of('person', people.includes(person) ? person : '', expected.people.includes(person) ? person : ''))
  const punkter = archive.punkterOf(meeting.id)
  fields.push(of('punkter', String(punkter.length), String(expected.punkter.length)))
  expected.punkter.forEach((written, index) => {
    const got = partsOf(punkter[index])
    written.split('|').forEach((wanted, at) => {
      if (wanted !== '*') fields.push(of(`${PARTS[at]} of punkt ${index + 1}`, got[at], wanted))
    })
  })
  for (const punkt of punkter) {
    const { number = '', absences, vote } = punkt
    const away = absences.map(({ name, reason }) => `${name} ${reason}`).join(', ')
    const wanted = (expected.absences?.[number] ?? []).join(', ')
    if (away !== '' || wanted !== '') fields.push(of(`absences of punkt ${number}`, away, wanted))
    if (vote || expected.votes?.[number]) fields.push(of(`vote of punkt ${number}`, vote && voteOf(vote), expected.votes?.[number]))
  }
  return fields
}

/** The words that must and must not be in the meeting's files. */
function wordsOf(result: ImportResult, { keeps = [], drops = [] }: Expected): Pair[] {
  const text = result.files
    .filter(({ path }) => path.split('/').length > 3)
    .map((file) => file.text)
    .join('\n')
  const flat = text.replace(/\\\n/g, '\n').replace(/\s+/g, ' ')
  return [
    ...keeps.map((words): Pair => ['kept', flat.includes(words.replace(/\s+/g, ' ')) ? words : '', words]),
    ...drops.map((words): Pair => ['left out', flat.includes(words) ? words : '', '']),
  ]
}

const PARTS = ['number', 'title', 'outcome', 'case number']

function partsOf(punkt: Punkt | undefined): string[] {
  if (!punkt) return []
  const { number, title, closed, beslutning, sagsnummer } = punkt
  const outcome = closed ? 'closed' : beslutning.status === 'missing' ? 'missing' : (beslutning.outcomes[0] ?? '')
  return [number, title, outcome, sagsnummer?.written ?? '']
}

function peopleOf({ deltagere }: Meeting): string[] {
  return deltagere.map(({ name, party, role, attendance, substituteFor }) =>
    [name, party, role, attendance === 'til stede' ? undefined : attendance, substituteFor && `for ${substituteFor}`]
      .filter(Boolean)
      .join(' '),
  )
}

function voteOf(vote: Afstemning): string {
  const side = (name: string, given: VoteSide | undefined): string[] =>
    given
      ? [
          [name, given.count, given.parties.join(','), given.members.join(',')]
            .filter((part) => part !== undefined && part !== '')
            .join(' '),
        ]
      : []
  return [...side('for', vote.for), ...side('imod', vote.against), ...side('undlod', vote.abstained)].join(' ')
}
