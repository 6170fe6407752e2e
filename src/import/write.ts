import type { AuthorityType, UdvalgType } from '../referat/authority.ts'
import type { SagsnummerFormat } from '../referat/sagsnummer.ts'
import { slugify } from '../source/slug.ts'
import { linesMarkdown, sectionsMarkdown } from './body-markdown.ts'
import type { MeetingHead } from './head.ts'
import type { MinutesDraft } from './minutes.ts'
import type { PunktDraft } from './punkt-draft.ts'
import { type YamlValue, yamlLines } from './yaml.ts'

/** A content file to be written: its path below the content folder and its whole text. */
export interface DraftFile {
  readonly path: string
  readonly text: string
}

/** The longest file name that a title gives, in characters. */
const LONGEST_SLUG = 60

/** The files of a meeting in the order of the agenda, its own first. */
export function meetingFiles(folder: string, date: string, minutes: MinutesDraft): DraftFile[] {
  const names = fileNames(minutes.punkter)
  return [
    { path: `${folder}/index.md`, text: meetingText(date, minutes.head) },
    ...minutes.punkter.map((punkt, index) => ({ path: `${folder}/${names[index]}`, text: punktText(punkt) })),
  ]
}

/** The names of the files of a meeting's punkter, in the order of the agenda. */
export function fileNames(punkter: readonly Pick<PunktDraft, 'title' | 'number'>[]): string[] {
  const width = Math.max(2, String(punkter.length).length)
  return punkter.map((punkt, index) => `${String(index + 1).padStart(width, '0')}-${fileSlug(titleOf(punkt))}.md`)
}

function meetingText(date: string, head: MeetingHead): string {
  const fields = {
    dato: date,
    start: head.start,
    slut: head.end,
    sted: head.place,
    status: head.status,
    deltagere: head.people.map(({ navn, parti, rolle, fremmøde, stedfortræderFor }) => ({
      navn,
      parti,
      rolle,
      fremmøde: fremmøde === 'til stede' ? undefined : fremmøde,
      'stedfortræder for': stedfortræderFor,
    })),
    referent: head.clerk,
  }
  return fileText(fields, linesMarkdown(head.text))
}

function punktText(punkt: PunktDraft): string {
  const fields = {
    titel: titleOf(punkt),
    nummer: punkt.number === undefined ? undefined : printed(punkt.number),
    sagsnummer: punkt.sagsnummer?.written,
    adgang: punkt.closed ? 'lukket' : 'åben',
    beslutning: punkt.beslutning.length === 1 ? punkt.beslutning[0] : punkt.beslutning,
    tidligere: punkt.tidligere.map(({ udvalg, dato, punkt: nummer }) => ({
      udvalg,
      dato,
      punkt: nummer === undefined ? undefined : printed(nummer),
    })),
    afstemning: punkt.afstemning && {
      for: side(punkt.afstemning.for),
      imod: side(punkt.afstemning.imod),
      undlod: side(punkt.afstemning.undlod),
    },
    fraværende: punkt.fraværende.map(({ name, reason }) => ({ navn: name, grund: reason })),
    bilag: punkt.bilag.map(({ titel, fil, adgang }) => ({ titel, fil, adgang })),
  }
  return fileText(fields, sectionsMarkdown(punkt.sections))
}

/** A number as the clerk would type it: bare where that changes nothing. */
function printed(number: string): string | number {
  return /^[1-9]\d{0,8}$/.test(number) ? Number(number) : number
}

/** A punkt without a title of its own is named by its number. */
export function titleOf(punkt: Pick<PunktDraft, 'title' | 'number'>): string {
  return punkt.title || (punkt.number === undefined ? 'Uden titel' : `Punkt ${punkt.number}`)
}

function side(
  given: { antal?: number; partier?: readonly string[]; medlemmer?: readonly string[] } | undefined,
): { [key: string]: YamlValue | undefined } | undefined {
  return given && { antal: given.antal, partier: given.partier, medlemmer: given.medlemmer }
}

/** `index.md` of an authority that is new to the archive. */
export function authorityFile(slug: string, navn: string, type: AuthorityType, formats: readonly SagsnummerFormat[]): DraftFile {
  return { path: `${slug}/index.md`, text: fileText({ navn, type, sagsnummer: formats }, '') }
}

/** `index.md` of a body that is new to the archive. */
export function udvalgFile(authority: string, slug: string, navn: string, type: UdvalgType): DraftFile {
  return { path: `${authority}/${slug}/index.md`, text: fileText({ navn, type, sagsnummer: 'valgfrit' }, '') }
}

/** `index.md` of an archive that has none. */
export function siteFile(): DraftFile {
  const fields = { titel: 'Referatarkiv', url: 'https://referater.example', beskrivelse: 'Søgbart arkiv over referater fra råd og udvalg.' }
  return { path: 'index.md', text: fileText(fields, '') }
}

function fileText(fields: { readonly [key: string]: YamlValue | undefined }, body: string): string {
  return `---\n${yamlLines(fields).join('\n')}\n---\n${body === '' ? '' : `\n${body}\n`}`
}

function fileSlug(title: string): string {
  const slug = slugify(title)
  if (slug.length <= LONGEST_SLUG) return slug || 'punkt'
  return slug.slice(0, LONGEST_SLUG + 1).replace(/-[^-]*$/, '') || slug.slice(0, LONGEST_SLUG)
}
