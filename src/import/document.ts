import { type Finding, startOf } from '../findings/finding.ts'
import { maskDigits } from '../findings/mask.ts'
import type { SagsnummerFormat } from '../referat/sagsnummer.ts'
import { type Account, accountForWords } from './account.ts'
import { attachFiles } from './attach-files.ts'
import { identifyAuthority, identifyUdvalg, type KnownNames, type Named, readFileName } from './identify.ts'
import type { ImportOptions, InputFile } from './input.ts'
import { type MinutesDraft, readMinutes } from './minutes.ts'
import type { Origin, PlacedOrigin } from './origin.ts'
import { type Format, type Opened, openDocument } from './readers/detect.ts'
import { type MovedRun, movedRuns } from './word-order.ts'
import { wordsOf } from './words.ts'
import { type DraftFile, fileNames, meetingFiles, titleOf } from './write.ts'
import { bodiesOf, writtenWords } from './written-words.ts'

/** What came of one document. */
export interface DocumentDraft {
  readonly path: string
  /** The lines of its text that findings are about, each on its row; absent where some of it must not be shown. */
  readonly text?: string
  /** True where its bytes are no text that can be read. */
  readonly unreadable: boolean
  readonly authority?: Named
  readonly udvalg?: Named
  /** ISO date of the meeting. */
  readonly date?: string
  /** Other dates that the document names as the meeting's; empty once one is chosen. */
  readonly otherDates?: readonly string[]
  /** Folder of the meeting below the content folder; absent where nothing can be written. */
  readonly folder?: string
  readonly files: readonly DraftFile[]
  /** Attachments to copy: from beside the document to below the content folder. */
  readonly copies: readonly { readonly from: string; readonly path: string }[]
  readonly punkter: number
  /** Case-number formats met in it. */
  readonly formats: readonly SagsnummerFormat[]
  readonly account?: Account
  /** How each field was found. */
  readonly origins: readonly PlacedOrigin[]
  readonly findings: readonly Finding[]
}

/** No more lost runs of one document than this are reported one by one. */
const MOST_LOST = 20

/** Reads one document, drafts its content files, and holds the words of both against each other. */
export async function draftDocument(input: InputFile, options: ImportOptions, known: KnownNames): Promise<DocumentDraft> {
  if (!input.bytes) return refusedDraft(input.path, 'Filen kan ikke læses.', 'Se efter, om filen findes, og om du har ret til at læse den.')
  const opened = await openDocument(input.bytes)
  return opened.kind === 'refused' ? refusedDraft(input.path, opened.message, opened.hint) : draftOpened(input, opened, options, known)
}

/** The draft of a document that cannot be read, with the word of why. */
export function refusedDraft(path: string, message: string, hint: string): DocumentDraft {
  const finding: Finding = { ...startOf(path), severity: 'error', rule: 'import-ulaeselig', message, hint }
  return { path, unreadable: true, files: [], copies: [], punkter: 0, formats: [], origins: [], findings: [finding] }
}

function draftOpened(
  input: InputFile,
  opened: Extract<Opened, { kind: 'read' }>,
  options: ImportOptions,
  known: KnownNames,
): DocumentDraft {
  const { source } = opened
  const findings: Finding[] = []
  const report: Report = (line, severity, rule, message, hint) => {
    const page = source.pages?.[line - 1] ?? 0
    const where = page > 0 && line > 1 ? ` (side ${page})` : ''
    findings.push({ ...startOf(input.path), line, severity, rule, message: `${message}${where}`, hint })
  }
  if (opened.charset === 'windows-1252')
    report(1, 'info', 'import-tegnsaet', 'Filen er ikke UTF-8 og er læst som Windows-1252.', 'Se efter, om æ, ø og å er rigtige.')
  reportName(input.path, opened.format, report)
  const minutes = readMinutes(source.document)
  const named = nameDocument(input.path, source.text, minutes, options, known, report)
  const names = minutes.mayBeClosed ? { ...named, folder: undefined } : named
  const draftOf = draftFileAt(minutes, names.folder)
  for (const note of minutes.notes) report(note.line, note.severity, note.rule, note.message, `${note.hint}${draftOf(note.line)}`)
  if (minutes.head.people.length === 0)
    report(
      1,
      'info',
      'import-ingen-deltagere',
      'Dokumentet nævner ingen deltagere.',
      'Skriv dem ind i feltet deltagere i mødets index.md, hvis de er kendt.',
    )
  for (const punkt of minutes.punkter.filter(({ title }) => title === '')) {
    report(
      punkt.line,
      'warning',
      'import-uden-titel',
      `Punktet har ingen titel og er kaldt "${titleOf(punkt)}".`,
      'Skriv en titel i punktets fil.',
    )
  }
  const attached = attachFiles(minutes.punkter, input.beside ?? [])
  for (const { line, title } of attached.missing)
    report(
      line,
      'info',
      'import-bilag-uden-fil',
      `Filen til bilaget "${maskDigits(title)}" ligger ikke ved siden af dokumentet; titlen er beholdt uden fil.`,
      'Læg filen i mødets mappe bilag/, og skriv den i feltet fil, hvis den må være offentlig.',
    )
  const files = meetingFiles(names.folder ?? '', names.date ?? '', { ...minutes, punkter: attached.punkter })
  const account = accountForWords(source.text, writtenWords(files), minutes.leftOut, inventedWords(minutes))
  reportAccount(account, minutes, report)
  reportMoved(movedRuns(source.text, bodiesOf(files.slice(1))), report)
  return {
    path: input.path,
    ...(minutes.secretLines.size === 0 && !minutes.mayBeClosed && { text: linesOf(source.text, findings) }),
    unreadable: false,
    ...(names.authority && { authority: names.authority }),
    ...(names.udvalg && { udvalg: names.udvalg }),
    ...(names.date && { date: names.date }),
    otherDates: options.date ? [] : minutes.head.otherDates,
    ...(names.folder !== undefined && { folder: names.folder }),
    files: names.folder === undefined ? [] : files,
    copies: names.folder === undefined ? [] : attached.copies.map(({ from, to }) => ({ from, path: `${names.folder}/${to}` })),
    punkter: minutes.punkter.length,
    formats: [...new Set(minutes.punkter.flatMap(({ sagsnummer }) => sagsnummer?.format ?? []))],
    account,
    origins: originsOf(minutes, names, files, source.pages),
    findings,
  }
}

/** Gives the place in the draft of a line of the source, as words after a hint: the file of its punkt. */
function draftFileAt(minutes: MinutesDraft, folder: string | undefined): (line: number) => string {
  if (folder === undefined) return () => ''
  const names = fileNames(minutes.punkter)
  return (line) => {
    const at = line <= 1 ? -1 : minutes.punkter.findLastIndex((punkt) => punkt.line <= line)
    return ` I udkastet: ${names[at] ?? 'index.md'}.`
  }
}

/** How each field was found, with the name of its file and the page of the source. */
function originsOf(
  minutes: MinutesDraft,
  { authority, udvalg, date }: Pick<DocumentDraft, 'authority' | 'udvalg' | 'date'>,
  files: readonly DraftFile[],
  pages: readonly number[] | undefined,
): PlacedOrigin[] {
  const nameOf = (index: number): string => files[index]?.path.split('/').at(-1) ?? ''
  const place = (origin: Origin, index: number): PlacedOrigin => {
    const page = origin.line === undefined ? 0 : (pages?.[origin.line - 1] ?? 0)
    return { file: nameOf(index), ...origin, ...(page > 0 && { page }) }
  }
  const named: Origin[] = [
    ...(authority ? [{ field: 'myndighed', value: authority.navn, rule: FROM[authority.from] }] : []),
    ...(udvalg && udvalg.from !== 'dokument' ? [{ field: 'udvalg', value: udvalg.navn, rule: FROM[udvalg.from] }] : []),
    ...(date !== undefined && date !== minutes.head.date ? [{ field: 'dato', value: date, rule: 'valgt eller læst af filens navn' }] : []),
  ]
  const chosen = new Set<string>(named.map(({ field }) => field).filter((field) => field === 'dato' || field === 'udvalg'))
  return [
    ...[...named, ...minutes.origins.filter(({ field }) => !chosen.has(field))].map((origin) => place(origin, 0)),
    ...minutes.punkter.flatMap(({ origins }, index) => origins.map((origin) => place(origin, index + 1))),
  ]
}

/** A text of which only the first line and those that findings are about are kept: of many documents little stays in memory. */
function linesOf(text: string, findings: readonly Finding[]): string {
  const kept = new Set([1, ...findings.map(({ line }) => line)])
  return text
    .split('\n')
    .map((line, index) => (kept.has(index + 1) ? line : ''))
    .join('\n')
}

/** A file whose name lies about what it is, is read for what it is. */
function reportName(path: string, format: Format, report: Report): void {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const expected = EXTENSIONS[extension]
  if (expected && !expected.includes(format))
    report(
      1,
      'info',
      'import-filtype',
      `Filen hedder .${extension}, men er ${format}; den er læst som det.`,
      'Giv filen den rigtige endelse.',
    )
}

const EXTENSIONS: Readonly<Record<string, readonly Format[]>> = {
  pdf: ['PDF'],
  docx: ['Word'],
  doc: ['Word'],
  html: ['HTML'],
  htm: ['HTML'],
  xml: ['SBSYS'],
  txt: ['tekst', 'Markdown'],
  md: ['tekst', 'Markdown'],
}

type Report = (line: number, severity: Finding['severity'], rule: string, message: string, hint: string) => void
const FROM = {
  valg: 'er valgt',
  dokument: 'er læst i dokumentet',
  filnavn: 'er læst af filens navn',
  arkiv: 'er fundet i arkivet',
} as const

function nameDocument(
  path: string,
  text: string,
  minutes: MinutesDraft,
  options: ImportOptions,
  known: KnownNames,
  report: Report,
): Pick<DocumentDraft, 'authority' | 'udvalg' | 'date' | 'folder'> {
  const { head } = minutes
  const authority = identifyAuthority(
    text,
    { slug: options.authority, headName: head.authority, udvalgName: head.udvalg, file: path },
    known,
  )
  const udvalg = identifyUdvalg(head.udvalg, { slug: options.udvalg, file: path, authority: authority?.slug }, known)
  const fileDate = readFileName(path).date
  const date = options.date ?? head.date ?? fileDate
  if (authority)
    report(
      1,
      'info',
      'import-myndighed',
      `Myndigheden ${authority.navn} (${authority.slug}) ${FROM[authority.from]}.`,
      'Vælg selv med --authority, hvis det er en anden.',
    )
  else
    report(
      1,
      'error',
      'import-ingen-myndighed',
      'Det fremgår ikke, hvilken myndighed dokumentet kommer fra; intet er skrevet.',
      'Angiv den med --authority, for eksempel --authority vadby.',
    )
  if (udvalg && udvalg.from === 'filnavn')
    report(
      1,
      'warning',
      'import-udvalg',
      `Udvalget ${udvalg.navn} (${udvalg.slug}) ${FROM[udvalg.from]}.`,
      'Vælg selv med --body, hvis det er et andet.',
    )
  if (!udvalg)
    report(
      1,
      'error',
      'import-intet-udvalg',
      'Det fremgår ikke, hvilket udvalg dokumentet er fra; intet er skrevet.',
      'Angiv det med --body, for eksempel --body kulturudvalget.',
    )
  if (!date)
    report(
      1,
      'error',
      'import-ingen-dato',
      'Dokumentet har ingen mødedato; intet er skrevet.',
      'Skriv en linje som "Mødedato: 28. august 2025" øverst i dokumentet, og hent det igen.',
    )
  else if (options.date) report(1, 'info', 'import-dato-valgt', `Datoen ${date} er valgt.`, 'Se efter, at det er mødets dato.')
  else if (!head.date)
    report(1, 'warning', 'import-dato-filnavn', `Datoen ${date} er læst af filens navn.`, 'Se efter, at det er mødets dato.')
  else if (fileDate && fileDate !== head.date)
    report(
      1,
      'warning',
      'import-dato-afviger',
      `Filens navn har datoen ${fileDate}, men dokumentet ${head.date}; dokumentets er brugt.`,
      'Se efter, hvilken af dem der er mødets dato.',
    )
  const folder =
    authority && udvalg && date ? `${authority.slug}/${udvalg.slug}/${date}${head.extraordinary ? '-ekstraordinaert' : ''}` : undefined
  return { ...(authority && { authority }), ...(udvalg && { udvalg }), ...(date && { date }), ...(folder !== undefined && { folder }) }
}

function inventedWords(minutes: MinutesDraft): string[] {
  const untitled = minutes.punkter.filter(({ title }) => title === '').map(titleOf)
  const linked = minutes.punkter.flatMap(({ bilag }) => bilag.filter(({ isLink }) => isLink).map(({ titel }) => titel))
  const split = minutes.punkter.flatMap(({ sections }) => sections.flatMap(({ invented = [] }) => invented))
  return [...untitled, ...linked, ...split, ...minutes.repeated].flatMap(wordsOf)
}

function reportMoved(moved: readonly MovedRun[], report: Report): void {
  for (const { line, words } of moved.slice(0, MOST_LOST))
    report(
      line,
      'warning',
      'import-ord-flyttet',
      `${words.length} ord står et andet sted i udkastet end i dokumentet: "${maskDigits(words.slice(0, 12).join(' '))} …".`,
      'Se efter, om de står under det rigtige punkt.',
    )
}

function reportAccount(account: Account, minutes: MinutesDraft, report: Report): void {
  for (const { line, words } of account.lost.slice(0, MOST_LOST)) {
    const shown = minutes.secretLines.has(line) ? '' : `: "${maskDigits(words.slice(0, 12).join(' '))}${words.length > 12 ? ' …' : ''}"`
    report(
      line,
      'error',
      'import-ord-tabt',
      `${words.length} ord er hverken skrevet eller udeladt med en grund${shown}.`,
      'Skriv ordene ind i udkastet, hvor de hører til.',
    )
  }
  const more = account.lost.length - MOST_LOST
  if (more > 0)
    report(
      account.lost[MOST_LOST]?.line ?? 1,
      'error',
      'import-ord-tabt',
      `Der mangler ord på ${more} linjer mere.`,
      'Sammenlign udkastet med dokumentet fra denne linje.',
    )
  if (account.added.length > 0)
    report(
      1,
      'error',
      'import-ord-tilfoejet',
      `${account.added.length} ord i udkastet står der flere gange end i dokumentet: "${maskDigits(account.added.slice(0, 12).join(' '))}".`,
      'Sammenlign udkastet med dokumentet.',
    )
}
